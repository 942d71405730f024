import { logoRoute, widgetRoute, widgetVersionRoute } from './files.js';
import { calendarRoute, formatRoutes, practiceRoutes } from './formats.js';
import { healthRoute, readinessRoute } from './health.js';
import { areasRoute, pointsRoute } from './map.js';
import { networkCalendarRoute } from './network-calendar.js';
import { networkRoute, networksRoute } from './networks.js';
import { offerRoute } from './offer.js';
import { offersRoute, setRoute } from './offers.js';
import { professionalsRoute } from './professionals/route.js';
import { providerRoute, providersRoute } from './providers.js';
import { questionRoute } from './question.js';
import { recordsRoute } from './records.js';
import type { Route } from './route.js';
import { schemaRoute } from './schema.js';
import { similarRoute } from './similar.js';
import { vocabularyRoute } from './vocabulary.js';

/** The routes for programs, in the order of their description. */
export const RESOURCES: readonly Route[] = [
  offersRoute,
  ...formatRoutes,
  ...practiceRoutes,
  calendarRoute,
  setRoute,
  pointsRoute,
  questionRoute,
  offerRoute,
  similarRoute,
  providersRoute,
  providerRoute,
  networksRoute,
  networkRoute,
  networkCalendarRoute,
  professionalsRoute,
  vocabularyRoute,
  areasRoute,
  recordsRoute,
  schemaRoute,
  widgetRoute,
  widgetVersionRoute,
  logoRoute,
  healthRoute,
  readinessRoute,
];
