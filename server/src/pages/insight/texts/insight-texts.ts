import type { Plural } from '@vielfalt/feed/wording';
import type { Age } from '../../../insight/checks.js';
import type { TableName } from '../../../insight/count.js';

/** What may be looked at: a table of offers, what is missing, or how old the checks are. */
export type ViewName = TableName | 'gaps' | 'checks';

/** What the page of what there is and what is missing says in one language. */
export interface InsightTexts {
  counted: Plural;
  choose: string;
  /** The names of what may be looked at. */
  views: Record<ViewName, string>;
  /** The heading of rows that are weekdays and times of day. */
  when: string;
  all: string;
  everyone: string;
  filter: string;
  apply: string;
  only: string;
  clear: string;
  csv: string;
  legend: string;
  /** With `{most}`, a percentage. */
  missed: string;
  how: string;
  rules: Record<'place' | 'audience' | 'filtered' | 'unknown' | 'several' | 'ended', string>;
  gaps: {
    /** With `{most}`, a percentage. */
    about: string;
    nothing: string;
    others: string;
    everyone: Plural;
    more: Plural;
    /** Headings of what is missing, how many other towns have it, how many there would be. */
    missing: string;
    having: string;
    share: string;
  };
  ages: Record<Age, string>;
  checksRule: string;
  oldest: string;
  source: string;
  /** The heading of links. */
  address: string;
}
