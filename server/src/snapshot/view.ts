import {
  createAnswerer,
  matching,
  nextFrom,
  offersWithin,
  termHeads,
  toCard,
  translated,
  type Answerer,
  type Card,
  type Lock,
  type Query,
  type SearchData,
  type Sense,
  type Terms,
} from '@vielfalt/feed';
import { rhythm } from '@vielfalt/feed/wording';
import { textsFor } from '../languages/words.js';
import { searchLanguage } from '../languages/languages.js';
import type { Slices } from '../slices.js';
import type { DirectoryState } from '../store/store.js';
import type { SnapshotBase } from './base.js';
import { DayCache } from './days.js';

/** A directory in one language, for lists and search. */
export interface View {
  lang: string;
  /** The whole vocabulary, with its words. */
  terms: Terms;
  /** Cards of all offers that are not retired, by title, without what depends on the day. */
  cards: Card[];
  /** The view on a local date of the directory's zone. */
  on(date: string): DayView;
  /** The data that searching some of its cards needs. */
  searchDataOf(cards: readonly Card[]): SearchData;
}

/** A view that is prepared for a day before it is asked about it. */
export interface PreparedView extends View {
  /** Prepares a date, unless it is ready; the base has to be ready for it. */
  prepare(date: string, slices: Slices): Promise<void>;
}

/** A view on one day. */
export interface DayView {
  /** The cards that have not ended, by title. */
  cards: Card[];
  answer: Answerer;
  /** The cards inside the lock, by title. */
  within(lock: Lock): Card[];
  /** The cards that choices leave inside the lock, by title; words are ignored. */
  chosen(choices: Query, lock: Lock): Card[];
  /** Says whether a question finds a card inside the lock. */
  finds(q: string, senses: readonly Sense[], lock: Lock): boolean;
  /** The stems of words in cards inside the lock, in all languages, that a question finds. */
  wordsFound(q: string, senses: readonly Sense[], lock: Lock): string[];
}

/** Makes a directory's view in one language. */
export async function createView(
  { directory, vocabulary }: DirectoryState,
  base: SnapshotBase,
  lang: string,
  slices: Slices,
): Promise<PreparedView> {
  const { language } = directory;
  const { providers, traits, tree, days: baseDays } = base;
  const terms = termHeads(vocabulary, lang, language);
  const { cards, names } = await project(directory, base, lang, slices);
  const nameOf = ({ id }: Card) => names.get(id) ?? id;
  const ids = new Map(cards.map((card) => [nameOf(card), card.id]));
  const { understand } = base.search;
  const searchOf = (asked: string) => (q: string) =>
    byCard(base.search.ask(q, understand(q, asked)), ids);
  const texts = textsFor(lang);

  const days = new DayCache<DayView>(
    cards,
    (some, date, day) => {
      const there = baseDays.on(date);
      for (const card of some) {
        const plain = there.get(card.id);
        if (!plain) continue;
        const { upcoming, schedule } = plain;
        const usual = schedule && rhythm(schedule, date, texts);
        const own = names.has(card.id) ? { ...card, ...(upcoming && { upcoming }) } : plain;
        day.cards.push(usual ? { ...own, rhythm: usual } : own);
      }
    },
    (date) => {
      const offers: Card[] = [];
      const data = { directory: { language, date }, offers, providers, terms, traits };
      const context = { tree, providers, today: date, traits };
      const fromToday = nextFrom(date);
      // By the language of the page, which may have no view of its own.
      const answerers = new Map<string, Answerer>();
      const answererOf = (wanted = lang) => {
        const asked = searchLanguage(wanted) ?? '';
        let answerer = answerers.get(asked);
        if (!answerer)
          answerers.set(asked, (answerer = createAnswerer(data, searchOf(asked), fromToday)));
        return answerer;
      };
      return {
        cards: offers,
        answer: (request, next) => answererOf(request.query.lang)(request, next),
        within: (lock) => offersWithin(offers, lock, context),
        chosen: (choices, lock) => {
          const [isAsked, isInside] = [matching(choices, context), matching(lock, context)];
          return offers.filter((card) => isAsked(card) && isInside(card));
        },
        finds: (q, senses, lock) => {
          const scores = base.search.ask(q, senses);
          const isInside = matching(lock, context);
          return offers.some((card) => scores.has(nameOf(card)) && isInside(card));
        },
        wordsFound: (q, senses, lock) => {
          const there = baseDays.on(date);
          const isInside = matching(lock, context);
          return base.search.wordsFound(q, senses, (name) => {
            const card = there.get(idIn(name));
            return card !== undefined && isInside(card);
          });
        },
      };
    },
  );

  return {
    lang,
    terms,
    cards,
    on: (date) => days.on(date),
    searchDataOf: (some) => base.search.dataOf(some.map(nameOf)),
    prepare: (date, slicesOfDay) => days.prepare(date, slicesOfDay),
  };
}

/** The cards in a language, and the search index's names of translated ones, by id. */
async function project(
  { language }: DirectoryState['directory'],
  { ranked, cards: plain, tree, addToSearch }: SnapshotBase,
  lang: string,
  slices: Slices,
): Promise<{ cards: Card[]; names: Map<string, string> }> {
  const cards = [...plain];
  const names = new Map<string, string>();
  await slices.each(ranked.entries(), ([order, offer]) => {
    if (!translated(offer, language, lang)) return;
    const card = toCard(offer, { tree, language, lang, order });
    const name = translatedName(offer.id, lang);
    cards[order] = card;
    names.set(offer.id, name);
    addToSearch(name, card, offer);
  });
  return { cards, names };
}

/** The search index's name of a translated card. */
const translatedName = (id: string, lang: string) => `${id} ${lang}`;
/** The id in such a name; cards that are not translated are indexed by their id. */
const idIn = (name: string) => name.split(' ', 1)[0] ?? name;

/** The scores by the ids of cards. @param ids by the names that search knows the cards by */
function byCard(
  scores: ReadonlyMap<string, number>,
  ids: ReadonlyMap<string, string>,
): Map<string, number> {
  const own = new Map<string, number>();
  for (const [name, score] of scores) {
    const id = ids.get(name);
    if (id !== undefined) own.set(id, score);
  }
  return own;
}
