import {
  CHECK_DAYS,
  FOR_ALL,
  addDays,
  DAYS,
  offersWithin,
  termTree,
  TIMES_OF_DAY,
  type Card,
  type Lock,
  type Terms,
  type TraitsOf,
  type VocabularyList,
} from '@vielfalt/feed';

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
 * - `spoken`: language tags in lowercase, with their primary subtags.
 * - `when`: `mo`, and `mo-evening` for its times of day: one appointment fits both.
 * - `checked`: one of `CHECK_AGES`.
 * - `source`: a source's id.
 * - `everywhere`: `EVERYWHERE_ID` for offers that count in each of the directory's towns.
 */
export type CountAxis =
  'topic' | 'audience' | 'place' | 'spoken' | 'when' | 'checked' | 'source' | 'everywhere';

/** The entries of an axis that a card counts in; one may come twice. */
export type EntriesOfCard = (card: Card) => Iterable<string>;

/** The most days since the check, by age; what is older than all of them is `older`. */
const DAYS_AT_MOST = [
  ['half-year', 183],
  ['year', CHECK_DAYS],
  ['two-years', 730],
] as const satisfies [CheckAge, number][];

/**
 * Sorts cards into an axis's entries as the feed's filter does, each card looked at once.
 * @param cards all that will be asked about; they are shown on `today`
 * @param query times of day in it narrow the days of `when`: Mondays at that time
 * @param today the local date in the directory's zone
 */
export function entriesOfCards(
  axis: CountAxis,
  cards: Card[],
  { traits, terms, query, today }: { traits: TraitsOf; terms: Terms; query: Lock; today: string },
): EntriesOfCard {
  switch (axis) {
    case 'topic':
    case 'place':
    case 'spoken':
      return (card) => traits(card)[axis];
    case 'audience':
      return (card) => {
        const { audience } = traits(card);
        return audience.has(FOR_ALL) ? [EVERYONE_ID] : audience;
      };
    case 'when':
      return timesOfCards(cards, query, { tree: termTree(terms), traits, providers: {}, today });
    case 'checked': {
      const limits = DAYS_AT_MOST.map(([age, days]) => [age, addDays(today, -days)] as const);
      const ageOf = (on: string) => limits.find(([, from]) => on >= from)?.[0] ?? 'older';
      return ({ checked }) => [checked ? ageOf(checked.on) : 'never'];
    }
    case 'source':
      return ({ source }) => [source];
    case 'everywhere': {
      const towns = townsIn(terms);
      return (card) => {
        const { place: there } = traits(card);
        return towns.every((id) => there.has(id)) ? [EVERYWHERE_ID] : [];
      };
    }
  }
}

function timesOfCards(
  cards: Card[],
  { time }: Lock,
  context: Parameters<typeof offersWithin>[2],
): EntriesOfCard {
  const found = new Map<Card, string[]>();
  const put = (fitting: Card[], id: string) => {
    for (const card of fitting) found.set(card, [...(found.get(card) ?? []), id]);
    return fitting;
  };
  const timed = cards.filter(({ schedule }) => schedule?.times?.length);
  for (const day of DAYS) {
    const asked = { day: [day], ...(time && { time }) };
    // A time of day follows its weekday: only that day's offers can have it.
    const onTheDay = put(offersWithin(timed, asked, context), day);
    for (const name of Object.keys(TIMES_OF_DAY)) {
      if (time && !time.includes(name)) continue;
      put(offersWithin(onTheDay, { day: [day], time: [name] }, context), `${day}-${name}`);
    }
  }
  return (card) => found.get(card) ?? [];
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

/** The directory's towns: the places right below the whole, or one that has nothing below it. */
export function townsIn(terms: Terms): string[] {
  const { below } = branches('place', terms);
  const towns = below(undefined).flatMap((id) => {
    const parts = below(id);
    return parts.length > 0 ? parts : [id];
  });
  return [...new Set(towns)];
}
