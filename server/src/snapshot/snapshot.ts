import {
  hasEnded,
  primary,
  toPublicOffer,
  toPublicProvider,
  type DirectoryHead,
  type Offer,
  type Provider,
  type ProviderHead,
  type PublicOffer,
  type PublicProvider,
  type Tombstone,
} from '@vielfalt/feed';
import type { FindNearTerms, Understand } from '@vielfalt/feed/meaning';
import { fill } from '@vielfalt/feed/wording';
import { byName as dictionariesByName, type Dictionary } from '../dictionaries/shelf.js';
import { together } from '../dictionaries/together.js';
import { languageKey, textsFor } from '../languages/words.js';
import { Slices } from '../slices.js';
import type { DirectoryState } from '../store/store.js';
import { createBase } from './base.js';
import { createView, type View } from './view.js';

/** One revision of the directory, ready to be answered from. Nothing in it ever changes. */
export interface Snapshot {
  revision: number;
  state: DirectoryState;
  /** By id; without retired ones. */
  providers: Record<string, ProviderHead>;
  /** Ids and slugs of providers that can be asked for. */
  providerNames: ReadonlySet<string>;
  head(date: string): DirectoryHead;
  /** What search looks words up in, to be named. */
  dictionaries(): readonly Dictionary[];
  /** What a question means. */
  understand: Understand;
  /** The directory in the language asked for, or in its own. */
  view(lang: string | undefined): View;
  /** Topics and places whose names come near a question. */
  nearTerms: FindNearTerms;
  /** An offer by id or slug, retired ones too. */
  offer(name: string): Offer | undefined;
  provider(name: string): Provider | undefined;
  publicOffer(offer: Offer): PublicOffer;
  publicProvider(provider: Provider): PublicProvider;
  tombstones(since: string): Tombstone[];
  /** Offers per provider id that are shown on the date. */
  offersPerProvider(date: string): Map<string, number>;
  /** Makes what a date's answers need in every language, a little at a time. */
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
  const livingProviders = state.providers.filter((provider) => provider.status !== 'retired');
  const providers = Object.fromEntries(
    livingProviders.map((provider) => [provider.id, providerHead(provider)]),
  );
  const offers = byName(state.offers);
  const allProviders = byName(state.providers);
  const languages = languagesOf(state, living);
  const viewed = (tag: string) => languages.get(languageKey(tag)) ?? languages.get(primary(tag));
  const base = await createBase(state, ranked, providers, slices, () => together(dictionaries()));
  const own = await createView(state, base, directory.language, slices);
  const views = new Map([[directory.language, own]]);
  for (const lang of new Set(languages.values())) {
    if (!views.has(lang)) views.set(lang, await createView(state, base, lang, slices));
  }
  await base.complete(slices);

  return {
    revision: state.revision,
    state,
    providers,
    providerNames: new Set(livingProviders.flatMap(({ id, slug }) => [id, slug])),
    nearTerms: base.nearTerms,
    head: (date) => directoryHead(state, date, dictionaries()),
    dictionaries,
    understand: base.search.understand,
    view(wanted) {
      return views.get(viewed(wanted ?? '') ?? '') ?? own;
    },
    async prepare(date) {
      const slicesOfDay = new Slices();
      await base.days.prepare(date, slicesOfDay);
      for (const view of views.values()) await view.prepare(date, slicesOfDay);
    },
    offer: (name) => offers.get(name),
    provider: (name) => allProviders.get(name),
    publicOffer: toPublicOffer,
    publicProvider: toPublicProvider,
    tombstones: (since) =>
      state.offers.flatMap(({ id, slug, status, changed }) =>
        status === 'retired' && changed && Date.parse(changed) > Date.parse(since)
          ? { id, slug, status, changed }
          : [],
      ),
    offersPerProvider(date) {
      const counts = new Map<string, number>();
      for (const offer of ranked) {
        if (hasEnded(offer, date)) continue;
        counts.set(offer.provider, (counts.get(offer.provider) ?? 0) + 1);
      }
      return counts;
    },
  };
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

function providerHead({ id, slug, name, kind, web, logo }: Provider): ProviderHead {
  return { id, slug, name, ...(kind && { kind }), ...(web && { web }), ...(logo && { logo }) };
}

/** The languages that somebody asking gets something of, by what tells them apart. */
function languagesOf({ directory }: DirectoryState, offers: Offer[]): Map<string, string> {
  const translations = new Set(offers.flatMap((offer) => Object.keys(offer.translations ?? {})));
  const tags = [...translations, ...directory.languages, directory.language];
  return new Map(tags.map((tag) => [languageKey(tag), tag]));
}

function directoryHead(
  { directory, revision }: DirectoryState,
  date: string,
  dictionaries: readonly Dictionary[],
): DirectoryHead {
  const { publisher, baseUrl: _, localLimit: __, attribution: own, ...rest } = directory;
  const names = [...dictionariesByName(dictionaries).keys()].join(' · ');
  const { shell } = textsFor(directory.language);
  const asked = names && fill(shell.dictionaries, { names });
  const attribution = [own, asked].filter(Boolean).join(' · ');
  const head = { ...rest, publisher: publisher.name, revision, date };
  return attribution ? { ...head, attribution } : head;
}
