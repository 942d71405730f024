import type {
  DirectoryFile,
  FileOffer,
  FileProvider,
  OwnLexicon,
  Source,
  Vocabulary,
} from '@vielfalt/feed';
import type { Head, RecordKey, Transaction } from '../store/store.js';
import { checkOffer, checkProvider } from './check-record.js';
import type { RecordDraft } from './draft.js';
import type { Fault } from './fault.js';
import type { FaultList } from './fault-list.js';
import { baseOf, checkSourceOf, checkSources } from './file-parts.js';
import type { ImportContext } from './file-parts.js';
import { identify } from './identify.js';
import type { Identified } from './identify.js';
import { batches, isLive } from './merge.js';
import { checkTermsUsed, MissingTerms } from './check-terms.js';
import { ProviderReferences } from './references.js';
import { KnownTerms, termsOfOffer, termsOfProvider } from './terms-used.js';

/** What a file holds, looked at record by record. */
export interface Intake extends Pick<DirectoryFile, 'directory' | 'vocabulary' | 'lexicon'> {
  /** Words that count also where one source alone is taken: the office has lists of its own. */
  words?: Vocabulary;
  /** The same of what they mean. */
  ownLexicon?: OwnLexicon;
  sources: readonly Source[];
  providers: readonly RecordDraft<FileProvider>[];
  offers: readonly RecordDraft<FileOffer>[];
  /** What was found wrong on the way. */
  faults: FaultList;
}

/** What becomes of one source. */
export interface SourcePlan {
  source: Source;
  providers: Identified<FileProvider>[];
  /** Each with its provider's id. */
  offers: Identified<FileOffer>[];
  /** Ids of records that the file does not have any more. */
  leavingProviders: string[];
  leavingOffers: string[];
  /** How many offers were to be had until now: published or paused. */
  live: number;
}

export interface ImportPlan extends ImportContext {
  /** The directory as it is; `undefined`: there is none yet. */
  head: Head | undefined;
  sources: SourcePlan[];
  /** In the records that are left out. */
  skipped: readonly Fault[];
}

export interface PlanOptions {
  /** Take only this source out of the file. */
  source?: string;
  /** Leave out records with faults instead of stopping; those that the directory has stay as they are. */
  skipFaulty?: boolean;
}

/**
 * Works out what importing a file would change. Each source that the file names is replaced as a
 * whole; other sources stay as they are.
 */
export async function planImport(
  transaction: Transaction,
  intake: Intake,
  { source: only, skipFaulty = false }: PlanOptions,
): Promise<ImportPlan | { faults: readonly Fault[] }> {
  const faults = intake.faults.copy();
  const head = await transaction.head();
  const base = baseOf(head, intake, only);
  if ('faults' in base) return base;
  faults.add(...checkSources(intake.sources, only));

  const sources = intake.sources.filter(({ id }) => only === undefined || id === only);
  const stored = {
    offers: await transaction.keys('offer'),
    providers: await transaction.keys('provider'),
  };
  const wanted = <Given>(drafts: readonly RecordDraft<Given>[]) => {
    const known = new Set(intake.sources.map(({ id }) => id));
    for (const draft of drafts) checkSourceOf(draft, known, faults);
    const taken = new Set(sources.map(({ id }) => id));
    return drafts.filter(({ source }) => taken.has(source));
  };
  const drafts = { providers: wanted(intake.providers), offers: wanted(intake.offers) };
  checkContents(drafts, base.vocabulary, faults);

  const providers = identify('provider', drafts.providers, stored.providers, faults);
  const offers = identify('offer', drafts.offers, stored.offers, faults);
  const references = new ProviderReferences(providers, stored.providers, faults);
  for (const offer of offers) offer.provider = references.resolve(offer.draft);
  if (base.vocabulary === intake.vocabulary || base.vocabulary === intake.words) {
    const others = (keys: readonly RecordKey[]) =>
      keys.filter((key) => !sources.some(({ id }) => id === key.source)).map(({ id }) => id);
    faults.add(
      ...(await checkOthers(transaction, base.vocabulary, {
        offers: others(stored.offers),
        providers: others(stored.providers),
      })),
    );
  }
  if (faults.all.length > 0 && !(skipFaulty && faults.areSkippable)) return { faults: faults.all };

  const isWhole = ({ draft }: Identified<unknown>) => !faults.isIn(draft);
  const kept = new Set([
    ...[...offers, ...providers].map(({ id }) => id),
    ...(await hiddenRecords(transaction, stored, faults)),
  ]);
  return {
    ...base,
    head,
    skipped: faults.all,
    sources: sources.map((source) => {
      const isOurs = ({ draft }: Identified<unknown>) => draft.source === source.id;
      const leaving = (keys: readonly RecordKey[]) =>
        keys
          .filter(
            (key) => key.source === source.id && key.status !== 'retired' && !kept.has(key.id),
          )
          .map(({ id }) => id);
      return {
        source,
        providers: providers.filter(isOurs).filter(isWhole),
        offers: offers.filter(isOurs).filter(isWhole),
        leavingProviders: leaving(stored.providers),
        leavingOffers: leaving(stored.offers),
        live: stored.offers.filter((key) => key.source === source.id && isLive(key)).length,
      };
    }),
  };
}

/** What a schema cannot say about single records, and whether the terms that they name are there. */
function checkContents(
  {
    providers,
    offers,
  }: { providers: readonly RecordDraft<FileProvider>[]; offers: readonly RecordDraft<FileOffer>[] },
  vocabulary: Vocabulary,
  faults: FaultList,
): void {
  const known = new KnownTerms(vocabulary);
  for (const draft of providers) {
    const given = draft.give();
    for (const { path, ...what } of checkProvider(given)) faults.addTo(draft, path, what);
    checkTermsUsed(draft, termsOfProvider(given), known, faults);
  }
  for (const draft of offers) {
    const given = draft.give();
    for (const { path, ...what } of checkOffer(given)) faults.addTo(draft, path, what);
    checkTermsUsed(draft, termsOfOffer(given), known, faults);
  }
}

/** Whether a new vocabulary has the terms of the records that the import leaves alone. */
async function checkOthers(
  transaction: Transaction,
  vocabulary: Vocabulary,
  ids: { offers: readonly string[]; providers: readonly string[] },
): Promise<Fault[]> {
  const missing = new MissingTerms(vocabulary);
  for (const batch of batches(ids.offers))
    missing.look(await transaction.records('offer', batch), termsOfOffer);
  for (const batch of batches(ids.providers))
    missing.look(await transaction.records('provider', batch), termsOfProvider);
  return [...missing.faults()];
}

/** What a fault has kept from being read may still be true as it was; so may the provider of such an offer. */
async function hiddenRecords(
  transaction: Transaction,
  stored: { offers: readonly RecordKey[]; providers: readonly RecordKey[] },
  faults: FaultList,
): Promise<string[]> {
  const hidden = (keys: readonly RecordKey[]) =>
    keys.filter((key) => faults.hidesRecord(key)).map(({ id }) => id);
  const offers = hidden(stored.offers);
  const providers = await transaction.records('offer', offers);
  return [...offers, ...hidden(stored.providers), ...providers.map(({ provider }) => provider)];
}
