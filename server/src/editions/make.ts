import { createTraits, termHeads, termTree } from '@vielfalt/feed';
import { IndexBuilder, type SearchIndex } from '@vielfalt/feed/search';
import { OfferColumns } from '../columns/columns.js';
import { LikenessBuilder } from '../columns/likeness.js';
import { ProviderHeads } from '../columns/provider-heads.js';
import { documentMaker } from '../snapshot/documents.js';
import { listedNetworks } from '../snapshot/snapshot.js';
import { Slices } from '../slices.js';
import type { EditionHead, EditionRecord, Editions } from '../store/editions.js';
import type { Head, RecordKind, Records } from '../store/store.js';
import { translatedCard, writtenCard } from './cards.js';
import {
  offerKeys,
  providerKeys,
  type OfferKeys,
  type ProviderKeys,
  type RecordOrder,
} from './keys.js';
import {
  PARTS,
  bytesOfJson,
  indexParts,
  numberedRows,
  packedParts,
  type EditionFacts,
} from './parts.js';
import { placeParts } from './places.js';
import { packTitles } from './titles.js';

/** The number of records that are held in memory at once. */
export const RECORDS_AT_ONCE = 450;
/** The number of words whose places are put at once. */
const WORDS_AT_ONCE = 5_000;

/** An edition that is being made. */
interface Making {
  editions: Editions;
  edition: EditionHead;
  head: Head;
  slices: Slices;
}

/**
 * Makes a revision's edition from the directory's records, of which a few at a time are in memory.
 * @returns false: the directory was changed while its records were read, and what is there is not of
 *   one moment
 */
export async function makeEdition(
  editions: Editions,
  edition: EditionHead,
  head: Head,
): Promise<boolean> {
  const making = { editions, edition, head, slices: new Slices() };
  const collator = new Intl.Collator(head.directory.language, { numeric: true });
  const compare = (one: string, other: string) => collator.compare(one, other);
  const providers = await providerKeys(editions, compare, making.slices);
  const offers = await offerKeys(editions, compare, making.slices);
  await copyRecords(making, 'provider', providers);
  const networks = await copyNetworks(making, providers, offers, compare);
  const index = await copyOffers(making, offers, providers);
  if (!(await editions.isCurrent(edition.id))) return false;

  const { usual } = index;
  const facts: EditionFacts = {
    directory: head.directory,
    vocabulary: head.vocabulary,
    lexicon: head.lexicon ?? [],
    sources: head.sources,
    languages: [...offers.languages.of(head.directory)],
    hasPractice: offers.hasPractice,
    ...networks,
    usual,
  };
  await putIndex(making, index);
  await editions.putParts(edition.id, PARTS.facts, numberedRows([bytesOfJson(facts)]));
  return true;
}

/** Copies records in their order, the retired ones after the others. @param use is called with each that is not retired */
async function copyRecords<Kind extends RecordKind>(
  { editions, edition, slices }: Making,
  kind: Kind,
  { ranked, retired }: RecordOrder,
  use: (record: Records[Kind], number: number) => void = () => undefined,
): Promise<void> {
  const all = [...ranked, ...retired];
  for (let from = 0; from < all.length; from += RECORDS_AT_ONCE) {
    const some = all.slice(from, from + RECORDS_AT_ONCE);
    const found = await editions.writtenByIds(
      kind,
      some.map(({ id }) => id),
    );
    const byId = new Map(found.map((record) => [record.id, record]));
    const copies: EditionRecord<Kind>[] = [];
    for (const [at, { id, position }] of some.entries()) {
      const record = byId.get(id);
      // One that is not there was there before: it is noticed afterwards.
      if (!record) continue;
      const number = from + at;
      copies.push({ number, position, record });
      if (number < ranked.length) use(record, number);
      await slices.pause();
    }
    await editions.putRecords(edition.id, kind, copies);
  }
}

async function copyNetworks(
  { editions, edition }: Making,
  { memberships }: ProviderKeys,
  { languages }: OfferKeys,
  compare: (one: string, other: string) => number,
): Promise<Pick<EditionFacts, 'networks' | 'addresses'>> {
  const all: Records['network'][] = [];
  for await (const page of editions.written('network')) all.push(...page);
  for (const network of all) languages.add(network);
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

/** The index of all documents, and of which offers they are. */
interface MadeIndex {
  index: SearchIndex<unknown>;
  usual: readonly number[];
  ordinals: readonly number[];
  languages: readonly number[];
  titles: readonly string[];
}

/** Copies offers, and makes of them the columns and the search index. */
async function copyOffers(
  making: Making,
  offers: OfferKeys,
  { heads, phones }: ProviderKeys,
): Promise<MadeIndex> {
  const { editions, edition, head, slices } = making;
  const { language } = head.directory;
  const terms = termHeads(head.vocabulary, language, language);
  const tree = termTree(terms);
  const providers = ProviderHeads.of(heads);
  await editions.putParts(edition.id, PARTS.providers, numberedRows(providers.pack()));
  const source = { providers, terms, tree, language };
  const languages = [...new Set(offers.languages.of(head.directory).values())];
  const columns = OfferColumns.empty(offers.ranked.length, source);
  const likeness = new LikenessBuilder(offers.ranked.length, terms);
  const builder = new IndexBuilder();
  const ordinals: number[] = [];
  const languageOf: number[] = [];
  const titles: string[] = [];
  await copyRecords(making, 'offer', offers, (offer, number) => {
    // What they remember is of use within one offer.
    const traits = createTraits(tree);
    const makeDocument = documentMaker(source, traits);
    const card = writtenCard(offer, number, source);
    columns.add(number, card, traits(card));
    likeness.add(number, card);
    const translations = languages.map((lang) =>
      offer.translations ? translatedCard(offer, number, lang, source) : undefined,
    );
    for (const [at, each] of [card, ...translations].entries()) {
      if (!each) continue;
      const made = makeDocument(each, offer, phones.get(each.provider));
      builder.add({ id: '', fields: made.fields });
      titles.push(made.titles.join('\n'));
      ordinals.push(number);
      languageOf.push(at);
    }
  });
  columns.complete(terms);
  await editions.putParts(edition.id, PARTS.columns, packedParts(columns.pack()));
  await editions.putParts(edition.id, PARTS.likeness, packedParts(likeness.pack()));
  const { usual } = builder;
  const index = await slices.run(builder.finish());
  return { index, usual, ordinals, languages: languageOf, titles };
}

async function putIndex(
  { editions, edition, slices }: Making,
  { index, ordinals, languages, titles }: MadeIndex,
): Promise<void> {
  const { words, counts, places } = index;
  for (let from = 0; from < words.length; from += WORDS_AT_ONCE) {
    const some = words.slice(from, from + WORDS_AT_ONCE).map((_, at) => places(from + at));
    for (const [name, parts] of placeParts(from, some)) {
      await editions.putParts(edition.id, name, parts);
    }
    await slices.pause();
  }
  const parts = indexParts({
    words,
    counts: Uint32Array.from(counts),
    ordinals: Uint32Array.from(ordinals),
    languages: Uint8Array.from(languages),
    ...packTitles(titles),
  });
  for (const [name, rows] of parts) await editions.putParts(edition.id, name, rows);
}
