import type { Schedule } from '../model/schedule.js';
import type { Card } from '../model/wire.js';
import { FLAGS, type Flag } from '../query/query.js';
import { DAYS, type Day } from '../time/days.js';
import { readyContext, type FilterContext } from './filter.js';
import { YES } from './traits.js';

/** The names of weekdays in the index, by their codes. */
export const DAY_WORDS: ReadonlyMap<string, string> = new Map<Day, string>([
  ['mo', 'monday'],
  ['tu', 'tuesday'],
  ['we', 'wednesday'],
  ['th', 'thursday'],
  ['fr', 'friday'],
  ['sa', 'saturday'],
  ['su', 'sunday'],
]);

/**
 * The word for a switch in the index: its name in a query, unless people ask for something else by
 * that.
 */
export const flagWord = (flag: Flag): string => (flag === 'practice' ? 'exemplary' : flag);

/**
 * Makes what gives words for facts that an offer has without words: its switches, and the days of
 * the week on which it takes place. Whoever asks for these finds it, in whatever language.
 */
export function createFactWords(
  context: FilterContext,
): (card: Card, schedule: Schedule | undefined) => string[] {
  const { traits } = readyContext(context);
  return (card, { times = [] } = {}) => {
    const has = traits(card);
    const flags = FLAGS.filter((flag) => has[flag].has(YES));
    const weekly = times.flatMap(({ freq, byday }) => (freq === 'WEEKLY' && byday) || []);
    const days = DAYS.filter((day) => weekly.includes(day.toUpperCase()));
    return [...flags.map(flagWord), ...days.flatMap((day) => DAY_WORDS.get(day) ?? [])];
  };
}
