import type { Source } from '@vielfalt/feed';
import { RECORD_KINDS } from '../store/store.js';
import type { Head, RecordKind, Transaction } from '../store/store.js';
import type { Fault } from '../validation/fault.js';
import { KnownTerms } from '../validation/terms-used.js';
import { located } from './batch.js';
import type { ImportBatch } from './batch.js';
import { checkTermsUsed, MissingTerms } from './check-terms.js';
import type { AnyDraft, RecordDraft } from './draft.js';
import type { FaultList } from './fault-list.js';
import { identify } from './identify.js';
import type { Identified, Identities } from './identify.js';
import { baseOf } from './import-base.js';
import type { ImportContext } from './import-base.js';
import { batches } from './merge.js';
import { IMPORTED } from './record-kinds.js';
import type { FileRecord, FileRecords } from './file-records.js';
import { ProviderReferences } from './references.js';

/** The changes to one kind of a source's records. */
export interface KindPlan<Kind extends RecordKind> {
  /** With the ids of the providers that they name. */
  incoming: Identified<FileRecords[Kind]>[];
  /** Ids of records that the file does not have any more. */
  leaving: string[];
  /** The number of records available before the import: published or paused. */
  live: number;
}

/** The changes to one source; a kind that is absent stays as it is. */
export interface SourcePlan {
  source: Source;
  records: { readonly [Kind in RecordKind]?: KindPlan<Kind> };
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

/** The records of a file by kind, and what the directory has besides. */
type AllIdentities = { readonly [Kind in RecordKind]: Identities<FileRecords[Kind]> };

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
  checkTerms(batch, base, faults);
  const all = await identifyRecords(transaction, batch, faults);
  if (base.vocabulary === batch.vocabulary || base.vocabulary === batch.words) {
    faults.add(...(await checkOthers(transaction, base, all, batch.sources)));
  }
  const found = located(faults.all, batch.locate);
  if (found.length > 0 && !(skipFaulty && faults.areSkippable)) return { faults: found };

  const isWhole = ({ draft }: { draft: AnyDraft }) => !faults.isIn(draft);
  const kept = new Set([
    ...RECORD_KINDS.flatMap((kind) =>
      idsOf(all[kind].identified.filter((record) => !isWhole(record))),
    ),
    ...(await hiddenRecords(transaction, all, faults)),
  ]);
  const planned = <Kind extends RecordKind>(kind: Kind, { id }: Source): KindPlan<Kind> => {
    const { identified, others, live }: Identities<FileRecords[Kind]> = all[kind];
    const leaving = others.filter(
      (key) => key.source === id && key.status !== 'retired' && !kept.has(key.id),
    );
    return {
      incoming: identified.filter((record) => isWhole(record) && record.draft.source === id),
      leaving: batch.isPartial ? [] : idsOf(leaving),
      live: live.get(id) ?? 0,
    };
  };
  const { provider, offer, network } = batch.records;
  return {
    ...base,
    head,
    skipped: found,
    sources: batch.sources.map((source) => ({
      source,
      records: {
        ...(provider && { provider: planned('provider', source) }),
        ...(offer && { offer: planned('offer', source) }),
        ...(network && { network: planned('network', source) }),
      },
    })),
  };
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}

/** Notes terms that the vocabulary lacks; most files have none, which is quick to see. */
function checkTerms(
  { terms, records }: ImportBatch,
  { vocabulary }: ImportContext,
  faults: FaultList,
): void {
  const known = new KnownTerms(vocabulary);
  if (terms.areIn(known)) return;
  const check = <Kind extends RecordKind>(kind: Kind) =>
    checkTermsUsed(records[kind] ?? [], IMPORTED[kind].termsOf, known, faults);
  for (const kind of RECORD_KINDS) check(kind);
}

/** Gives each record its id and slug, and the ids of the providers that it names. */
async function identifyRecords(
  transaction: Transaction,
  { records, adopted, isPartial = false }: ImportBatch,
  faults: FaultList,
): Promise<AllIdentities> {
  const identified = <Kind extends RecordKind>(
    kind: Kind,
    drafts: readonly RecordDraft<FileRecords[Kind]>[] = [],
  ) =>
    identify(
      kind,
      drafts,
      (use) => transaction.eachKey(kind, (key) => use({ ...key, ...adopted?.get(key.id) })),
      faults,
    );
  const provider = await identified('provider', records.provider);
  const offer = await identified('offer', records.offer);
  const network = await identified('network', records.network);
  const references = new ProviderReferences(provider, { faults, isPartial });
  for (const each of offer.identified) each.provider = references.resolve(each.draft);
  for (const each of network.identified) each.members = references.resolveMembers(each.draft);
  return { provider, offer, network };
}

/** Checks that a new vocabulary has the terms of the records that the import leaves alone. */
async function checkOthers(
  transaction: Transaction,
  { vocabulary }: ImportContext,
  all: AllIdentities,
  sources: readonly Source[],
): Promise<Fault[]> {
  const ours = new Set(sources.map(({ id }) => id));
  const missing = new MissingTerms(vocabulary);
  const look = async <Kind extends RecordKind>(kind: Kind) => {
    const others = idsOf(all[kind].others.filter((key) => !ours.has(key.source)));
    for (const ids of batches(others)) {
      missing.look(await transaction.records(kind, ids), IMPORTED[kind].termsOf);
    }
  };
  for (const kind of RECORD_KINDS) await look(kind);
  return [...missing.faults()];
}

/** Finds stored records that faults kept from being read, and their providers: they may still be true. */
async function hiddenRecords(
  transaction: Transaction,
  all: AllIdentities,
  faults: FaultList,
): Promise<string[]> {
  const hidden = (kind: RecordKind) => {
    const { identified, others }: Identities<FileRecord> = all[kind];
    return idsOf([
      ...identified.filter(({ isKnown, draft }) => isKnown && faults.hidesRecord(draft)),
      ...others.filter((key) => faults.hidesRecord(key)),
    ]);
  };
  const providers = await transaction.records('offer', hidden('offer'));
  return [...RECORD_KINDS.flatMap(hidden), ...providers.map(({ provider }) => provider)];
}
