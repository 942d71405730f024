import type { Terms } from '../model/wire.js';
import type { List } from '../query/query.js';
import { DAYS } from '../time/days.js';
import { termList } from '../terms/lists.js';
import { languageName } from './language.js';
import { weekdayName } from './weekday.js';
import type { ChoiceWords } from './words.js';

/**
 * The name of a parameter's value; the value itself where it has none.
 *
 * @param providerName gives a provider's name by its id or slug
 */
export function sayChoice(
  name: List,
  value: string,
  terms: Terms,
  { tag, choices }: { tag: string; choices: Pick<ChoiceWords, 'times'> },
  providerName: (value: string) => string | undefined,
): string {
  const list = termList(name);
  if (list) return terms[list][value]?.label ?? value;
  switch (name) {
    case 'spoken':
      return languageName(value, tag, terms);
    case 'day': {
      const index = DAYS.findIndex((day) => day === value);
      return index < 0 ? value : weekdayName(index, tag, 'long');
    }
    case 'time':
      return (choices.times as Record<string, string>)[value] ?? value;
    default:
      return providerName(value) ?? value;
  }
}
