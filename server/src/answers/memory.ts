import type { Card } from '@vielfalt/feed';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { DirectoryAnswers } from './port.js';

/**
 * Answers from a revision that is held entirely in memory.
 * @param date the local date in the directory's zone
 */
export function answersFromMemory(snapshot: Snapshot, date: string): DirectoryAnswers {
  const on = (lang?: string) => snapshot.view(lang).on(date);
  return {
    revision: snapshot.revision,
    date,
    answer: async (request, next) => on(request.query.lang).answer(request, next),
    async newest({ query, lock }, limit) {
      const everything = { ...query, limit: Number.MAX_SAFE_INTEGER, page: 1 };
      const time = ({ changed = '' }: Card) => Date.parse(changed);
      const cards = on(query.lang)
        .answer({ query: everything, lock })
        .offers.filter((card) => time(card) > 0)
        .sort((a, b) => time(b) - time(a) || a.order - b.order);
      const { page = 1 } = query;
      return { total: cards.length, offers: cards.slice((page - 1) * limit, page * limit) };
    },
    count: async (lock) => on().within(lock).length,
    within: async (lock, lang) => on(lang).within(lock),
    searchData: async (cards, lang) => snapshot.view(lang).searchDataOf(cards),
    offer: async (name) => snapshot.offer(name),
    card: async (id, lock, lang) =>
      on(lang)
        .within(lock)
        .find((card) => card.id === id),
    tombstones: async (since) => snapshot.tombstones(since),
    offersPerProvider: async () => snapshot.offersPerProvider(date),
  };
}
