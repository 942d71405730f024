import { createTraits, type Card, type Offer, type Provider } from '@vielfalt/feed';
import { movedDay } from '../columns/moved-day.js';
import type { DayColumns } from '../columns/day.js';
import { unpackDay, type DayFacts } from '../columns/packed-day.js';
import type { Move } from '../columns/move.js';
import { Slices } from '../slices.js';
import type { EditionHead, EditionRecord, Editions } from '../store/editions.js';
import { writtenCard } from './cards.js';
import { derivedIndex } from './derived-search.js';
import { offerDocuments, type SearchedOffer } from './offer-documents.js';
import { dayPart, goneError, readBasis, readPacked } from './parts.js';
import type { EditionState } from './state.js';

/** Offers whose data are made anew, before and after, and their providers' telephone numbers. */
interface Anew {
  gone: SearchedOffer[];
  added: SearchedOffer[];
}

/**
 * Derives what is in memory of an edition from what is in memory of an earlier one of the same whole.
 * @throws StoreError `behind` where the earlier one has been removed, or not all of this one is there
 */
export async function derivedState(
  editions: Editions,
  before: EditionState,
  edition: EditionHead,
): Promise<EditionState> {
  const slices = new Slices();
  const basis = await readBasis(editions, edition.id);
  const offers = await editions.changes(edition, 'offer', before.edition.id);
  const providers = await editions.changes(edition, 'provider', before.edition.id);
  if (before.basis.changed + offers.length + providers.length !== basis.changed) throw goneError();
  const { facts, terms, tree } = before;
  const { language } = facts.directory;
  const collator = new Intl.Collator(language, { numeric: true });
  const ranks = await slices.run(
    before.ranks.after(offers, (one, other) => collator.compare(one, other)),
  );

  const called = await calledOtherwise(editions, before, edition, providers);
  const pairs = await pairsOf(editions, before, { offers, providers: called });
  const numbers = new Set(pairs.map(({ number }) => number));
  const move = before.ranks.moveTo(ranks, numbers);
  const { gone, added } = await searchedPairs(editions, before, edition, { pairs, ranks });

  const cards = new Map<number, Card>();
  await slices.each(added, ({ offer, order }) => {
    cards.set(order, writtenCard(offer, order, { tree, language }));
  });
  const traits = createTraits(tree);
  const source = { tree, terms, providers: before.providers };
  const columns = await slices.run(
    before.columns.moved(move, source, (next) => {
      for (const [ordinal, card] of cards) {
        next.add(ordinal, card, traits(card));
      }
    }),
  );
  const likeness = await slices.run(before.likeness.moved(move, cards, terms));
  const documents = (some: SearchedOffer[]) =>
    slices.map(some, (searched) =>
      offerDocuments(searched, { ...source, language }, basis.languages).map((document) => ({
        ...document,
        ordinal: searched.order,
      })),
    );
  const searched = await derivedIndex(
    before.searched,
    {
      ...{ move, usual: facts.usual },
      gone: (await documents(gone)).flat(),
      added: (await documents(added)).flat(),
    },
    slices,
  );
  const state = { ...before, edition, basis, ranks, columns, likeness, searched };
  const days = new Map<string, DayColumns>();
  for (const [date, day] of before.days) {
    days.set(date, await derivedDay(state, day, { move, added: cards }, slices));
  }
  return { ...state, days };
}

/** Derives a day of an edition from one of another. */
export function derivedDay(
  { columns, facts, tree }: EditionState,
  before: Omit<DayColumns, 'offers'>,
  changes: { move: Move; added: ReadonlyMap<number, Card> },
  slices = new Slices(),
): Promise<DayColumns> {
  const { calendar } = facts.directory;
  const filters = { tree, traits: createTraits(tree) };
  return slices.run(movedDay(before, { ...changes, offers: columns, filters, calendar }));
}

