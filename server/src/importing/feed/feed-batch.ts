import type { FileNetwork, FileOffer, FileProvider, RecordOrigin, Source } from '@vielfalt/feed';
import { FileNetwork as NetworkShape, FileOffer as OfferShape } from '@vielfalt/feed/schemas';
import { FileProvider as ProviderShape } from '@vielfalt/feed/schemas';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import type { Spool } from '../../files/spool.js';
import { RECORD_LISTS } from '../../store/store.js';
import type { RecordKind, Transaction } from '../../store/store.js';
import { pathOf } from '../../validation/fault.js';
import type { TermUse } from '../../validation/terms-used.js';
import { validateRecord } from '../../validation/validate.js';
import type { ImportBatch } from '../batch.js';
import { BatchCheck } from '../check-batch.js';
import { RecordDraft } from '../draft.js';
import type { DraftOrigin } from '../draft.js';
import type { FileRecords } from '../file-records.js';
import { IMPORTED } from '../record-kinds.js';
import { directoryAddress } from './address.js';
import type { FetchedRecords } from './fetch-records.js';
import { Here } from './here.js';
import { joinTerms } from './join-terms.js';
import type { JoinedTerms } from './join-terms.js';
import { knownMembers } from './known-members.js';

const SHAPES = { provider: ProviderShape, offer: OfferShape, network: NetworkShape };

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
  /** Brings only what has changed since the last visit. */
  isPartial: boolean;
}

/** What is worth knowing about an import from a feed besides its counts. */
export interface FeedNotes {
  /** Records of one's own that came back. */
  own: number;
  /** Records that come directly from a source of one's own, by its id. */
  direct: Readonly<Record<string, number>>;
  /** Records whose id another record here has, and that got another one. */
  reidentified: readonly string[];
  /** Terms that were added to the vocabulary. */
  terms: readonly string[];
  /** Terms of one id that are worded differently. */
  reworded: readonly string[];
}

/** One of the fetched records, and what becomes of it. */
interface Taken {
  kind: RecordKind;
  at: number;
  /** Its id at the other directory: its key here. */
  key: string;
  /** Only what remains of it is taken. */
  isGone: boolean;
  /** It belongs to a third directory. */
  isForeign: boolean;
  isKnown: boolean;
  /** The id and slug that it brings, where nobody here has them. */
  claims: { id?: string; slug?: string };
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
  const { source: id, isPartial, directory, addsTerms } = options;
  const head = await transaction.head();
  const here = await Here.read(transaction, options);
  const check = new BatchCheck();
  const reading = new FeedReading(fetched, options, head?.directory.language);
  checkDirectories(check, fetched, head?.directory);
  const direct: Record<string, number> = {};
  let own = 0;
  const taken: Taken[] = [];
  const uses = new Map<string, TermUse>();
  for (const [number, { kind, at }] of fetched.records.entries()) {
    const raw = reading.raw(at);
    const key = uuidIn(raw, 'id');
    if (key === undefined) {
      const path = pathOf(RECORD_LISTS[kind], number, 'id');
      check.faults.addRow(id, { path, value: Reflect.get(raw, 'id'), reason: 'is not an id' });
      continue;
    }
    const whereabouts = here.find(kind, key, raw);
    if (whereabouts.isOwn) own++;
    const { direct: way } = whereabouts;
    if (way !== undefined) direct[way] = (direct[way] ?? 0) + 1;
    const isLeftOut = whereabouts.isOwn || way !== undefined;
    const isGone = isLeftOut || ['retired', 'ended'].includes(String(Reflect.get(raw, 'status')));
    if (isGone && !whereabouts.isKnown) continue;
    // Everything is compared: what is left out goes as what is missing does.
    if (isLeftOut && !isPartial) continue;
    const { isForeign, isKnown } = whereabouts;
    const each: Taken = { kind, at, key, isGone: isLeftOut, isForeign, isKnown, claims: {} };
    const content = reading.content(each);
    const [fault] = validateRecord(kind, content);
    if (fault) {
      const path = `${pathOf(RECORD_LISTS[kind], number)}.${fault.path}`;
      check.faults.addRow(id, { ...fault, path, record: key });
      continue;
    }
    for (const use of IMPORTED[kind].termsOf(content as never)) {
      uses.set(`${use.list} ${use.id}`, use);
    }
    taken.push(each);
  }
  const vocabulary = head?.vocabulary ?? defaultVocabulary;
  const joined = joinTerms(vocabulary, fetched.vocabulary, uses.values(), {
    source: id,
    adds: addsTerms,
  });
  reading.terms = joined;
  const adopted = await here.adopt(transaction, taken);
  const reidentified: string[] = [];
  for (const each of taken) {
    const { kind, at, key, isKnown } = each;
    if (isKnown || adopted.has(key)) continue;
    const raw = reading.raw(at);
    each.claims = here.claimsOf(kind, key, Reflect.get(raw, 'slug'));
    if (each.claims.id === undefined) reidentified.push(`${kind} ${key}`);
  }
  const source = sourceOf(id, directory, fetched);
  return {
    batch: {
      only: id,
      ...(joined.words && { words: joined.words }),
      sources: [source],
      records: reading.drafts(taken, check),
      isPartial,
      ...(adopted.size > 0 && { adopted }),
      terms: check.terms,
      faults: check.faults,
    },
    notes: {
      own,
      direct,
      reidentified,
      terms: joined.added,
      reworded: joined.reworded,
    },
  };
}

