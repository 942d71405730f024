import { PAGES } from './pages/routes.js';
import { openapiRoute } from './resources/openapi.js';
import type { Route } from './resources/route.js';
import { RESOURCES } from './resources/routes.js';
import { VISITS } from './visits.js';

/** Everything that can be asked for. Of paths that overlap, the first is the one that answers. */
export const ROUTES: readonly Route[] = [
  ...RESOURCES,
  ...PAGES,
  openapiRoute(() => [...ROUTES, ...VISITS]),
];
