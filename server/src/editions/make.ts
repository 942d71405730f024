import { createTraits, termHeads, termTree } from '@vielfalt/feed';
import { OfferColumns } from '../columns/columns.js';
import { LikenessBuilder } from '../columns/likeness.js';
import { ProviderHeads } from '../columns/provider-heads.js';
import { listedNetworks } from '../snapshot/snapshot.js';
import { Slices } from '../slices.js';
import type { EditionHead, EditionRecord, Editions } from '../store/editions.js';
import type { Head, RecordKind, Records } from '../store/store.js';
import { headDigest, type EditionBasis } from './basis.js';
import { writtenCard } from './cards.js';
import { DocumentRows } from './document-rows.js';
import {
  offerKeys,
  providerKeys,
  type OfferKeys,
  type OrderedRecord,
  type OrderedRecords,
  type ProviderKeys,
  type RecordOrder,
} from './keys.js';
import { offerDocuments } from './offer-documents.js';
import {
  PARTS,
  bytesOfJson,
  indexParts,
  numberedRows,
  packedParts,
  type EditionFacts,
} from './parts.js';
import { PlaceRuns } from './place-runs.js';
import { placeParts } from './places.js';

/** The number of records that are held in memory at once. */
export const RECORDS_AT_ONCE = 450;

/** An edition that is being made. */
interface Making {
  editions: Editions;
  edition: EditionHead;
  head: Head;
  slices: Slices;
}

/** The share of the time that each step takes, as it goes with many offers. */
const STEPS = { keys: 0.06, providers: 0.04, offers: 0.72, places: 0.08, words: 0.1 };

/**
 * Makes a revision's edition from the directory's records, of which a few at a time are in memory.
 * @param onProgress called with the share of it that is made, 0 to 1
 * @returns false: the directory was changed while its records were read, and what is there is not of
 *   one moment
 * @throws FileError where there is no room for a temporary file
 */
export async function makeEdition(
  editions: Editions,
  edition: EditionHead,
  head: Head,
  onProgress: (share: number) => void,
): Promise<boolean> {
  const step = stepsOf(onProgress);
  const making = { editions, edition, head, slices: new Slices() };
  const collator = new Intl.Collator(head.directory.language, { numeric: true });
  const compare = (one: string, other: string) => collator.compare(one, other);
  const providers = await providerKeys(editions, compare, making.slices);
  const offers = await offerKeys(editions, compare, making.slices);
  step('keys')(1);
  await copyRecords(making, 'provider', providers, step('providers'));
  const networks = await copyNetworks(making, providers, offers, compare);
  const runs = new PlaceRuns();
  try {
    const documents = await copyOffers(making, offers, providers, runs, step('offers'));
    if (!(await editions.isCurrent(edition.id))) return false;

    const facts: EditionFacts = {
      directory: head.directory,
      vocabulary: head.vocabulary,
      lexicon: head.lexicon ?? [],
      languages: [...offers.languages.of(head.directory)],
      ...networks,
      usual: runs.usual,
    };
    const basis = basisOf(head, offers, {
      hasNetworks: networks.networks.length > 0,
      lengths: runs.lengths,
    });
    await editions.putParts(edition.id, PARTS.basis, numberedRows([bytesOfJson(basis)]));
    await editions.putParts(edition.id, PARTS.facts, numberedRows([bytesOfJson(facts)]));
    const words = await runs.place(making.slices, step('places'));
    await putPlaces(making, runs, step('words'));
    const { counts } = runs;
    for (const [name, rows] of indexParts({ words, counts, ...documents.pack() })) {
      await editions.putParts(edition.id, name, rows);
    }
  } finally {
    runs.close();
  }
  return true;
}

/** What a next edition is derived from. */
function basisOf(
  head: Head,
  offers: OfferKeys,
  counted: Pick<EditionBasis, 'hasNetworks' | 'lengths'>,
): EditionBasis {
  const [size, retired] = [offers.ranked.length, offers.retired.length];
  return {
    head: headDigest(head),
    sources: head.sources,
    languages: languagesOf(offers, head),
    ...offers.counts.counts,
    ...counted,
    size,
    whole: size + retired,
    next: size + retired,
    changed: 0,
  };
}

/** The languages of translated documents, as they are numbered from 1. */
const languagesOf = ({ languages }: OfferKeys, { directory }: Head) => [
  ...new Set(languages.of(directory).values()),
];

