import type { VisitSources } from '../../desk/visit.js';
import type { OfficeTexts } from '../../languages/texts.js';
import type { PageContext } from '../context.js';
import type { HtmlContent } from '../../text/html.js';
import type { ActButton } from './buttons.js';

/** The office as one keeper sees it at one moment. */
export interface Office {
  context: PageContext;
  words: OfficeTexts;
  /** The keeper's address. */
  keeper: string;
  /** Milliseconds since 1970. */
  now: number;
  sources: VisitSources;
}

/** One thing that waits, or that can be taken back. */
export interface OfficeItem {
  /** Tells it from the others of its section, for as long as it waits. */
  id: string;
  /** What it is about, in a line, with a link where there is a page of it. */
  heading: HtmlContent;
  /** What there is to know of it; buttons of `actButton` may stand in it. */
  body?: HtmlContent;
  /** The buttons below it. Absent: it cannot be settled here, and the body says where. */
  buttons?: readonly ActButton[];
}

/** What a keeper has pressed, in a section of their own. */
export interface OfficeAct {
  /** The item's id, as it was sent: it may be gone, or never have been. */
  item: string;
  /** The button's value. */
  act: string;
  /** All fields of the item's form. */
  form: URLSearchParams;
}

/**
 * The outcome of an act: `done`; `sent`: a link was sent; `late`: it is not as the page had it any more, and nothing was
 * changed; or a sentence about what stood in the way.
 */
export type OfficeOutcome = 'done' | 'sent' | 'late' | { trouble: string };

/** A kind of thing that waits in the office. */
export interface OfficeSection {
  /** In small letters, as it stands in addresses and forms. */
  id: string;
  /** The heading. @param language the page's */
  title(words: OfficeTexts, language: string): string;
  /** A sentence below it. @param language the page's */
  about?(words: OfficeTexts, language: string): string;
  /** A link below the heading, while there are items. */
  link?(office: Office): HtmlContent;
  /** What waits, the most pressing first. */
  items(office: Office): Promise<OfficeItem[]>;
  /** Does what was pressed, and writes down the deed. */
  act?(act: OfficeAct, office: Office): Promise<OfficeOutcome>;
  /** Nothing waits here: it is for looking something up, and does not count. */
  isQuiet?: true;
}
