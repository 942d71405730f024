import { OFFICE_VISITS } from '../pages/office/routes.js';
import { reportPageVisit } from './report-pages.js';
import { reportsVisit } from './report-route.js';
import type { VisitRoute } from './visit.js';

/** All that people can tell the directory, and the office's own pages. */
export const VISITS: readonly VisitRoute[] = [
  reportPageVisit('offer'),
  reportPageVisit('provider'),
  reportsVisit,
  ...OFFICE_VISITS,
];
