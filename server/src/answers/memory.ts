import { networkMatching, similar, type TermCounts } from '@vielfalt/feed';
import { countBits, hasBit, keepBits, ordinalsOf } from '../columns/bits.js';
import type { DayColumns } from '../columns/day.js';
import { offersFitting } from '../columns/filter.js';
import { newestOf } from '../columns/order.js';
import { countTerms, offersLike } from '../columns/terms.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { entriesOf } from './axes.js';
import { countAcross } from './cross-counts.js';
import type { DirectoryAnswers } from './port.js';

/** Counted once for each day: answers are opened anew for each request. */
const termCounts = new WeakMap<DayColumns, TermCounts>();

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
      const day = on(query.lang);
      const newest = newestOf(day.left({ query, lock }), day.columns.offers);
      const { page = 1 } = query;
      const shown = newest.slice((page - 1) * limit, page * limit);
      return { total: newest.length, offers: day.cardsOf(shown) };
    },
    count: async (request) => countBits(on(request.query.lang).left(request)),
    within: async (lock, lang, limit) => on(lang).within(lock, limit),
    searchData: async (cards, lang) => snapshot.view(lang).searchDataOf(cards),
    async question(q, lang, lock) {
      const day = on(lang);
      const senses = snapshot.understand(q, lang);
      if (!q) return { senses, words: [], hasOffers: false };
      const words = day.wordsFound(q, senses, lock);
      return { senses, words, hasOffers: day.finds(q, senses, lock) };
    },
    async crossCounts(axes, { query: { q: _, ...query }, lock }) {
      const { terms } = snapshot.view(undefined);
      const day = on();
      const left = day.left({ query, lock });
      return countAcross(
        left,
        axes.map((axis) => entriesOf(axis, day.columns, { terms, query })),
      );
    },
    async similar(wanted, lock, lang) {
      const { terms } = snapshot.view(lang);
      const day = on(lang);
      const { columns } = day;
      const { traits, tree } = snapshot;
      let counts = termCounts.get(columns);
      if (!counts) termCounts.set(columns, (counts = countTerms(columns)));
      const candidates = offersFitting(lock, columns);
      keepBits(candidates, offersLike(wanted, columns.offers));
      const cards = day.cardsOf(ordinalsOf(candidates));
      return similar(wanted, cards, { terms, tree, traits, counts });
    },
    offer: async (name) => snapshot.offer(name),
    offers: async (ids) => ids.flatMap((id) => snapshot.offer(id) ?? []),
    card: async (id, lock, lang) => on(lang).card(id, lock),
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
      const { offers, shown } = on().columns;
      for (const offer of snapshot.state.offers) {
        const ordinal = offers.ordinals.get(offer.id);
        if (ordinal !== undefined && hasBit(shown, ordinal)) yield offer;
      }
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