/** Joins the progress of steps that follow one another. */
function stepsOf(onProgress: (share: number) => void) {
  let before = 0;
  return (name: keyof typeof STEPS) => {
    const [from, share] = [before, STEPS[name]];
    before += share;
    return (done: number) => onProgress(from + share * done);
  };
}

/**
 * Copies records in their order, the retired ones after the others.
 * @param use called with each that is not retired
 */
async function copyRecords<Kind extends RecordKind>(
  { editions, edition, slices }: Making,
  kind: Kind,
  { ranked, retired }: RecordOrder,
  onProgress: (share: number) => void,
  use: (record: Records[Kind], number: number) => void = () => undefined,
): Promise<void> {
  let next = 0;
  for (const some of pagesOf(ranked, retired)) {
    const found = await editions.writtenByIds(
      kind,
      some.map(({ id }) => id),
    );
    const byId = new Map(found.map((record) => [record.id, record]));
    const copies: EditionRecord<Kind>[] = [];
    for (const { id, position } of some) {
      const number = next++;
      const record = byId.get(id);
      // One that is not there was there before: it is noticed afterwards.
      if (!record) continue;
      copies.push({ number, position, record });
      if (number < ranked.length) use(record, number);
      await slices.pause();
    }
    await editions.putRecords(edition.id, kind, copies);
    onProgress(next / (ranked.length + retired.length));
  }
}

/** Some of the records at a time. */
function* pagesOf(...orders: readonly OrderedRecords[]): Generator<OrderedRecord[]> {
  let page: OrderedRecord[] = [];
  for (const order of orders) {
    for (const record of order) {
      page.push(record);
      if (page.length < RECORDS_AT_ONCE) continue;
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

async function copyNetworks(
  { editions, edition }: Making,
  { memberships }: ProviderKeys,
  { languages, counts }: OfferKeys,
  compare: (one: string, other: string) => number,
): Promise<Pick<EditionFacts, 'networks' | 'addresses'>> {
  const all: Records['network'][] = [];
  for await (const page of editions.written('network')) all.push(...page);
  for (const network of all) {
    languages.add(network);
    counts.add(network);
  }
  const copies = all.map((record, number) => ({ number, position: number, record }));
  await editions.putRecords(edition.id, 'network', copies);
  const networks = listedNetworks(all, memberships, compare);
  const ids = networks.flatMap(({ members }) =>
    members.flatMap((member) => ('provider' in member ? [member.provider] : [])),
  );
  const members = await editions.writtenByIds('provider', [...new Set(ids)]);
  const addresses = members.flatMap(({ id, address }) => (address ? [[id, address] as const] : []));
  return { networks, addresses: Object.fromEntries(addresses) };
}

/** Copies offers, and makes of them the columns and the documents of the search index. */
async function copyOffers(
  making: Making,
  offers: OfferKeys,
  { heads, phones }: ProviderKeys,
  runs: PlaceRuns,
  onProgress: (share: number) => void,
): Promise<DocumentRows> {
  const { editions, edition, head } = making;
  const { language } = head.directory;
  const terms = termHeads(head.vocabulary, language, language);
  const tree = termTree(terms);
  const providers = ProviderHeads.of(heads);
  await editions.putParts(edition.id, PARTS.providers, numberedRows(providers.pack()));
  const source = { providers, terms, tree, language };
  const languages = languagesOf(offers, head);
  const columns = OfferColumns.empty(offers.ranked.length, source);
  const likeness = new LikenessBuilder(offers.ranked.length, terms);
  const documents = new DocumentRows();
  await copyRecords(making, 'offer', offers, onProgress, (offer, number) => {
    // What it remembers is of use within one offer.
    const traits = createTraits(tree);
    const card = writtenCard(offer, number, source);
    columns.add(number, card, traits(card));
    likeness.add(number, card);
    const searched = { offer, order: number, phone: phones.get(offer.provider) };
    for (const made of offerDocuments(searched, source, languages)) {
      runs.add(made.fields);
      documents.add(number, made.language, made.titles.join('\n'));
    }
  });
  columns.complete(terms);
  await editions.putParts(edition.id, PARTS.columns, packedParts(columns.pack()));
  await editions.putParts(edition.id, PARTS.likeness, packedParts(likeness.pack()));
  return documents;
}

async function putPlaces(
  { editions, edition, slices }: Making,
  runs: PlaceRuns,
  onProgress: (share: number) => void,
): Promise<void> {
  for (const { first, places } of runs.merged()) {
    for (const [name, parts] of placeParts(first, places)) {
      await editions.putParts(edition.id, name, parts);
    }
    onProgress((first + places.length) / runs.counts.length);
    await slices.pause();
  }
}
