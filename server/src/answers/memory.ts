import {
  countTerms,
  hasEnded,
  networkMatching,
  similar,
  type Card,
  type TermCounts,
} from '@vielfalt/feed';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { DayView } from '../snapshot/view.js';
import { entriesOfCards } from './axes.js';
import { countAcross } from './cross-counts.js';
import type { DirectoryAnswers } from './port.js';

/** Counted once for each language and day: answers are opened anew for each request. */
const termCounts = new WeakMap<DayView, TermCounts>();

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
    async count({ query, lock }) {
      const day = on(query.lang);
      if (!query.q) return day.chosen(query, lock).length;
      return day.answer({ query: { ...query, limit: 1, page: 1 }, lock }).total;
    },
    within: async (lock, lang, limit) => on(lang).within(lock).slice(0, limit),
    searchData: async (cards, lang) => snapshot.view(lang).searchDataOf(cards),
    async question(q, lang, lock) {
      const day = on(lang);
      const senses = snapshot.understand(q, lang);
      if (!q) return { senses, words: [], hasOffers: false };
      const words = day.wordsFound(q, senses, lock);
      return { senses, words, hasOffers: day.finds(q, senses, lock) };
    },
    async crossCounts(axes, { query, lock }) {
      const { terms } = snapshot.view(undefined);
      const cards = on().chosen(query, lock);
      const context = { traits: snapshot.traits, terms, query, today: date };
      return countAcross(
        cards,
        axes.map((axis) => entriesOfCards(axis, cards, context)),
      );
    },
    async similar(wanted, lock, lang) {
      const view = snapshot.view(lang);
      const day = view.on(date);
      const { traits, tree } = snapshot;
      let counts = termCounts.get(day);
      if (!counts) termCounts.set(day, (counts = countTerms(day.cards, traits)));
      return similar(wanted, day.within(lock), { terms: view.terms, tree, traits, counts });
    },
    offer: async (name) => snapshot.offer(name),
    offers: async (ids) => ids.flatMap((id) => snapshot.offer(id) ?? []),
    card: async (id, lock, lang) =>
      on(lang)
        .within(lock)
        .find((card) => card.id === id),
    provider: async (name) => snapshot.provider(name),
    async providers() {
      const counts = snapshot.offersPerProvider(date);
      return snapshot.rankedProviders.map((provider) => ({
        provider,
        offers: counts.get(provider.id) ?? 0,
      }));
    },
    network: async (name) => snapshot.network(name),
    async networks(...queries) {
      const context = {
        ...{ tree: snapshot.tree, providers: snapshot.providers },
        addressOf: (id: string) => snapshot.provider(id)?.address,
      };
      const tests = queries.map((query) => networkMatching(query, context));
      return snapshot.rankedNetworks
        .map((network) => ({ network, members: snapshot.members.of(network.id) }))
        .filter((listed) => tests.every((fits) => fits(listed)));
    },
    async *listed(kind) {
      if (kind === 'provider') {
        yield* snapshot.rankedProviders;
        return;
      }
      for (const offer of snapshot.state.offers) if (!hasEnded(offer, date)) yield offer;
    },
    async records(since, page, limit) {
      const { providers, offers, networks } = snapshot.state;
      const moment = since === undefined ? undefined : Date.parse(since);
      const isWanted = ({ status, changed = '' }: { status?: string; changed?: string }) =>
        moment === undefined ? status !== 'retired' : Date.parse(changed) > moment;
      let skipped = (page - 1) * limit;
      let left = limit;
      let total = 0;
      const some = <Record extends { status?: string; changed?: string }>(all: Record[]) => {
        const wanted = all.filter(isWanted);
        const shown = wanted.slice(skipped, skipped + left);
        total += wanted.length;
        skipped = Math.max(0, skipped - wanted.length);
        left -= shown.length;
        return shown;
      };
      const lists = { providers: some(providers), offers: some(offers), networks: some(networks) };
      return { total, ...lists };
    },
    tombstones: async (since) => snapshot.tombstones(since),
  };
}
