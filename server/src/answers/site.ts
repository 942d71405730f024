import type { Snapshot } from '../snapshot/snapshot.js';
import type { Moment } from './moment.js';

/** The directory as an answer is made from it: one revision at one moment. */
export interface Site {
  snapshot: Snapshot;
  /** The local date in the directory's zone. */
  date: string;
  /** The same with the time of day. */
  moment: Moment;
  /** The public address, or nothing where none is known: then links begin at the root. */
  baseUrl: string;
}
