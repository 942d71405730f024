import type { FileOffer, FileProvider, Source } from '@vielfalt/feed';
import type { Head, RecordKey, Transaction } from '../store/store.js';
import type { Fault } from '../validation/fault.js';
import { KnownTerms, termsOfOffer, termsOfProvider } from '../validation/terms-used.js';
import { located } from './batch.js';
import type { ImportBatch } from './batch.js';
import { checkTermsUsed, MissingTerms } from './check-terms.js';
import type { AnyDraft } from './draft.js';
import type { FaultList } from './fault-list.js';
import { identify } from './identify.js';
import type { Identified } from './identify.js';
import { baseOf } from './import-base.js';
import type { ImportContext } from './import-base.js';
import { batches, isLive } from './merge.js';
import { ProviderReferences } from './references.js';

/** The changes to one source. */
export interface SourcePlan {
  source: Source;
  providers: Identified<FileProvider>[];
  /** Each with its provider's id. */
  offers: Identified<FileOffer>[];
  /** Ids of records that the file does not have any more. */
  leavingProviders: string[];
  leavingOffers: string[];
  /** The number of offers available before the import: published or paused. */
  live: number;
}

/** The effects of an import on a directory, valid as long as the directory does not change. */
export interface ImportPlan extends ImportContext {
  /** The current directory; `undefined`: there is none yet. */
  head: Head | undefined;
  sources: SourcePlan[];
  /** Faults in the records that are left out. */
  skipped: readonly Fault[];
}

export interface PlanOptions {
  /** Leaves out records with faults instead of stopping; stored ones stay as they are. */
  skipFaulty?: boolean;
}

/** All records that a directory has, whatever their source, with tombstones. */
interface StoredKeys {
  offers: readonly RecordKey[];
  providers: readonly RecordKey[];
}

/**
 * Works out what importing a file would change, without changing anything. Each source that the file
 * names is replaced as a whole; other sources stay as they are (docs/importing.md).
 */
export async function planImport(
  transaction: Transaction,
  batch: ImportBatch,
  { skipFaulty = false }: PlanOptions,
): Promise<ImportPlan | { faults: readonly Fault[] }> {
  const head = await transaction.head();
  const base = baseOf(head, batch);
  if ('faults' in base) return { faults: located(base.faults, batch.locate) };

  const faults = batch.faults.copy();
  const stored: StoredKeys = {
    offers: await transaction.keys('offer'),
    providers: await transaction.keys('provider'),
  };
  checkTerms(batch, base, faults);
  const identified = identifyRecords(batch, stored, faults);
  if (base.vocabulary === batch.vocabulary || base.vocabulary === batch.words) {
    faults.add(...(await checkOthers(transaction, base, stored, batch.sources)));
  }
  const all = located(faults.all, batch.locate);
  if (all.length > 0 && !(skipFaulty && faults.areSkippable)) return { faults: all };

  const kept = new Set([
    ...[...identified.offers, ...identified.providers].map(({ id }) => id),
    ...(await hiddenRecords(transaction, stored, faults)),
  ]);
  const isWhole = ({ draft }: { draft: AnyDraft }) => !faults.isIn(draft);
  const whole = {
    offers: identified.offers.filter(isWhole),
    providers: identified.providers.filter(isWhole),
  };
  return {
    ...base,
    head,
    skipped: all,
    sources: batch.sources.map((source) => planSource(source, whole, stored, kept)),
  };
}

/** Notes terms that the vocabulary lacks; most files have none, which is quick to see. */
function checkTerms(
  { terms, providers, offers }: ImportBatch,
  { vocabulary }: ImportContext,
  faults: FaultList,
): void {
  const known = new KnownTerms(vocabulary);
  if (terms.areIn(known)) return;
  checkTermsUsed(providers, termsOfProvider, known, faults);
  checkTermsUsed(offers, termsOfOffer, known, faults);
}

/** Gives each record its id and slug, and each offer its provider's id. */
function identifyRecords(batch: ImportBatch, stored: StoredKeys, faults: FaultList) {
  const providers = identify('provider', batch.providers, stored.providers, faults);
  const offers = identify('offer', batch.offers, stored.offers, faults);
  const references = new ProviderReferences(providers, stored.providers, faults);
  for (const offer of offers) offer.provider = references.resolve(offer.draft);
  return { providers, offers };
}

/** @param kept ids of records that stay although they are not among the faultless ones */
function planSource(
  source: Source,
  { offers, providers }: { offers: Identified<FileOffer>[]; providers: Identified<FileProvider>[] },
  stored: StoredKeys,
  kept: ReadonlySet<string>,
): SourcePlan {
  const isOurs = ({ draft }: { draft: { source: string } }) => draft.source === source.id;
  const leaving = (keys: readonly RecordKey[]) =>
    keys
      .filter((key) => key.source === source.id && key.status !== 'retired' && !kept.has(key.id))
      .map(({ id }) => id);
  return {
    source,
    providers: providers.filter(isOurs),
    offers: offers.filter(isOurs),
    leavingProviders: leaving(stored.providers),
    leavingOffers: leaving(stored.offers),
    live: stored.offers.filter((key) => key.source === source.id && isLive(key)).length,
  };
}

/** Checks that a new vocabulary has the terms of the records that the import leaves alone. */
async function checkOthers(
  transaction: Transaction,
  { vocabulary }: ImportContext,
  stored: StoredKeys,
  sources: readonly Source[],
): Promise<Fault[]> {
  const ours = new Set(sources.map(({ id }) => id));
  const others = (keys: readonly RecordKey[]) =>
    keys.filter((key) => !ours.has(key.source)).map(({ id }) => id);
  const missing = new MissingTerms(vocabulary);
  for (const ids of batches(others(stored.offers)))
    missing.look(await transaction.records('offer', ids), termsOfOffer);
  for (const ids of batches(others(stored.providers)))
    missing.look(await transaction.records('provider', ids), termsOfProvider);
  return [...missing.faults()];
}

/** Finds stored records that faults kept from being read, and their providers: they may still be true. */
async function hiddenRecords(
  transaction: Transaction,
  stored: StoredKeys,
  faults: FaultList,
): Promise<string[]> {
  const hidden = (keys: readonly RecordKey[]) =>
    keys.filter((key) => faults.hidesRecord(key)).map(({ id }) => id);
  const offers = hidden(stored.offers);
  const providers = await transaction.records('offer', offers);
  return [...offers, ...hidden(stored.providers), ...providers.map(({ provider }) => provider)];
}
