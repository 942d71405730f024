import type { DirectoryRecord, Source } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { RECORD_LISTS } from '../../store/store.js';
import type { RecordKind, Transaction } from '../../store/store.js';
import { pathOf } from '../../validation/fault.js';
import type { TermUse } from '../../validation/terms-used.js';
import { validateRecord } from '../../validation/validate.js';
import type { ImportBatch } from '../batch.js';
import { BatchCheck } from '../check-batch.js';
import { recordId } from '../identity.js';
import { FeedReading, termsOf } from './feed-reading.js';
import type { TakenRecord } from './feed-reading.js';
import type { FetchedRecords } from './fetch-records.js';
import { Here } from './here.js';
import type { RawRecord } from './here.js';
import { joinTerms } from './join-terms.js';

/** How another directory's records are taken over. */
export interface FeedBatchOptions {
  /** The id of the source that they become. */
  source: string;
  /** The other directory's public address, with a slash at its end. */
  directory: string;
  /** One's own, where it is known. */
  own?: string | undefined;
  /** Adds terms that are not known here. */
  addsTerms: boolean;
  /** The paths of logos here, by those that they have there. */
  logos: ReadonlyMap<string, string>;
  /** Brings only what has changed since the last visit. */
  isPartial: boolean;
}

/** What is worth knowing about an import from a feed besides its counts. */
export interface FeedNotes {
  /** Records of one's own that came back. */
  own: number;
  /** Records that come directly from a source of one's own, by its id. */
  direct: Readonly<Record<string, number>>;
  /** Records of third directories that are here through another source already, by its id. */
  twins: Readonly<Record<string, number>>;
  /** Records whose id another record here has, and that got another one. */
  reidentified: readonly string[];
  /** Terms that were added to the vocabulary. */
  terms: readonly string[];
  /** Terms of one id that are worded differently. */
  reworded: readonly string[];
}

/**
 * Makes a batch of what a feed gave, in the transaction that imports it: checked record by record,
 * without what is one's own or comes directly, with the terms of one's own vocabulary.
 */
export async function feedBatch(
  transaction: Transaction,
  fetched: FetchedRecords,
  options: FeedBatchOptions,
): Promise<{ batch: ImportBatch; notes: FeedNotes }> {
  const { source, directory, isPartial, logos, addsTerms: adds } = options;
  const head = await transaction.head();
  const here = await Here.read(transaction, options);
  const check = new BatchCheck();
  checkDirectories(check, fetched, head?.directory);
  const language = head?.directory.language;
  const reading = new FeedReading(fetched, { source, directory, language, logos });
  await here.findTwins(transaction, rawRecords(fetched, reading));
  const selection = new Selection(reading, here, check, options);
  for (const [number, { kind, at }] of fetched.records.entries()) selection.take(kind, at, number);

  const { taken, uses, own, direct, twins } = selection;
  const vocabulary = head?.vocabulary ?? defaultVocabulary;
  const joined = joinTerms(vocabulary, fetched, uses.values(), { source, adds });
  const adopted = await here.adopt(transaction, taken);
  const reidentified: string[] = [];
  const newcomers = taken.filter(({ isKnown }) => !isKnown);
  const made = new Set(newcomers.map(({ kind, key }) => recordId(kind, source, key)));
  for (const each of taken) {
    const { kind, at, key, isKnown } = each;
    if (isKnown || adopted.has(key)) continue;
    each.claims = here.claimsOf(each, Reflect.get(reading.raw(at), 'slug'), made);
    if (each.claims.id === undefined) reidentified.push(`${kind} ${key}`);
  }
  return {
    batch: {
      only: source,
      ...(joined.words && { words: joined.words }),
      sources: [sourceOf(options, fetched)],
      records: reading.drafts(taken, joined, check),
      ...{ isPartial, adopted },
      terms: check.terms,
      faults: check.faults,
    },
    notes: {
      own,
      direct: Object.fromEntries(direct),
      twins: Object.fromEntries(twins),
      reidentified,
      terms: joined.added,
      reworded: joined.reworded,
    },
  };
}

