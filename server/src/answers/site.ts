import type { Moment } from './moment.js';
import type { DirectoryAnswers } from './port.js';
import type { ReferenceData } from './reference.js';
import type { CourseMonth } from '../store/papers.js';

/** The directory that an answer is made from: one revision at one moment. */
export interface Site {
  /** The questions about its offers and providers. */
  answers: DirectoryAnswers;
  /** The names and words that answers refer to. */
  reference: ReferenceData;
  /** The local date in the directory's zone. */
  date: string;
  /** The same, with the time of day. */
  moment: Moment;
  /** The public address; empty where none is known: then links begin at the root. */
  baseUrl: string;
  /** Mails can be sent that lead back here. */
  sendsMail?: true;
  /**
   * The path of a page in a language where files answer instead of a service; absent: pages are
   * addressed as they are asked for.
   */
  pagePath?: (path: string, query: string, language: string | undefined) => string;
  /** The course that checks have taken, by month; absent: nobody keeps it. */
  course?: () => Promise<ReadonlyMap<string, CourseMonth>>;
}
