import {
  networkMembers,
  type DirectoryHead,
  type DirectoryRecord,
  type Network,
  type ListedNetwork,
  type Offer,
  type Provider,
  type Source,
  type Tombstone,
  type Vocabulary,
} from '@vielfalt/feed';
import type { FindNearTerms, Understand } from '@vielfalt/feed/meaning';
import { ProviderHeads } from '../columns/provider-heads.js';
import type { Dictionary } from '../dictionaries/shelf.js';
import { joinDictionaries } from '../dictionaries/together.js';
import { Slices } from '../slices.js';
import type { DirectoryState } from '../store/store.js';
import { createBase } from './base.js';
import { AvailableLanguages, directoryHead, providerHead, shownLanguage } from './heads.js';
import { createView, type View } from './view.js';

/** One revision of the directory, ready to be answered from. Nothing in it ever changes. */
export interface Snapshot {
  revision: number;
  state: DirectoryState;
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  sources: readonly Source[];
  /** Of those that are not retired. */
  providers: ProviderHeads;
  /** Providers that are not retired, by name in the directory's collation. */
  rankedProviders: readonly Provider[];
  head(date: string): DirectoryHead;
  /** The dictionaries that search looks words up in, to be named. */
  dictionaries(): readonly Dictionary[];
  /** Reads the meaning of a question. */
  understand: Understand;
  /** The directory in the requested language, or in its own. */
  view(lang: string | undefined): View;
  /** Topics and places whose names come near a question. */
  nearTerms: FindNearTerms;
  /** An offer by id or slug, retired ones too. */
  offer(name: string): Offer | undefined;
  provider(name: string): Provider | undefined;
  network(name: string): Network | undefined;
  /** Networks that are not retired, by name in the directory's collation, with their members. */
  networks: readonly ListedNetwork[];
  hasNetworks: boolean;
  hasPractice: boolean;
  tombstones(since: string): Tombstone[];
  /** The rank by title of each offer that is not retired, by id. */
  ordinals: ReadonlyMap<string, number>;
  /** Prepares a date's answers in every language, a little at a time. */
  prepare(date: string): Promise<void>;
}

/** Prepares a state for answering in every language, a little at a time. */
export async function createSnapshot(
  state: DirectoryState,
  dictionaries: () => readonly Dictionary[] = () => [],
): Promise<Snapshot> {
  const slices = new Slices();
  const { directory } = state;
  const living = state.offers.filter((offer) => offer.status !== 'retired');
  const collator = new Intl.Collator(directory.language, { numeric: true });
  const ranked = await slices.sorted(
    living,
    (a, b) => collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1),
  );
  const livingProviders = await slices.sorted(
    state.providers.filter((provider) => provider.status !== 'retired'),
    (a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
  );
  const providers = ProviderHeads.of(livingProviders.map(providerHead));
  const networks = byName(state.networks);
  const offers = byName(state.offers);
  const allProviders = byName(state.providers);
  const available = new AvailableLanguages();
  for (const record of [...living, ...state.networks]) available.add(record);
  const languages = available.of(directory);
  const base = await createBase(state, ranked, providers, slices, () =>
    joinDictionaries(dictionaries()),
  );
  const own = await createView(state, base, directory.language, slices);
  const views = new Map([[directory.language, own]]);
  for (const lang of new Set(languages.values())) {
    if (!views.has(lang)) views.set(lang, await createView(state, base, lang, slices));
  }
  await base.complete(slices);

  return {
    revision: state.revision,
    state,
    directory,
    vocabulary: state.vocabulary,
    sources: state.sources,
    providers,
    rankedProviders: livingProviders,
    nearTerms: base.nearTerms,
    ordinals: base.ordinals,
    head: (date) => directoryHead(state, date, dictionaries()),
    dictionaries,
    understand: base.search.understand,
    view(wanted) {
      return views.get(shownLanguage(languages, wanted) ?? '') ?? own;
    },
    async prepare(date) {
      const slicesOfDay = new Slices();
      await base.days.prepare(date, slicesOfDay);
      for (const view of views.values()) await view.prepare(date, slicesOfDay);
    },
    offer: (name) => offers.get(name),
    provider: (name) => allProviders.get(name),
    network: (name) => networks.get(name),
    networks: listedNetworks(state.networks, livingProviders, (a, b) => collator.compare(a, b)),
    hasNetworks: state.networks.some(({ status }) => status !== 'retired'),
    hasPractice: living.some(({ practice }) => practice),
    tombstones: (since) =>
      state.offers.flatMap(({ id, slug, status, changed }) =>
        status === 'retired' && changed && Date.parse(changed) > Date.parse(since)
          ? { id, slug, status, changed }
          : [],
      ),
  };
}

/**
 * The networks that are not retired, by name, with their members.
 * @param compare orders names, by the directory's collation
 */
export function listedNetworks(
  networks: readonly Network[],
  providers: readonly Provider[],
  compare: (one: string, other: string) => number,
): ListedNetwork[] {
  const members = networkMembers(networks, providers, compare);
  return networks
    .filter(({ status }) => status !== 'retired')
    .sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .map((network) => ({ network, members: members.of(network.id) }));
}

function byName<Record extends { id: string; slug: string }>(records: Record[]) {
  return new Map(
    records.flatMap(
      (record) =>
        [
          [record.slug, record],
          [record.id, record],
        ] as const,
    ),
  );
}
