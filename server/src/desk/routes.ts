import { askLinkRoute } from '../pages/confirm/ask-link.js';
import { confirmRoute } from '../pages/confirm/route.js';
import type { VisitRoute } from './visit.js';

/** All that people can tell the directory, and the office's own pages. */
export const VISITS: readonly VisitRoute[] = [confirmRoute, askLinkRoute];
