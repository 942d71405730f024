import {
  cardsOn,
  createAnswerer,
  nextFrom,
  searchFields,
  termHeads,
  termTree,
  toCard,
  type Answer,
  type Answerer,
  type Card,
  type Lock,
  type Network,
  type Offer,
  type Provider,
  type ProviderHead,
  type Query,
  type SetAnswer,
  type Vocabulary,
} from '@vielfalt/feed';
import {
  createIndex,
  createSearch,
  partOf,
  stemText,
  toSearchData,
  type Search,
  type SearchDocument,
  type SearchIndex,
} from '@vielfalt/feed/search';
import { stopWords } from '../../server/src/languages/languages.js';
import { storedOffer, storedProvider, uuid } from '../support/records.js';

export { uuid };

/** A Monday. */
export const TODAY = '2026-09-07';

const named = (id: string, parent?: string) => ({
  id,
  label: { de: id.toUpperCase(), en: `the ${id}` },
  ...(parent && { parent }),
});

/** A small vocabulary with children, retired terms, and a parent that is retired itself. */
export const VOCABULARY: Vocabulary = {
  topic: [
    named('learning'),
    named('german', 'learning'),
    { ...named('literacy', 'german-old'), synonyms: { de: ['Alphabetisierung'] } },
    { ...named('german-old'), replacedBy: 'german' },
    named('sport'),
  ],
  audience: [named('families'), named('parents', 'families'), named('refugees')],
  kind: [named('course'), named('evening-course', 'course'), named('advice')],
  place: [
    named('county'),
    named('witten', 'county'),
    named('annen', 'witten'),
    named('hattingen', 'county'),
    { ...named('witten-annen'), replacedBy: 'annen' },
    named('elsewhere'),
  ],
  language: [named('de'), named('ar'), named('uk')],
};

export const TERMS = termHeads(VOCABULARY, 'de', 'de');
export const TREE = termTree(TERMS);

export const PROVIDERS: Record<string, ProviderHead> = Object.fromEntries(
  ['sports-club', 'school'].map((slug, n) => [uuid(n), { id: uuid(n), slug, name: `The ${slug}` }]),
);

let made = 0;

/** The next offer, of which nothing is known but what `fields` say. */
export function offer(fields: Partial<Offer> = {}): Offer {
  return storedOffer(++made, fields);
}

export function provider(fields: Partial<Provider> = {}): Provider {
  return storedProvider(0, { slug: 'sports-club', name: 'The sports club', ...fields });
}

export function network(fields: Partial<Network> = {}): Network {
  return {
    id: uuid(1),
    slug: 'round-table',
    source: 'office',
    record: 'network 1',
    name: 'The round table',
    ...fields,
  };
}

/** Today's cards in the order of their titles, as the feed makes them. */
export function cards(offers: Offer[], lang = 'de'): Card[] {
  const all = offers
    .toSorted((a, b) => a.title.localeCompare(b.title, 'de') || (a.id < b.id ? -1 : 1))
    .map((each, order) => toCard(each, { tree: TREE, language: 'de', lang, order }));
  return cardsOn(TODAY, all, undefined);
}

export function card(fields: Partial<Offer> = {}, lang = 'de'): Card {
  return toCard(offer(fields), { tree: TREE, language: 'de', lang, order: 0 });
}

/** What search reads of these cards. */
export function documentsOf(shown: Card[]): SearchDocument[] {
  const source = { providers: PROVIDERS, terms: TERMS, tree: TREE, language: 'de' };
  return shown.map((each) => ({ id: each.id, fields: searchFields(each, source) }));
}

/** A search over documents whose titles are what their field says. */
export function searchOver(documents: SearchDocument[], index?: SearchIndex): Search {
  const titles = new Map(
    documents.map(({ id, fields }) => [
      id,
      fields.flatMap(({ field, text }) => (field === 'title' ? stemText(text) : [])),
    ]),
  );
  return createSearch(index ?? createIndex(documents), {
    titlesOf: (id) => titles.get(id) ?? [],
    isStopWord: (word) => stopWords.has(word),
  });
}

/**
 * Answers over these cards, in the order in which they are given.
 *
 * @param directory all that there are, whose statistics come with a set; default: these
 */
export function answererOf(shown: Card[], directory = shown): Answerer {
  const data = {
    directory: { language: 'de', date: TODAY },
    offers: shown,
    providers: PROVIDERS,
    terms: TERMS,
  };
  const index = createIndex(documentsOf(directory));
  const search = searchOver(documentsOf(shown), partOf(index, idsOf(shown)));
  return createAnswerer(data, (q) => search(q), nextFrom(TODAY));
}

/** All that a query finds, on one page. */
export function whole(answerer: Answerer, query: Query, lock: Lock = {}): Answer {
  return answerer({ query: { ...query, limit: 1_000, page: 1 }, lock });
}

export const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);

/** The titles that a query finds among offers, in the answer's order. */
export function titles(offers: Offer[], query: Query, lock: Lock = {}): string[] {
  return whole(answererOf(cards(offers)), query, lock).offers.map(({ title }) => title);
}

/** A set as the feed answers with it. */
export function setAnswer(offers: Offer[]): SetAnswer {
  const shown = cards(offers);
  return {
    directory: {
      title: 'Directory',
      publisher: 'Office',
      timeZone: 'Europe/Berlin',
      language: 'de',
      languages: ['en', 'ar'],
      licence: { name: 'CC0', url: 'https://example.org/licence' },
      imprint: 'https://example.org/imprint',
      reportTo: 'directory@example.org',
      mapLink: 'https://maps.example/?at={lat},{lng}',
      demo: true,
      revision: 3,
      date: TODAY,
    },
    offers: shown,
    providers: PROVIDERS,
    terms: TERMS,
    search: toSearchData(createIndex(documentsOf(shown)), ['der', 'die', 'das']),
  };
}

/** What arrives after JSON has carried it. */
export function carried(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