/** Reads fetched records as records of a file. */
class FeedReading {
  /** Set once it is known which terms the records name. */
  terms: JoinedTerms | undefined;
  readonly #spool: Spool;
  readonly #directory: FetchedRecords['directory'];
  readonly #options: FeedBatchOptions;
  readonly #language: string | undefined;

  constructor(
    { spool, directory }: FetchedRecords,
    options: FeedBatchOptions,
    language: string | undefined,
  ) {
    this.#spool = spool;
    this.#directory = directory;
    this.#options = options;
    this.#language = language;
  }

  raw(at: number): object {
    return this.#spool.get(at) as object;
  }

  /** A record as a file would have it, unchecked. */
  content({ kind, at, key, isGone, claims }: Taken): FileRecords[RecordKind] {
    const raw = this.raw(at);
    const known = Object(knownMembers(raw, SHAPES[kind])) as FileProvider & FileOffer & FileNetwork;
    const { id: _, slug, changed: __, logo: ___, origin, ...members } = known;
    const { source } = this.#options;
    const common = { source, record: key, ...claims };
    if (isGone) {
      const { title, name, provider } = known;
      const named = title === undefined ? { name } : { title, provider };
      return { ...common, ...named, status: 'retired' } as FileRecords[RecordKind];
    }
    const { language: theirs, licence: general } = this.#directory;
    const language = members.language ?? (theirs === this.#language ? undefined : theirs);
    const licence = members.licence ?? general?.name;
    const content = {
      ...members,
      ...common,
      ...(language !== undefined && { language }),
      ...(licence !== undefined && { licence }),
      origin: foreignOrigin(origin, this.#options) ?? this.#origin(kind, key, slug),
    } as FileRecords[RecordKind];
    this.#translate(kind, content);
    return content;
  }

  #origin(kind: RecordKind, id: string, slug: string | undefined): RecordOrigin {
    const { directory } = this.#options;
    const { title: name, reportTo } = this.#directory;
    const page = `${directory}${RECORD_LISTS[kind]}/${slug ?? id}`;
    return { directory, id, name, page, ...(reportTo !== undefined && { reportTo }) };
  }

  /** Replaces the other's terms by those of one's own. */
  #translate(kind: RecordKind, content: FileRecords[RecordKind]): void {
    const { terms } = this;
    if (!terms) return;
    for (const use of [...IMPORTED[kind].termsOf(content as never)]) {
      const id = terms.idOf(use);
      const last = use.steps.at(-1);
      if (id === use.id || last === undefined) continue;
      const holder = use.steps
        .slice(0, -1)
        .reduce<unknown>((at, step) => Reflect.get(Object(at), step), content);
      Reflect.set(Object(holder), last, id);
    }
  }

  drafts(taken: readonly Taken[], check: BatchCheck): ImportBatch['records'] {
    const draftsOf = <Kind extends RecordKind>(kind: Kind) => {
      const these = taken.filter((each) => each.kind === kind);
      const content = (at: number) => this.content(these[at]!) as FileRecords[Kind];
      const nameOf = (at: number) => `the ${kind} ${JSON.stringify(these[at]?.key)}`;
      const origin: DraftOrigin<FileRecords[Kind]> = {
        content,
        nameOf,
        locate: (at, member) => ({ path: `${nameOf(at)}, ${member}` }),
      };
      return these.map((_, at) => {
        const draft = new RecordDraft(content(at), at, origin);
        check.record(kind, draft, content(at));
        return draft;
      });
    };
    return {
      provider: draftsOf('provider'),
      offer: draftsOf('offer'),
      network: draftsOf('network'),
    };
  }
}

/** The origin that a record brought along, where that is another directory than the one asked. */
function foreignOrigin(
  origin: RecordOrigin | undefined,
  { directory }: FeedBatchOptions,
): RecordOrigin | undefined {
  if (origin === undefined) return undefined;
  const found = directoryAddress(String(origin.directory));
  const address = 'address' in found ? found.address : origin.directory;
  return address === directory ? undefined : { ...origin, directory: address };
}

/** The id in a member, in lowercase; nothing where it is none. */
export function uuidIn(record: object, member: string): string | undefined {
  const id: unknown = Reflect.get(record, member);
  const isId = typeof id === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
  return isId ? id.toLowerCase() : undefined;
}

/** The longest line of text that a source may have. */
const LONGEST = 300;

function sourceOf(id: string, url: string, { directory }: FetchedRecords): Source {
  const { title, publisher, licence, attribution } = directory;
  const named = attribution !== undefined && attribution.length <= LONGEST && attribution;
  return {
    ...{ id, name: title, url },
    ...(licence && { licence: licence.name }),
    attribution: named || publisher,
  };
}

/** Refuses a directory whose records would say something else here. */
function checkDirectories(
  { faults }: BatchCheck,
  { directory }: FetchedRecords,
  own: { timeZone: string; demo?: boolean } | undefined,
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
