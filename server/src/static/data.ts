import { toPublicOffer, type Card, type Lock, type OwnLexicon } from '@vielfalt/feed';
import {
  FILES,
  LAYOUT,
  scriptsOf,
  setKey,
  type StaticCard,
  type StaticChoices,
  type StaticIndex,
  type StaticLexicon,
  type StaticOffer,
  type StaticSet,
  type StaticWords,
} from '@vielfalt/feed/static';
import type { Site } from '../answers/site.js';
import { linesOf, tags, wordForms } from '../languages/languages.js';
import { textsFor } from '../languages/words.js';
import { allTerms } from '../resources/mentioned.js';
import type { AskService } from './ask.js';
import { SetSearches } from './set-search.js';
import { jsonFile, type StaticFile } from './static-file.js';

/** What the data of a static feed is made of. */
export interface DataSource {
  site: Site;
  ask: AskService;
  /** Those that sets are made for besides the whole directory and each provider. */
  locks: readonly Lock[];
  /** The office's own words. */
  lexicon: OwnLexicon;
}

/** All that elements ask for. The index comes last: it leads to the rest. */
export async function* dataFiles(source: DataSource): AsyncGenerator<StaticFile> {
  const { site } = source;
  const { directory } = site.reference;
  const cards = await neutralCards(site);
  const languages = [directory.language, ...cards.languages];
  const searches = await SetSearches.read(site.answers, cards.own, cards.translated);
  yield jsonFile(FILES.dictionary(searches.name), searches.dictionary);
  const sets: StaticIndex['sets'] = {};
  for (const lock of locksOf(source)) {
    const inside = await site.answers.within(lock, undefined);
    // A lock that the office has written down may have no offers yet.
    if (inside.length === 0 && 'provider' in lock) continue;
    sets[setKey(lock)] = inside.length;
    yield jsonFile(FILES.set(setKey(lock)), setOf(inside, cards.plain, site));
    yield jsonFile(FILES.search(setKey(lock)), searches.of(inside));
  }
  for (const lang of languages) yield jsonFile(FILES.words(lang), wordsOf(site, lang));
  yield* recordFiles(source, languages);
  yield* referenceFiles(source);
  // Files take no reports.
  const { reports: _, ...head } = site.reference.head(site.date);
  const index: StaticIndex = {
    staticFeed: LAYOUT,
    directory: head,
    languages,
    sets,
    lexicons: Object.fromEntries(tags.map((tag) => [tag, scriptOf(tag)])),
  };
  // An element may begin with any of these questions.
  for (const path of ['v1/points', 'v1/areas', 'v1/question', 'v1/professionals', FILES.index]) {
    yield jsonFile(path, index);
  }
}

/** The whole directory, what was asked for, and each provider; equal locks once. */
function locksOf({ site, locks }: DataSource): Iterable<Lock> {
  const providers = [...site.reference.providers];
  const all: Lock[] = [{}, ...locks, ...providers.map(({ slug }) => ({ provider: [slug] }))];
  return new Map(all.map((lock) => [setKey(lock), lock])).values();
}

/**
 * The cards, and as they are on no day and in no language, by id; the other languages that words are
 * in, and the cards that are translated into each.
 */
async function neutralCards({ answers, reference }: Site) {
  const own = await answers.within({}, undefined);
  const offers = await answers.offers(own.map(({ id }) => id));
  const tagged = offers.flatMap(({ translations = {} }) => Object.keys(translations));
  const { directory } = reference;
  const views = [...directory.languages, ...tagged].map((tag) => reference.view(tag).lang);
  const languages = [...new Set(views)].filter((tag) => tag !== directory.language);
  const translations = new Map<string, NonNullable<StaticCard['translations']>>();
  const translated = new Map<string, Card[]>();
  for (const lang of [directory.language, ...languages]) {
    const all = await answers.within({}, lang);
    const found = all.filter(({ translation }) => translation);
    if (found.length > 0) translated.set(lang, found);
    for (const { id, translation } of found) {
      if (!translation) continue;
      const { language, ...shown } = translation;
      translations.set(id, { ...translations.get(id), [language]: shown });
    }
  }
  const neutral = ({ upcoming: _, rhythm: __, translation: ___, ...card }: Card): StaticCard => {
    const found = translations.get(card.id);
    return { ...card, ...(found && { translations: found }) };
  };
  return {
    own,
    languages,
    translated,
    plain: new Map(own.map((card) => [card.id, neutral(card)])),
  };
}

function setOf(
  inside: readonly Card[],
  plain: ReadonlyMap<string, StaticCard>,
  { reference }: Site,
): StaticSet {
  return {
    offers: inside.flatMap(({ id }) => plain.get(id) ?? []),
    providers: reference.providers.some(inside.map(({ provider }) => provider)),
  };
}

