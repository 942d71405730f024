import { nearest } from '@vielfalt/feed';
import type {
  FileOffer,
  FileProvider,
  Offer,
  Provider,
  Vocabulary,
  VocabularyList,
} from '@vielfalt/feed';
import { didYouMean, pathOf } from './fault.js';
import type { Fault } from './fault.js';
import type { Entry, Identified } from './identify.js';
import { keyOf } from './identify.js';
import { KnownTerms, termsOfOffer, termsOfProvider } from './terms-used.js';
import type { TermUse } from './terms-used.js';

/** Names the terms that a file's records use and the vocabulary does not have. */
export function* checkTermsUsed(
  offers: readonly Entry<FileOffer>[],
  providers: readonly Entry<FileProvider>[],
  vocabulary: Vocabulary,
): Generator<Fault> {
  const known = new KnownTerms(vocabulary);
  const unknown = function* (
    { path, given }: Entry<FileOffer | FileProvider>,
    uses: Iterable<TermUse>,
  ): Generator<Fault> {
    if (given.status === 'retired') return;
    for (const use of uses) {
      if (known.find(use) !== undefined) continue;
      const near = nearest(use.id, known.ids(use.list));
      yield {
        path: `${path}.${pathOf(...use.steps)}`,
        record: given.record,
        value: use.id,
        reason: `is no ${use.list} of the vocabulary`,
        ...(near === undefined
          ? { remedy: `Use one of its terms, or add the term to the vocabulary.` }
          : didYouMean(near)),
      };
    }
  };
  for (const entry of providers) yield* unknown(entry, termsOfProvider(entry.given));
  for (const entry of offers) yield* unknown(entry, termsOfOffer(entry.given));
}

/**
 * Names the terms that a new vocabulary lacks although records use them that the import leaves alone.
 * @param offers those of other sources
 * @param providers those of other sources
 */
export function* checkTermsKept(
  vocabulary: Vocabulary,
  offers: readonly Offer[],
  providers: readonly Provider[],
): Generator<Fault> {
  const known = new KnownTerms(vocabulary);
  const missing = new Map<
    string,
    { list: VocabularyList; id: string; sources: Set<string>; records: number }
  >();
  const look = ({ source, status }: Offer | Provider, uses: Iterable<TermUse>) => {
    if (status === 'retired') return;
    for (const use of uses) {
      if (known.find(use) !== undefined) continue;
      const key = `${use.list}/${use.id}`;
      const entry = missing.get(key) ?? {
        list: use.list,
        id: use.id,
        sources: new Set(),
        records: 0,
      };
      entry.sources.add(source);
      entry.records++;
      missing.set(key, entry);
    }
  };
  for (const offer of offers) look(offer, termsOfOffer(offer));
  for (const provider of providers) look(provider, termsOfProvider(provider));
  for (const { list, id, sources, records } of missing.values()) {
    yield {
      path: pathOf('vocabulary', list),
      reason: `lacks ${JSON.stringify(id)}, which records of ${[...sources].join(', ')} use (${records})`,
      remedy: 'Keep the term; with replacedBy it means another from now on.',
    };
  }
}

/** Finds the providers that a file's offers name. */
export class ProviderReferences {
  readonly #byKey = new Map<string, Identified<FileProvider, Provider>>();
  readonly #byId = new Map<string, Identified<FileProvider, Provider>>();
  readonly #stored: readonly Provider[];

  constructor(
    identified: readonly Identified<FileProvider, Provider>[],
    stored: readonly Provider[],
  ) {
    this.#stored = stored;
    for (const provider of identified) {
      this.#byKey.set(keyOf(provider.given), provider);
      this.#byId.set(provider.id, provider);
    }
  }

  /** The provider's id; or why there is none that this offer may name. */
  resolve({ given, path }: Entry<FileOffer>): { id: string } | { fault: Fault } {
    const { source, provider: name, status } = given;
    const found =
      this.#byKey.get(keyOf({ source, record: name })) ?? this.#byId.get(name.toLowerCase());
    const fault = (reason: string, remedy?: string) => ({
      fault: {
        path: `${path}.provider`,
        record: given.record,
        value: name,
        reason,
        ...(remedy !== undefined && { remedy }),
      },
    });
    if (found?.given.source === source) {
      if (found.given.status === 'retired' && status !== 'retired') {
        return fault('is a provider that is retired', 'Retire the offer too, or name another.');
      }
      return { id: found.id };
    }
    const stored = this.#stored.find(
      ({ id, record, source: its }) =>
        id === name.toLowerCase() || (its === source && record === name),
    );
    // Of an offer that has gone the provider may have gone too.
    if (status === 'retired' && stored?.source === source) return { id: stored.id };
    const elsewhere =
      found?.given.source ?? (stored?.source !== source ? stored?.source : undefined);
    if (elsewhere !== undefined) {
      return fault(
        `is a provider of the source ${elsewhere}`,
        `An offer's provider comes from its own source: add it to ${source}.`,
      );
    }
    const near = nearest(name, this.#recordsOf(source));
    return fault(
      `is no provider of the source ${source} in this file`,
      near === undefined ? 'Add the provider to the file.' : didYouMean(near).remedy,
    );
  }

  #recordsOf(source: string): string[] {
    return [...this.#byKey.values()]
      .filter(({ given }) => given.source === source)
      .map(({ given }) => given.record);
  }
}
