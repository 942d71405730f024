import { reportPageVisit } from './pages/report-visits.js';
import { reportsVisit } from './desk/report-route.js';
import type { VisitRoute } from './desk/visit.js';

/** All that people can tell the directory, and the office's own pages. */
export const VISITS: readonly VisitRoute[] = [
  reportPageVisit('offer'),
  reportPageVisit('provider'),
  reportsVisit,
];
