import { stopVisit } from './letters/stop.js';
import type { VisitRoute } from './visit.js';

/** All that people can tell the directory, and the office's own pages. */
export const VISITS: readonly VisitRoute[] = [stopVisit];