function wordsOf({ reference }: Site, lang: string): StaticWords {
  const { tag, card, details, choices, facets } = textsFor(lang);
  const { flags, levels, times } = choices;
  const { level, age, near } = facets;
  return {
    terms: allTerms(reference.view(lang)),
    texts: {
      ...{ tag, card, details },
      choices: { flags, levels, times },
      facets: { level, age, near },
    },
  };
}

/** Each offer, provider and network by itself, and their slugs by id. */
async function* recordFiles(
  { site, ask }: DataSource,
  languages: readonly string[],
): AsyncGenerator<StaticFile> {
  const { answers, reference } = site;
  const slugs: Record<string, string> = {};
  const cards = await answers.within({}, undefined);
  for (const offer of await answers.offers(cards.map(({ id }) => id))) {
    const provider = reference.providers.byId(offer.provider);
    if (!provider) continue;
    slugs[offer.id] = offer.slug;
    const file: StaticOffer = { offer: toPublicOffer(offer), provider };
    yield jsonFile(FILES.record('offers', offer.slug), file);
  }
  const networks = (await answers.networks()).map(({ network }) => network);
  const records = { providers: [...reference.providers], networks };
  for (const kind of ['providers', 'networks'] as const) {
    for (const { id, slug } of records[kind]) {
      slugs[id] = slug;
      const file = await recordIn(ask, `/v1/${kind}/${encodeURIComponent(slug)}`, languages);
      yield jsonFile(FILES.record(kind, slug), file);
    }
  }
  yield jsonFile(FILES.ids, slugs);
}

/** An answer about a record, and what of it is another in other languages. */
async function recordIn(ask: AskService, path: string, languages: readonly string[]) {
  const [own = {}, ...others] = await Promise.all(
    languages.map(async (lang) => lasting((await ask(`${path}?lang=${lang}`)).body)),
  );
  const translated: Record<string, object> = {};
  others.forEach((answer, at) => {
    const differing = Object.entries(answer).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(own[name]),
    );
    const lang = languages[at + 1];
    if (lang && differing[0]) translated[lang] = Object.fromEntries(differing);
  });
  return { ...own, ...(Object.keys(translated)[0] && { translated }) };
}

/** An answer without what depends on the day, or stands in another file. */
function lasting(body: object | string | Buffer): Record<string, unknown> {
  const {
    directory: _,
    terms: __,
    upcoming: ___,
    rhythm: ____,
    ...rest
  } = body as Record<string, unknown>;
  return rest;
}

/** What is the same for all: providers, the vocabulary, shapes, and what search knows of languages. */
async function* referenceFiles({ site, ask, lexicon }: DataSource): AsyncGenerator<StaticFile> {
  const bodyOf = async (path: string) => (await ask(path)).body as Record<string, object>;
  const count = await site.answers.offersPerProvider();
  const heads = Array.from(site.reference.providers, (head) => ({
    ...head,
    offers: count(head.id),
  }));
  yield jsonFile(FILES.providers, { providers: heads });
  const { vocabulary = {} } = await bodyOf('/v1/vocabulary');
  yield jsonFile(FILES.vocabulary, { vocabulary });
  const { areas = {} } = await bodyOf('/v1/areas');
  yield jsonFile(FILES.areas, areas);
  yield jsonFile(FILES.ownLexicon, lexicon);
  yield jsonFile(FILES.choices, choiceLines());
  for (const tag of tags) yield jsonFile(FILES.lexicon(tag), lexiconOf(tag));
}

function lexiconOf(tag: string): StaticLexicon {
  const { stopWords, endings, beginnings, latin } = wordForms(tag);
  return {
    concepts: linesOf(tag, 'lexicon'),
    stopWords: [...stopWords],
    endings: [...endings],
    beginnings: [...beginnings],
    latin: [...latin],
    asides: linesOf(tag, 'asides').flatMap((line) => line.trim().split(/\s+/)),
  };
}

function choiceLines(): StaticChoices {
  const known = tags.flatMap((tag) => {
    const lines = linesOf(tag, 'choices');
    const { stopWords, endings, beginnings } = wordForms(tag);
    const forms = { stopWords: [...stopWords], endings: [...endings] };
    return lines.length > 0 ? [[tag, { lines, ...forms, beginnings: [...beginnings] }]] : [];
  });
  return Object.fromEntries(known) as StaticChoices;
}

/** The script that a language is written in. */
function scriptOf(tag: string): string {
  return scriptsOf([...wordForms(tag).stopWords].join(' '))[0] ?? 'Latn';
}
