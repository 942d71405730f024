import type { Terms } from '../model/wire.js';
import { parseQuery } from '../query/codec.js';
import { printQuery } from '../query/print.js';
import type { Lock, Query } from '../query/query.js';
import { chosenFilters } from '../wording/chosen.js';
import { sayChoice } from '../wording/choice.js';
import type { ChoiceWords, FrameWords } from '../wording/words.js';
import type { FoundChoice } from './choices.js';

/** The words of filters in one language. */
export interface OfferedWords {
  tag: string;
  choices: Pick<ChoiceWords, 'flags' | 'levels' | 'times'>;
  facets: Pick<FrameWords['facets'], 'level' | 'age'> & { near: string };
}

/** A filter that words of a question could be, as a query. */
export function queryOfChoice({ name, value }: FoundChoice): Query {
  return parseQuery(new URLSearchParams([[name, value]])).query;
}

/** Tells whether a lock asks for it already. */
export function isFixedBy(lock: Lock, { name, value }: FoundChoice): boolean {
  const locked = new URLSearchParams(printQuery(lock));
  return locked.get(name) === value || (name === 'place' && locked.get('at') === value);
}

/** The name of a filter. */
export function labelOfFilter(query: Query, terms: Terms, texts: OfferedWords): string {
  const { choices, facets } = texts;
  return chosenFilters(query, { choices, facets, near: facets.near }, (list, value) =>
    sayChoice(list, value, terms, texts, () => undefined),
  )
    .map(({ label }) => label)
    .join(', ');
}
