import type { Snapshot } from '../snapshot/snapshot.js';
import type { Moment } from './moment.js';
import type { DirectoryAnswers } from './port.js';

/** The directory that an answer is made from: one revision at one moment. */
export interface Site {
  /** The questions about its offers. */
  answers: DirectoryAnswers;
  /** The revision itself: its record, vocabulary and providers; and, for pages and formats, offers. */
  snapshot: Snapshot;
  /** The local date in the directory's zone. */
  date: string;
  /** The same, with the time of day. */
  moment: Moment;
  /** The public address; empty where none is known: then links begin at the root. */
  baseUrl: string;
}