/** Reads a day of the whole edition that one is based on, and derives from it the day of that one. */
export async function dayOfWhole(
  editions: Editions,
  state: EditionState,
  date: string,
): Promise<DayColumns> {
  const { edition, basis, columns, ranks, tree, facts } = state;
  const packed = await readPacked<DayFacts>(editions, edition.base ?? edition.id, dayPart(date));
  if (edition.base === undefined) return unpackDay(packed, columns, date);
  const day = unpackDay(packed, { size: basis.size }, date);
  const found = await editions.records(edition, 'offer', ranks.placed);
  if (found.length < ranks.placed.length) throw goneError();
  const source = { tree, language: facts.directory.language };
  const added = new Map<number, Card>();
  for (const { number, record } of found) {
    const order = ranks.rankOf(number);
    if (order !== undefined) added.set(order, writtenCard(record, order, source));
  }
  return derivedDay(state, day, { move: ranks.moveFromWhole(), added });
}

/** The providers whose telephone number is another one than before. */
async function calledOtherwise(
  editions: Editions,
  before: EditionState,
  edition: EditionHead,
  changed: readonly { record: Provider }[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(changed.map(({ record }) => record.id))];
  const [were, are] = [before.edition, edition].map((at) => phonesAt(editions, at, ids));
  const [phones, next] = [await were, await are];
  return new Set(ids.filter((id) => phones?.get(id) !== next?.get(id)));
}

async function phonesAt(
  editions: Editions,
  edition: EditionHead,
  ids: readonly string[],
): Promise<Map<string, string | undefined>> {
  const found = await editions.byIds(edition, 'provider', ids);
  if (found.length < ids.length) throw goneError();
  return new Map(found.map(({ record }) => [record.id, record.contact?.phone]));
}

/** An offer that is made anew; absent: it was not there, or is retired. */
interface OfferPair {
  number: number;
  before?: Offer;
  after?: Offer;
}

/** The offers that have changed, and those of some providers. */
async function pairsOf(
  editions: Editions,
  { edition, ranks, columns }: EditionState,
  changes: { offers: readonly EditionRecord<'offer'>[]; providers: ReadonlySet<string> },
): Promise<OfferPair[]> {
  const after = new Map(changes.offers.map(({ number, record }) => [number, record]));
  const theirs = new Set([...changes.providers].flatMap((id) => columns.providerNumber(id) ?? []));
  const touched: number[] = [];
  for (let rank = 0; theirs.size > 0 && rank < columns.size; rank += 1) {
    if (theirs.has(columns.providerOf[rank] ?? 0)) touched.push(ranks.numberOf(rank) ?? 0);
  }
  const numbers = [...new Set([...after.keys(), ...touched])];
  const found = await editions.records(edition, 'offer', numbers);
  const before = new Map(found.map(({ number, record }) => [number, record]));
  return numbers.map((number) => {
    const was = before.get(number);
    const is = after.get(number) ?? was;
    if (!was && ranks.rankOf(number) !== undefined) throw goneError();
    return {
      number,
      ...(was && was.status !== 'retired' && { before: was }),
      ...(is && is.status !== 'retired' && { after: is }),
    };
  });
}

/** The offers as search reads them, before and after. */
async function searchedPairs(
  editions: Editions,
  before: EditionState,
  edition: EditionHead,
  { pairs, ranks }: { pairs: readonly OfferPair[]; ranks: EditionState['ranks'] },
): Promise<Anew> {
  const idsOf = (side: 'before' | 'after') => [
    ...new Set(pairs.flatMap((pair) => pair[side]?.provider ?? [])),
  ];
  const were = await phonesAt(editions, before.edition, idsOf('before'));
  const are = await phonesAt(editions, edition, idsOf('after'));
  const anew: Anew = { gone: [], added: [] };
  for (const { number, before: was, after: is } of pairs) {
    if (was) anew.gone.push({ offer: was, order: 0, phone: were.get(was.provider) });
    const order = ranks.rankOf(number);
    if (is && order !== undefined) {
      anew.added.push({ offer: is, order, phone: are.get(is.provider) });
    }
  }
  return anew;
}