/** Chooses the records that are taken over. */
class Selection {
  readonly taken: TakenRecord[] = [];
  /** The terms that they name, each once. */
  readonly uses = new Map<string, TermUse>();
  /** How many come directly, by their source. */
  readonly direct = new Map<string, number>();
  /** How many are here through another source already, by its id. */
  readonly twins = new Map<string, number>();
  own = 0;
  /** The keys of the providers that are taken. */
  readonly #providers = new Set<string>();

  constructor(
    private readonly reading: FeedReading,
    private readonly here: Here,
    private readonly check: BatchCheck,
    private readonly options: FeedBatchOptions,
  ) {}

  /** @param number the record's place in what came, from 0 */
  take(kind: RecordKind, at: number, number: number): void {
    const { source, isPartial } = this.options;
    const path = pathOf(RECORD_LISTS[kind], number);
    const raw = this.reading.raw(at);
    const key = keyOf(raw);
    if (key === undefined) {
      const value: unknown = Reflect.get(raw, 'id');
      this.check.faults.addRow(source, { path: `${path}.id`, value, reason: 'is not an id' });
      return;
    }
    const { isKnown, isForeign, isOwn, direct, twin } = this.here.find({ kind, key, raw });
    if (isOwn) this.own++;
    else if (direct !== undefined) countOne(this.direct, direct);
    else if (twin !== undefined) countOne(this.twins, twin);
    // Its provider is here by the other way, and so will it be.
    const isAside = isForeign && !isKnown && kind === 'offer' && !this.#hasProviderOf(raw);
    const isLeftOut = isOwn || direct !== undefined || twin !== undefined || isAside;
    const isOver = ['retired', 'ended'].includes(String(Reflect.get(raw, 'status')));
    if ((isLeftOut || isOver) && !isKnown) return;
    // Where everything is compared, it goes as what is missing does.
    if (isLeftOut && !isPartial) return;
    const record = { kind, at, key, isGone: isLeftOut, isForeign, isKnown, claims: {} };
    const content = this.reading.content(record);
    const faults = validateRecord(kind, content);
    for (const fault of faults) {
      this.check.faults.addRow(source, { ...fault, path: `${path}.${fault.path}`, record: key });
    }
    if (faults.length > 0) return;
    for (const use of termsOf(kind)(content)) this.uses.set(`${use.list} ${use.id}`, use);
    this.taken.push(record);
    if (kind === 'provider') this.#providers.add(key);
  }

  /** Tells whether this source has the provider that an offer names, or gets it with this visit. */
  #hasProviderOf(raw: object): boolean {
    const key = String(Reflect.get(raw, 'provider')).toLowerCase();
    return this.#providers.has(key) || this.here.isKnown('provider', key);
  }
}

function countOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The records as they came, but for those without an id. */
function* rawRecords({ records }: FetchedRecords, reading: FeedReading): Generator<RawRecord> {
  for (const { kind, at } of records) {
    const raw = reading.raw(at);
    const key = keyOf(raw);
    if (key !== undefined) yield { kind, key, raw };
  }
}

/** A record's id, in lowercase; nothing where it is none. */
function keyOf(record: object): string | undefined {
  const id: unknown = Reflect.get(record, 'id');
  const isId = typeof id === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
  return isId ? id.toLowerCase() : undefined;
}

/** The longest line of text that a source may have. */
const LONGEST = 300;

function sourceOf(
  { source: id, directory: url }: FeedBatchOptions,
  { directory }: FetchedRecords,
): Source {
  const { title, publisher, licence, attribution = '' } = directory;
  const isShort = attribution !== '' && attribution.length <= LONGEST;
  return {
    ...{ id, name: title, url },
    ...(licence && { licence: licence.name }),
    attribution: isShort ? attribution : publisher,
  };
}

/** Refuses a directory whose records would say something else here. */
function checkDirectories(
  { faults }: BatchCheck,
  { directory }: FetchedRecords,
  own: DirectoryRecord | undefined,
): void {
  if (!own) return;
  if (directory.timeZone !== own.timeZone) {
    faults.add({
      path: 'directory.timeZone',
      value: directory.timeZone,
      reason: `is not the time zone here (${own.timeZone}): every time of day would be wrong`,
    });
  }
  if (directory.demo && !own.demo) {
    faults.add({
      path: 'directory.demo',
      reason: 'says that this directory is a demo: what is in it does not exist',
    });
  }
}
