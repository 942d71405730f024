import {
  termHeads,
  toCard,
  translated,
  type Card,
  type SearchData,
  type Terms,
} from '@vielfalt/feed';
import { rhythm } from '@vielfalt/feed/wording';
import { textsFor } from '../languages/words.js';
import type { Slices } from '../slices.js';
import type { DirectoryState } from '../store/store.js';
import type { SnapshotBase } from './base.js';
import { DayView, type DocumentOffers } from './day-view.js';
import { DayCache } from './days.js';
import { translatedName } from './documents.js';

/** A directory in one language, for lists and search. */
export interface View {
  lang: string;
  /** The whole vocabulary, with its words. */
  terms: Terms;
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

/** Makes a directory's view in one language. */
export async function createView(
  { directory, vocabulary }: DirectoryState,
  base: SnapshotBase,
  lang: string,
  slices: Slices,
): Promise<PreparedView> {
  const { language } = directory;
  const { search } = base;
  const terms = termHeads(vocabulary, lang, language);
  const { cards, translations } = await project(directory, base, lang, slices);
  const documents = documentOffers(base, cards, translations);
  const texts = textsFor(lang);

  function cardOn(date: string, plain: Card): Card {
    const { id, upcoming, schedule } = plain;
    const usual = schedule && rhythm(schedule, date, texts);
    const card = cards.get(id);
    const own = card ? { ...card, ...(upcoming && { upcoming }) } : plain;
    return usual ? { ...own, rhythm: usual } : own;
  }

  const days = new DayCache(function* (date): Generator<undefined, DayView> {
    const ofDay = base.days.on(date);
    const shown: (Card | undefined)[] = [];
    for (const plain of ofDay.cards) {
      shown.push(plain && cardOn(date, plain));
      yield;
    }
    return new DayView({ lang, columns: ofDay, cards: shown, search, documents });
  });

  return {
    lang,
    terms,
    on: (date) => days.on(date),
    searchDataOf: (some) =>
      base.searchData(some.map(({ id }) => (cards.has(id) ? translatedName(id, lang) : id))),
    prepare: (date, slicesOfDay) => days.prepare(date, slicesOfDay),
  };
}

/** The translated cards by id, known to search by names of their own, and their documents. */
async function project(
  { language }: DirectoryState['directory'],
  { ranked, tree, addToSearch }: SnapshotBase,
  lang: string,
  slices: Slices,
): Promise<{ cards: Map<string, Card>; translations: ReadonlySet<number> }> {
  const cards = new Map<string, Card>();
  const translations = new Set<number>();
  await slices.each(ranked.entries(), ([order, offer]) => {
    if (!translated(offer, language, lang)) return;
    const card = toCard(offer, { tree, language, lang, order });
    cards.set(offer.id, card);
    translations.add(addToSearch(translatedName(offer.id, lang), card, offer));
  });
  return { cards, translations };
}

function documentOffers(
  { documents, ranked }: SnapshotBase,
  cards: ReadonlyMap<string, Card>,
  translations: ReadonlySet<number>,
): DocumentOffers {
  const isShown = (document: number) => {
    const written = ranked[document];
    return written ? !cards.has(written.id) : translations.has(document);
  };
  return {
    shown: (document) => (isShown(document) ? documents[document] : undefined),
    any: (document) => documents[document] ?? 0,
  };
}
