import { countBits, hasBit } from '../columns/bits.js';
import { countPerProvider } from '../columns/per-provider.js';
import { createSnapshot, type Snapshot } from '../snapshot/snapshot.js';
import { createAnswers } from './answers.js';
import type { DirectoryAnswers } from './port.js';
import type { OpenPublished } from './published.js';

/** Opens the newest revision in memory, all of it. */
export const openInMemory: OpenPublished = async (store, dictionaries) => {
  const read = await store.readStamped();
  if (!read) return undefined;
  const { state, stamp } = read;
  const snapshot = await createSnapshot(state, dictionaries);
  return {
    ...snapshot,
    ...{ stamp, lexicon: state.lexicon ?? [] },
    isInStore: false,
    answersOn: (date) => answersFromMemory(snapshot, date),
    offersOn: (date) => countBits(snapshot.view(undefined).on(date).columns.shown),
  };
};

/**
 * Answers from a revision that is held entirely in memory.
 * @param date the local date in the directory's zone
 */
export function answersFromMemory(snapshot: Snapshot, date: string): DirectoryAnswers {
  const on = (lang?: string) => snapshot.view(lang).on(date);
  return createAnswers(snapshot, {
    revision: snapshot.revision,
    date,
    day: async () => on().columns,
    understand: snapshot.understand,
    found: async (q, senses, lang) => on(lang).foundBy(q, senses),
    wordsFound: async (q, senses, offers) => on().wordsFound(q, senses, offers),
    ordinalOf: async (id) => snapshot.ordinals.get(id),
    cards: async (ordinals, lang) => on(lang).cardsOf(ordinals),
    compared: async (ordinals) => on().cardsOf(ordinals),
    searchData: async (cards, lang) => snapshot.view(lang).searchDataOf(cards),
    networks: snapshot.networks,
    addressOf: (id) => snapshot.provider(id)?.address,
    offer: async (name) => snapshot.offer(name),
    offers: async (ids) => ids.flatMap((id) => snapshot.offer(id) ?? []),
    provider: async (name) => snapshot.provider(name),
    async providers() {
      const count = countPerProvider(on().columns);
      return snapshot.rankedProviders.map((provider) => ({ provider, offers: count(provider.id) }));
    },
    network: async (name) => snapshot.network(name),
    async *listed(kind) {
      if (kind === 'provider') {
        yield* snapshot.rankedProviders;
        return;
      }
      const { shown } = on().columns;
      for (const offer of snapshot.state.offers) {
        const ordinal = snapshot.ordinals.get(offer.id);
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
  });
}
