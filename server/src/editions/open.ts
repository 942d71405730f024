import { termHeads, termTree, type Terms } from '@vielfalt/feed';
import { createNearTerms } from '@vielfalt/feed/meaning';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAnswers } from '../answers/answers.js';
import type { OpenPublished, Published } from '../answers/published.js';
import { countBits } from '../columns/bits.js';
import { OfferColumns } from '../columns/columns.js';
import type { DayColumns } from '../columns/day.js';
import { LikenessColumns, type LikenessFacts } from '../columns/likeness.js';
import { unpackDay, type DayFacts } from '../columns/packed-day.js';
import type { Dictionary } from '../dictionaries/shelf.js';
import { joinDictionaries } from '../dictionaries/together.js';
import { widening } from '../languages/choices.js';
import { stopWords } from '../languages/languages.js';
import { atOnce } from '../slices.js';
import { directoryHead, shownLanguage } from '../snapshot/heads.js';
import type { EditionHead, Editions } from '../store/editions.js';
import { makeDay } from './make-day.js';
import { PARTS, dayPart, readColumns, readFacts, readPacked } from './parts.js';
import { PROGRAM, editionsOf } from './prepare.js';
import { EditionSearch } from './search.js';
import { editionSource } from './source.js';

/** Makes what is not there: the edition of the latest revision, or a day of it. */
export type Prepare = (datesOf: (timeZone: string) => readonly string[]) => Promise<unknown>;

/** The number of days that are kept in memory: today and the next one. */
const DAYS_KEPT = 2;

/** Opens the newest revision in the database: columns are in memory, all else is read when asked for. */
export function openInDatabase(
  prepareIn: (store: Parameters<OpenPublished>[0]) => Prepare,
): OpenPublished {
  return async (store, dictionaries) => {
    const editions = editionsOf(store);
    const prepare = prepareIn(store);
    for (;;) {
      const edition = await editions.latest(PROGRAM);
      if (edition) return openEdition(editions, edition, prepare, dictionaries);
      if ((await store.revision()) === 0) return undefined;
      await prepare(() => []);
      // A copy of the database may be behind.
      if (!(await editions.latest(PROGRAM))) await sleep(200);
    }
  };
}

async function openEdition(
  editions: Editions,
  edition: EditionHead,
  prepare: Prepare,
  dictionaries: () => readonly Dictionary[],
): Promise<Published> {
  const facts = await readFacts(editions, edition.id);
  const { directory, vocabulary, lexicon, sources, networks, addresses, usual } = facts;
  const { language } = directory;
  const terms = termHeads(vocabulary, language, language);
  const tree = termTree(terms);
  const providers = Object.fromEntries(facts.providers.map((head) => [head.id, head]));
  const bySlug = new Map(facts.providers.map((head) => [head.slug, head]));
  const languages = new Map(facts.languages);
  const languageOf = (lang: string | undefined) => shownLanguage(languages, lang) ?? language;
  const columns = OfferColumns.unpack(await readColumns(editions, edition.id), {
    tree,
    terms,
    providers,
  });
  const search = await EditionSearch.open(
    editions,
    edition.id,
    {
      ...{ size: columns.size, languages: [...new Set(languages.values())] },
      usual,
      providers,
      terms,
      tree,
      language,
    },
    {
      lexicon,
      dictionaries: () => joinDictionaries(dictionaries()),
      widen: widening(vocabulary, language, terms),
    },
  );
  const likeness = new LikenessColumns(
    await readPacked<LikenessFacts>(editions, edition.id, PARTS.likeness),
  );
  const opened = {
    editions,
    edition,
    search,
    likeness,
    tree,
    language,
    networks,
    addresses,
    languageOf,
  };
  const termsIn = new Map<string, Terms>([[language, terms]]);
  const days = new Map<string, DayColumns>();

  async function readDay(date: string): Promise<DayColumns> {
    const isThere = async () => (await editions.partNames(edition.id)).includes(dayPart(date));
    if (!(await isThere())) await prepare(() => [date]);
    // It was made for the latest revision, which may be another one by now.
    if (!(await isThere())) await makeDay(editions, edition.id, date);
    const packed = await readPacked<DayFacts>(editions, edition.id, dayPart(date));
    return unpackDay(packed, columns, date);
  }

  const reading = new Map<string, Promise<DayColumns>>();
  async function dayOn(date: string): Promise<DayColumns> {
    const known = days.get(date);
    if (known) return known;
    const under = reading.get(date) ?? readDay(date).finally(() => reading.delete(date));
    reading.set(date, under);
    const day = await under;
    days.set(date, day);
    for (const oldest of days.keys()) {
      if (days.size <= DAYS_KEPT) break;
      days.delete(oldest);
    }
    return day;
  }

  const published: Published = {
    ...{ revision: edition.revision, stamp: edition.stamp },
    isInStore: true,
    ...{ directory, vocabulary, lexicon, sources, providers, dictionaries },
    providerNames: new Set([...Object.keys(providers), ...bySlug.keys()]),
    providerNamed: (name) => providers[name] ?? bySlug.get(name),
    hasNetworks: networks.length > 0,
    hasPractice: facts.hasPractice,
    head: (date) =>
      directoryHead(
        { directory, sources: [...sources], revision: edition.revision },
        date,
        dictionaries(),
      ),
    view(wanted) {
      const lang = languageOf(wanted);
      let found = termsIn.get(lang);
      if (!found) termsIn.set(lang, (found = termHeads(vocabulary, lang, language)));
      return { lang, terms: found };
    },
    nearTerms: atOnce(createNearTerms(terms, (word) => stopWords.has(word))),
    async prepare(date) {
      await dayOn(date);
    },
    answersOn(date) {
      return createAnswers(
        published,
        editionSource(opened, date, () => dayOn(date)),
      );
    },
    offersOn(date) {
      const day = days.get(date);
      return day ? countBits(day.shown) : 0;
    },
  };
  return published;
}
