import { OFFICE_VISITS } from '../pages/office/routes.js';
import type { VisitRoute } from './visit.js';

/** All that people can tell the directory, and the office's own pages. */
export const VISITS: readonly VisitRoute[] = [...OFFICE_VISITS];
