import {
  CHECK_DAYS,
  DAYS,
  FOR_ALL,
  TIMES,
  addDays,
  dateNumber,
  termTree,
  type Lock,
  type Terms,
  type VocabularyList,
} from '@vielfalt/feed';
import { addBit, keepBits, noBits, type Bits } from '../columns/bits.js';
import type { DayColumns } from '../columns/day.js';
import { offersOnDays } from '../columns/filter.js';

/** Of audience: the entry of offers that name none. No id begins with a star. */
export const EVERYONE_ID = '*';
/** Of `everywhere`: its only entry. */
export const EVERYWHERE_ID = 'yes';

/** The time since an offer was last checked: the entries of `checked`. */
export const CHECK_AGES = ['half-year', 'year', 'two-years', 'older', 'never'] as const;
export type CheckAge = (typeof CHECK_AGES)[number];

/**
 * A property that offers can be counted by, with its entries. An offer counts in all entries that fit:
 * - `topic`, `audience`, `place`: ids of terms, those above them included. An offer that serves a
 *   place counts in what lies in it, too. One that names no audience counts in `EVERYONE_ID` alone.
 * - `town`: as `place`, but the directory's towns alone.
 * - `spoken`: language tags in lowercase, with their primary subtags.
 * - `when`: `mo`, and `mo-evening` for its times of day: one appointment fits both.
 * - `checked`: one of `CHECK_AGES`.
 * - `source`: a source's id.
 * - `everywhere`: `EVERYWHERE_ID` for offers that count in each of the directory's towns.
 */
export type CountAxis =
  'topic' | 'audience' | 'place' | 'town' | 'spoken' | 'when' | 'checked' | 'source' | 'everywhere';

/** The entries of an axis, each with the offers that count in it, whether shown on the day or not. */
export type EntryOffers = Iterable<readonly [id: string, offers: Bits]>;

/** The most days since the check, by age; what is older than all of them is `older`. */
const DAYS_AT_MOST = [
  ['half-year', 183],
  ['year', CHECK_DAYS],
  ['two-years', 730],
] as const satisfies [CheckAge, number][];

/**
 * The entries of an axis as the feed's filter finds them.
 * @param query times of day in it narrow the days of `when`: Mondays at that time
 */
export function entriesOf(
  axis: CountAxis,
  day: DayColumns,
  { terms, query }: { terms: Terms; query: Lock },
): EntryOffers {
  const { offers, date } = day;
  switch (axis) {
    case 'topic':
    case 'place':
    case 'spoken':
      return offers.valuesOf(axis);
    case 'town':
      return townsIn(terms).flatMap((id) => {
        const some = offers.valuesOf('place').get(id);
        return some ? [[id, some] as const] : [];
      });
    case 'audience':
      return [...offers.valuesOf(axis)].map(([id, some]) => [
        id === FOR_ALL ? EVERYONE_ID : id,
        some,
      ]);
    case 'when':
      return timeEntries(query, day);
    case 'checked': {
      const limits = DAYS_AT_MOST.map(
        ([age, days]) => [age, dateNumber(addDays(date, -days))] as const,
      );
      const ageOf = (on: number) => limits.find(([, from]) => on >= from)?.[0] ?? 'older';
      const entries = new Map(CHECK_AGES.map((age) => [age, noBits(offers.size)] as const));
      offers.checked.forEach((on, ordinal) => {
        const some = entries.get(on > 0 ? ageOf(on) : 'never');
        if (some) addBit(some, ordinal);
      });
      return entries;
    }
    case 'source':
      return offers.sources;
    case 'everywhere': {
      const everywhere = day.shown.slice();
      const none = noBits(offers.size);
      for (const town of townsIn(terms)) {
        keepBits(everywhere, offers.valuesOf('place').get(town) ?? none);
      }
      return [[EVERYWHERE_ID, everywhere]];
    }
  }
}

function* timeEntries({ time }: Lock, day: DayColumns): EntryOffers {
  for (const weekday of DAYS) {
    yield [weekday, offersOnDays({ day: [weekday], ...(time && { time }) }, day)];
    for (const name of TIMES) {
      if (time && !time.includes(name)) continue;
      yield [`${weekday}-${name}`, offersOnDays({ day: [weekday], time: [name] }, day)];
    }
  }
}

/** A list's terms of today as a tree; whose parent is missing, or is itself below it, is a root. */
export function branches(list: VocabularyList, terms: Terms) {
  const tree = termTree(terms);
  const ids = Object.keys(terms[list]).filter((id) => tree.current(list, id) === id);
  const parent = (id: string) => {
    const above = tree.lineage(list, id)[1];
    const isCircle = above !== undefined && tree.lineage(list, above).includes(id);
    return above !== undefined && ids.includes(above) && !isCircle ? above : undefined;
  };
  return { tree, below: (id: string | undefined) => ids.filter((each) => parent(each) === id) };
}

/** The towns of vocabularies that were asked for them: each place in a form asks. */
const towns = new WeakMap<Terms, string[]>();

/** The directory's towns: the places right below the whole, or one that has nothing below it. */
export function townsIn(terms: Terms): readonly string[] {
  let known = towns.get(terms);
  if (!known) towns.set(terms, (known = findTowns(terms)));
  return known;
}

function findTowns(terms: Terms): string[] {
  const { below } = branches('place', terms);
  const found = below(undefined).flatMap((id) => {
    const parts = below(id);
    return parts.length > 0 ? parts : [id];
  });
  return [...new Set(found)];
}
