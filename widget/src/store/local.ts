import {
  createAnswerer,
  type Answerer,
  type NextOf,
  type Sense,
  type SetAnswer,
} from '@vielfalt/feed';
import { createSearch, stemText } from '@vielfalt/feed/search';

/**
 * Answers requests in the browser, as the feed would. A chunk of its own: it is loaded when a
 * visitor reaches for search.
 *
 * @param sensesOf gives the known meanings of a question
 * @param next gives a card's next occurrence
 */
export function createLocalAnswerer(
  set: SetAnswer,
  sensesOf: (q: string) => readonly Sense[] | undefined,
  next: NextOf,
): Answerer {
  const cards = new Map(set.offers.map((card) => [card.id, card]));
  const { words, places, stopWords, ...index } = set.search;
  const stops = stopWords.split(' ');
  const titles = new Map<string, string[]>();

  function titlesOf(id: string): string[] {
    const card = cards.get(id);
    const known = titles.get(id) ?? [card?.title, card?.translation?.texts.title].map(stemText);
    titles.set(id, known);
    return known;
  }

  const search = createSearch(
    {
      ...index,
      words: words.split(' '),
      places: (word) => places[word] ?? [],
      ids: [...cards.keys()],
    },
    { titlesOf, isStopWord: (word) => stops.includes(word) },
  );
  return createAnswerer(set, (q) => search(q, sensesOf(q)), next);
}
