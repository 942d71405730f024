import { createTraits, termHeads, termTree } from '@vielfalt/feed';
import { IndexBuilder, type SearchIndex, type TextLengths } from '@vielfalt/feed/search';
import { OfferColumns } from '../columns/columns.js';
import { LikenessBuilder } from '../columns/likeness.js';
import { bytesOfNumbers } from '../columns/packed.js';
import { listedNetworks } from '../snapshot/snapshot.js';
import { Slices } from '../slices.js';
import type { EditionHead, EditionRecord, Editions } from '../store/editions.js';
import type { Head, RecordKind, Records } from '../store/store.js';
import { headDigest, type EditionBasis } from './basis.js';
import { writtenCard } from './cards.js';
import {
  offerKeys,
  providerKeys,
  type OfferKeys,
  type ProviderKeys,
  type RecordOrder,
} from './keys.js';
import { offerDocuments } from './offer-documents.js';
import { PARTS, bytesOfJson, indexParts, packedParts, type EditionFacts } from './parts.js';

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

  const { usual, lengths } = index;
  const facts: EditionFacts = {
    directory: head.directory,
    vocabulary: head.vocabulary,
    lexicon: head.lexicon ?? [],
    languages: [...offers.languages.of(head.directory)],
    providers: providers.heads,
    ...networks,
    usual,
  };
  await putIndex(making, index);
  const basis: EditionBasis = {
    head: headDigest(head),
    sources: head.sources,
    languages: languagesOf(offers, head),
    ...offers.counts.counts,
    hasNetworks: networks.networks.length > 0,
    lengths,
    size: offers.ranked.length,
    whole: offers.ranked.length + offers.retired.length,
    next: offers.ranked.length + offers.retired.length,
    changed: 0,
  };
  await editions.putParts(edition.id, PARTS.basis, [{ number: 0, bytes: bytesOfJson(basis) }]);
  const parts = [{ number: 0, bytes: bytesOfJson(facts) }];
  await editions.putParts(edition.id, PARTS.facts, parts);
  return true;
}

/** The languages of translated documents, as they are numbered from 1. */
const languagesOf = ({ languages }: OfferKeys, { directory }: Head) => [
  ...new Set(languages.of(directory).values()),
];

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

/** The index of all documents, and of which offers they are. */
interface MadeIndex {
  index: SearchIndex<unknown>;
  usual: readonly number[];
  lengths: readonly TextLengths[];
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
  const providers = Object.fromEntries(heads.map((each) => [each.id, each]));
  const source = { providers, terms, tree, language };
  const languages = languagesOf(offers, head);
  const columns = OfferColumns.empty(offers.ranked.length, tree);
  const likeness = new LikenessBuilder(offers.ranked.length, terms);
  const builder = new IndexBuilder();
  const ordinals: number[] = [];
  const languageOf: number[] = [];
  const titles: string[] = [];
  await copyRecords(making, 'offer', offers, (offer, number) => {
    // What it remembers is of use within one offer.
    const traits = createTraits(tree);
    const card = writtenCard(offer, number, source);
    columns.add(number, card, traits(card), providers[card.provider]?.slug);
    likeness.add(number, card);
    const searched = { offer, order: number, phone: phones.get(offer.provider) };
    for (const made of offerDocuments(searched, source, languages)) {
      builder.add({ id: '', fields: made.fields });
      titles.push(made.titles.join('\n'));
      ordinals.push(number);
      languageOf.push(made.language);
    }
  });
  columns.complete(terms);
  await editions.putParts(edition.id, PARTS.columns, packedParts(columns.pack()));
  await editions.putParts(edition.id, PARTS.likeness, packedParts(likeness.pack()));
  const { usual, lengths } = builder;
  const index = await slices.run(builder.finish());
  return { index, usual, lengths, ordinals, languages: languageOf, titles };
}

async function putIndex(
  { editions, edition, slices }: Making,
  { index, ordinals, languages, titles }: MadeIndex,
): Promise<void> {
  const { words, counts, places } = index;
  for (let from = 0; from < words.length; from += WORDS_AT_ONCE) {
    const some = words.slice(from, from + WORDS_AT_ONCE).map((_, at) => ({
      number: from + at,
      bytes: bytesOfNumbers(Uint32Array.from(places(from + at))),
    }));
    await editions.putParts(edition.id, PARTS.places, some);
    await slices.pause();
  }
  const encoded = titles.map((each) => Buffer.from(each));
  const titleStarts = new Uint32Array(titles.length + 1);
  encoded.forEach((each, at) => (titleStarts[at + 1] = (titleStarts[at] ?? 0) + each.length));
  const parts = indexParts({
    words,
    counts: Uint32Array.from(counts),
    ordinals: Uint32Array.from(ordinals),
    languages: Uint8Array.from(languages),
    titles: Buffer.concat(encoded),
    titleStarts,
  });
  for (const [name, rows] of parts) await editions.putParts(edition.id, name, rows);
}
