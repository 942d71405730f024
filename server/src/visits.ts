import { askLinkRoute } from './pages/confirm/ask-link.js';
import { confirmRoute } from './pages/confirm/route.js';
import { reportPageVisit } from './pages/report-visits.js';
import { reportsVisit } from './desk/report-route.js';
import { stopVisit } from './pages/stop-reminders.js';
import type { VisitRoute } from './desk/visit.js';

/** All that people can tell the directory, and the office's own pages. */
export const VISITS: readonly VisitRoute[] = [
  reportPageVisit('offer'),
  reportPageVisit('provider'),
  reportsVisit,
  stopVisit,
  confirmRoute,
  askLinkRoute,
];
