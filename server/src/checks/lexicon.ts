import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';

/** Finds the office's own words whose German word finds nothing: searching for them fails too. */
export function* findIdleWords({ lexicon, isFound }: Inspected): Generator<Finding> {
  for (const { german, words } of lexicon) {
    if (isFound(german)) continue;
    yield {
      kind: 'unfound-word',
      ...{ source: '', record: '', title: Object.values(words).flat().join(', ') || german },
      ...{ field: 'lexicon', value: german },
      remedy:
        'No offer is found by this German word. Write it as your offers have it, or take the row out of your list of words.',
    };
  }
}
