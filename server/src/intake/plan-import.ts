import { isDeepStrictEqual } from 'node:util';
import type {
  DirectoryFile,
  Offer,
  Provider,
  Source,
  Vocabulary,
  VocabularyList,
} from '@vielfalt/feed';
import { isEmpty } from '../store/store.js';
import type { Changes, DirectoryState } from '../store/store.js';
import { checkOffer, checkProvider } from './check-record.js';
import type { Fault } from './fault.js';
import { baseOf, checkSources, entriesOf, nameOfOffer, nameOfProvider } from './file-parts.js';
import type { Base } from './file-parts.js';
import { identify } from './identify.js';
import type { Entry } from './identify.js';
import { merge, offerOf, OFFERS, providerOf, PROVIDERS } from './merge.js';
import type { Counts, Incoming, Merged } from './merge.js';
import { checkTermsKept, checkTermsUsed, ProviderReferences } from './references.js';

export interface ImportOptions {
  /** Milliseconds since the epoch: when what changes has changed. */
  now: number;
  /** Take only this source out of the file. */
  source?: string;
  /** Go on where more than a fifth of a source's offers would be retired. */
  allowRetiring?: boolean;
}

/** What an import does, or would do. */
export interface ImportReport {
  sources: { source: string; offers: Counts; providers: Counts }[];
  /** Whether the directory record and the vocabulary are new. */
  directory: boolean;
  vocabulary: boolean;
  /** Terms that were known until now; websites may name them. */
  droppedTerms: string[];
  /** The directory's revision afterwards. */
  revision: number;
}

/** A source that would lose more of its offers than goes without asking. */
export interface Shrinking {
  source: string;
  retiring: number;
  /** Published and paused offers until now. */
  live: number;
}

export type ImportPlan =
  | { outcome: 'changes'; changes: Changes; report: ImportReport }
  | { outcome: 'refused'; shrinking: Shrinking[] }
  | { outcome: 'faults'; faults: Fault[] };

/** One in so many offers may go. */
const MOST_RETIRED = 5;

/**
 * Works out what importing a file would change. Each source that the file names is replaced as a
 * whole; other sources stay as they are.
 * @param current the directory as it is; `undefined`: there is none yet
 * @param file as `validateFile` found it right
 */
export function planImport(
  current: DirectoryState | undefined,
  file: DirectoryFile,
  { now, source: only, allowRetiring = false }: ImportOptions,
): ImportPlan {
  const base = baseOf(current, file, only);
  if ('faults' in base) return { outcome: 'faults', faults: base.faults };
  const read = readRecords(current, file, base.vocabulary, only);
  if (read.faults.length > 0) return { outcome: 'faults', faults: read.faults };

  const sources = file.sources.filter(({ id }) => only === undefined || id === only);
  const moment = { now: new Date(now).toISOString(), restoring: !current };
  const merged = sources.map(({ id }) => ({
    source: id,
    offers: merge(OFFERS, ...ofSource(id, read.offers, current?.offers), moment),
    providers: merge(PROVIDERS, ...ofSource(id, read.providers, current?.providers), moment),
  }));
  const shrinking = merged
    .map(({ source, offers: { retiring, live } }) => ({ source, retiring, live }))
    .filter(({ retiring, live }) => retiring * MOST_RETIRED > live);
  if (shrinking.length > 0 && !allowRetiring) return { outcome: 'refused', shrinking };

  const changes = changesOf(current, base, sources, merged);
  return {
    outcome: 'changes',
    changes,
    report: {
      sources: merged.map(({ source, offers, providers }) => ({
        source,
        offers: offers.counts,
        providers: providers.counts,
      })),
      directory: changes.directory !== undefined,
      vocabulary: changes.vocabulary !== undefined,
      droppedTerms: droppedTerms(current?.vocabulary, base.vocabulary),
      revision: (current?.revision ?? 0) + (isEmpty(changes) ? 0 : 1),
    },
  };
}

/** The file's records as they would be kept, and every fault that more than one of them is needed to see. */
function readRecords(
  current: DirectoryState | undefined,
  file: DirectoryFile,
  vocabulary: Vocabulary,
  only: string | undefined,
): { offers: Incoming<Offer>[]; providers: Incoming<Provider>[]; faults: Fault[] } {
  const faults = [...checkSources(file, only)];
  const taken = new Set(
    file.sources.map(({ id }) => id).filter((id) => only === undefined || id === only),
  );
  const offerEntries = entriesOf('offers', file.offers, taken);
  const providerEntries = entriesOf('providers', file.providers, taken);
  const { offers: storedOffers = [], providers: storedProviders = [] } = current ?? {};
  for (const entry of providerEntries) faults.push(...inside(entry, checkProvider(entry.given)));
  for (const entry of offerEntries) faults.push(...inside(entry, checkOffer(entry.given)));

  const providers = identify('provider', providerEntries, storedProviders, nameOfProvider);
  const offers = identify('offer', offerEntries, storedOffers, nameOfOffer);
  faults.push(...providers.faults, ...offers.faults);

  const references = new ProviderReferences(providers.identified, storedProviders);
  const incomingOffers: Incoming<Offer>[] = [];
  for (const entry of offers.identified) {
    const found = references.resolve(entry);
    if ('fault' in found) faults.push(found.fault);
    else incomingOffers.push({ next: offerOf(entry, found.id), before: entry.stored });
  }

  faults.push(...checkTermsUsed(offerEntries, providerEntries, vocabulary));
  if (vocabulary === file.vocabulary) {
    const isOther = ({ source }: Offer | Provider) => !taken.has(source);
    faults.push(
      ...checkTermsKept(vocabulary, storedOffers.filter(isOther), storedProviders.filter(isOther)),
    );
  }
  return {
    offers: incomingOffers,
    providers: providers.identified.map((entry) => ({
      next: providerOf(entry),
      before: entry.stored,
    })),
    faults,
  };
}

function* inside({ path, given }: Entry<{ record: string }>, faults: Iterable<Fault>) {
  for (const fault of faults) {
    yield { ...fault, path: `${path}.${fault.path}`, record: given.record };
  }
}

function ofSource<Stored extends Offer | Provider>(
  source: string,
  incoming: readonly Incoming<Stored>[],
  stored: readonly Stored[] = [],
): [Incoming<Stored>[], Stored[]] {
  return [
    incoming.filter(({ next }) => next.source === source),
    stored.filter((record) => record.source === source),
  ];
}

function changesOf(
  current: DirectoryState | undefined,
  { directory, vocabulary }: Base,
  sources: readonly Source[],
  merged: readonly { offers: Merged<Offer>; providers: Merged<Provider> }[],
): Changes {
  const known = new Map(current?.sources.map((source) => [source.id, source]));
  return {
    ...(!isDeepStrictEqual(directory, current?.directory) && { directory }),
    ...(!isDeepStrictEqual(vocabulary, current?.vocabulary) && { vocabulary }),
    sources: sources.filter((source) => !isDeepStrictEqual(source, known.get(source.id))),
    providers: merged.flatMap(({ providers }) => providers.records),
    offers: merged.flatMap(({ offers }) => offers.records),
  };
}

function droppedTerms(before: Vocabulary | undefined, after: Vocabulary): string[] {
  return (Object.keys(after) as VocabularyList[]).flatMap((list) => {
    const kept = new Set(after[list].map(({ id }) => id));
    return (before?.[list] ?? [])
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => `${list} ${id}`);
  });
}
