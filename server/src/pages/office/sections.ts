import { changes } from './changes.js';
import { duplicates } from './duplicates.js';
import { ended } from './ended.js';
import { gaps } from './gaps.js';
import { deadLinks, movedLinks } from './links.js';
import { overruled } from './overruled.js';
import { proposals } from './proposals.js';
import { reports } from './reports.js';
import type { OfficeSection } from './section.js';
import { unchecked } from './unchecked.js';
import { unmet } from './unmet.js';

/** All sections of the office's list, in their order. */
export const SECTIONS: readonly OfficeSection[] = [
  proposals,
  reports,
  overruled,
  ended,
  unchecked,
  deadLinks,
  duplicates,
  gaps,
  unmet,
  movedLinks,
  changes,
];
