import { termHeads, type Terms } from '@vielfalt/feed';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAnswers } from '../answers/answers.js';
import type { OpenPublished, Published } from '../answers/published.js';
import { countBits } from '../columns/bits.js';
import type { DayColumns } from '../columns/day.js';
import type { Dictionary } from '../dictionaries/shelf.js';
import { joinDictionaries } from '../dictionaries/together.js';
import { widening } from '../languages/choices.js';
import { directoryHead, shownLanguage } from '../snapshot/heads.js';
import type { Editions } from '../store/editions.js';
import type { Store } from '../store/store.js';
import { deriveEdition } from './derive.js';
import { dayOfWhole } from './derived-state.js';
import { makeDay } from './make-day.js';
import { openState } from './open-state.js';
import { dayPart } from './parts.js';
import { PROGRAM, editionsOf } from './prepare.js';
import { rankedRecords } from './ranks.js';
import { EditionSearch } from './search.js';
import { editionSource } from './source.js';
import type { EditionState } from './state.js';

/** Makes what is not there: the edition of the latest revision, or a day of it. */
export type Prepare = (datesOf: (timeZone: string) => readonly string[]) => Promise<unknown>;

/** The number of days that are kept in memory: today and the next one. */
const DAYS_KEPT = 2;

/** Opens the newest revision in the database: columns are in memory, all else is read when asked for. */
export function openInDatabase(
  prepareIn: (store: Parameters<OpenPublished>[0]) => Prepare,
): OpenPublished {
  /** What is in memory of the edition that was opened last: the next one is derived from it. */
  const opened = new WeakMap<Store, EditionState>();
  return async (store, dictionaries) => {
    const editions = editionsOf(store);
    const prepare = prepareIn(store);
    for (;;) {
      const edition = await editions.latest(PROGRAM);
      if (edition) {
        const state = await openState(editions, edition, opened.get(store));
        opened.set(store, state);
        return publishedOf(editions, state, prepare, dictionaries);
      }
      if ((await store.revision()) === 0) return undefined;
      if (!(await deriveEdition(editions, PROGRAM))) await prepare(() => []);
      // A copy of the database may be behind.
      if (!(await editions.latest(PROGRAM))) await sleep(200);
    }
  };
}

function publishedOf(
  editions: Editions,
  state: EditionState,
  prepare: Prepare,
  dictionaries: () => readonly Dictionary[],
): Published {
  const { edition, facts, basis, providers, terms, tree, columns, days } = state;
  const { directory, vocabulary, lexicon, networks, addresses, usual } = facts;
  const { sources } = basis;
  const { language } = directory;
  const languages = new Map(facts.languages);
  const languageOf = (lang: string | undefined) => shownLanguage(languages, lang) ?? language;
  const search = new EditionSearch(
    {
      ...{ size: columns.size, languages: basis.languages },
      ...{ usual, providers, terms, tree, language },
    },
    state.searched,
    {
      lexicon,
      dictionaries: () => joinDictionaries(dictionaries()),
      widen: widening(vocabulary, language, terms),
    },
  );
  const opened = {
    ...{ editions, edition, search, tree, language, networks, addresses, languageOf },
    records: rankedRecords(editions, state.ranks),
    likeness: state.likeness,
  };
  const termsIn = new Map<string, Terms>([[language, terms]]);

  async function readDay(date: string): Promise<DayColumns> {
    const whole = edition.base ?? edition.id;
    const isThere = async () => (await editions.partNames(whole)).includes(dayPart(date));
    if (!(await isThere())) await prepare(() => [date]);
    // It was made for the latest revision, which may be another one by now.
    if (!(await isThere())) await makeDay(editions, whole, date);
    return dayOfWhole(editions, state, date);
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
    hasNetworks: networks.length > 0,
    hasPractice: basis.practices > 0,
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
    nearTerms: state.nearTerms,
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
