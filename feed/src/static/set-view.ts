import { createAnswerer, type Answerer } from '../answer/answerer.js';
import { matching } from '../answer/filter.js';
import { createTraits } from '../answer/traits.js';
import type { Card, DirectoryHead, Sense } from '../model/wire.js';
import type { Lock } from '../query/query.js';
import { termTree } from '../terms/tree.js';
import { nextOf } from '../time/upcoming.js';
import type { LocalMoment } from '../time/local.js';
import type { StaticSet, StaticWords } from './layout.js';
import { cardsFor } from './sets.js';

/** A set's offers in a language, as they are at a moment. */
export interface SetView {
  cards: Card[];
  providers: StaticSet['providers'];
  /** @param scores of the words that are asked for, where any are */
  answer(
    request: Parameters<Answerer>[0],
    scores?: ReadonlyMap<string, number>,
  ): ReturnType<Answerer>;
  /** Makes the test of whether an offer is inside a lock. */
  inside(lock: Lock): (id: string) => boolean;
}

/**
 * @param date the local date in the directory's zone that the view is of
 * @param now the local moment whenever it is asked
 */
export function createSetView(
  { offers, providers }: StaticSet,
  directory: DirectoryHead,
  {
    terms,
    texts,
    lang,
    date,
    now,
  }: StaticWords & { lang: string; date: string; now: () => LocalMoment },
): SetView {
  const cards = cardsFor(offers, directory, { date, lang, texts });
  const tree = termTree(terms);
  const context = { tree, providers, today: date, traits: createTraits(tree) };
  const data = {
    directory: { ...directory, date },
    ...{ offers: cards, providers, terms },
    traits: context.traits,
  };
  let found: ReadonlyMap<string, number> = new Map();
  const answerer = createAnswerer(
    data,
    () => found,
    ({ upcoming = [] }) => nextOf(upcoming, now()),
  );
  return {
    cards,
    providers,
    answer(request, scores = new Map()) {
      found = scores;
      return answerer(request);
    },
    inside(lock) {
      const isInside = matching(lock, context);
      const shown = new Set(cards.filter(isInside).map(({ id }) => id));
      return (id) => shown.has(id);
    },
  };
}

/** A question that has been read, and the offers that it finds. */
export interface FoundByWords {
  senses: Sense[];
  scores: ReadonlyMap<string, number>;
  /** The languages that it was read in. */
  tags: string[];
}
