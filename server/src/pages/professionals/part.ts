import type { PageContext } from '../context.js';
import type { HtmlContent } from '../../text/html.js';
import type { PageRequest } from '../page-request.js';

/** A part of the page with a heading; nothing where there is nothing to say. */
export interface ProfessionalsPart {
  id: string;
  heading: string;
  body: HtmlContent;
}

/** Makes a part of the page, for the town and inside the lock that are asked for. */
export type MakePart = (
  requested: PageRequest,
  context: PageContext,
) => Promise<ProfessionalsPart | undefined>;
