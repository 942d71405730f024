import type { FileNetwork, FileOffer, FileProvider, RecordOrigin } from '@vielfalt/feed';
import {
  FileNetwork as NetworkShape,
  FileOffer as OfferShape,
  FileProvider as ProviderShape,
} from '@vielfalt/feed/schemas';
import type { Spool } from '../../files/spool.js';
import { RECORD_LISTS } from '../../store/store.js';
import type { RecordKind } from '../../store/store.js';
import type { TermUse } from '../../validation/terms-used.js';
import type { ImportBatch } from '../batch.js';
import type { BatchCheck } from '../check-batch.js';
import { RecordDraft } from '../draft.js';
import type { DraftOrigin } from '../draft.js';
import type { FileRecords } from '../file-records.js';
import { IMPORTED } from '../record-kinds.js';
import { directoryAddress } from './address.js';
import type { FetchedRecords } from './fetch-records.js';
import type { JoinedTerms } from './join-terms.js';
import { knownMembers } from './known-members.js';

const SHAPES = { provider: ProviderShape, offer: OfferShape, network: NetworkShape };

/** The longest line of text that a record may have. */
const LONGEST = 300;

/** One of the fetched records that is taken over. */
export interface TakenRecord {
  kind: RecordKind;
  at: number;
  /** Its id at the other directory: its key here. */
  key: string;
  /** Only what remains of it is taken. */
  isGone: boolean;
  /** It belongs to a third directory. */
  isForeign: boolean;
  /** This source has it already. */
  isKnown: boolean;
  /** The id and slug that it brings, where nobody here has them. */
  claims: { id?: string; slug?: string };
}

/** Whose records are read, and as what. */
export interface ReadingContext {
  /** The id of the source that they become. */
  source: string;
  /** The other directory's public address, with a slash at its end. */
  directory: string;
  /** The language of one's own directory. */
  language: string | undefined;
  /** The paths of logos here, by those that they have there. */
  logos: ReadonlyMap<string, string>;
}

/** Reads fetched records as records of a file. */
export class FeedReading {
  readonly #spool: Spool;
  readonly #head: FetchedRecords['directory'];
  readonly #context: ReadingContext;

  constructor({ spool, directory }: FetchedRecords, context: ReadingContext) {
    this.#spool = spool;
    this.#head = directory;
    this.#context = context;
  }

  /** A record as it came. */
  raw(at: number): object {
    return this.#spool.get(at) as object;
  }

  /** A record as a file would have it, unchecked. */
  content({ kind, at, key, isGone, claims }: TakenRecord): FileRecords[RecordKind] {
    const known = knownMembers(this.raw(at), SHAPES[kind]) as FileProvider &
      FileOffer &
      FileNetwork;
    const { id: _, slug, changed: __, logo: there, origin, ...members } = known;
    const common = { source: this.#context.source, record: key, ...claims };
    if (isGone) {
      const { title, name, provider } = known;
      const named = kind === 'offer' ? { title, provider } : { name };
      return { ...common, ...named, status: 'retired' };
    }
    const { language: theirs, licence: general, attribution: whole = '' } = this.#head;
    const logo = this.#context.logos.get(there ?? '');
    const language = members.language ?? (theirs === this.#context.language ? undefined : theirs);
    const licence = members.licence ?? general?.name;
    const attribution = members.attribution ?? (whole.length <= LONGEST ? whole : '');
    return {
      ...members,
      ...common,
      ...(logo !== undefined && { logo }),
      ...(language !== undefined && { language }),
      ...(licence !== undefined && { licence }),
      ...(attribution !== '' && { attribution }),
      origin: foreignOrigin(origin, this.#context) ?? this.#origin(kind, key, slug),
    };
  }

  #origin(kind: RecordKind, id: string, slug: string | undefined): RecordOrigin {
    const { directory } = this.#context;
    const { title: name, reportTo } = this.#head;
    const page = `${directory}${RECORD_LISTS[kind]}/${slug ?? id}`;
    return { directory, id, name, page, ...(reportTo !== undefined && { reportTo }) };
  }

  /** Makes drafts of records, in one's own terms, and checks them. */
  drafts(
    taken: readonly TakenRecord[],
    terms: JoinedTerms,
    check: BatchCheck,
  ): ImportBatch['records'] {
    const draftsOf = <Kind extends RecordKind>(kind: Kind) => {
      const these = taken.filter((each) => each.kind === kind);
      const nameOf = (at: number) => `the ${kind} ${JSON.stringify(these[at]?.key)}`;
      const content = (at: number) =>
        inOwnTerms(this.content(these[at]!), termsOf(kind), terms) as FileRecords[Kind];
      const locate: DraftOrigin<FileRecords[Kind]>['locate'] = (at, member) => ({
        path: `${nameOf(at)}, ${member}`,
      });
      return these.map((_, at) => {
        const read = content(at);
        const draft = new RecordDraft(read, at, { content, nameOf, locate });
        check.record(kind, draft, read);
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

/** Yields the terms that a record of a kind names. */
export function termsOf(kind: RecordKind): (content: FileRecords[RecordKind]) => Iterable<TermUse> {
  return IMPORTED[kind].termsOf as (content: FileRecords[RecordKind]) => Iterable<TermUse>;
}

/** Replaces the terms that a record names by those of one's own vocabulary. */
function inOwnTerms(
  content: FileRecords[RecordKind],
  usesOf: ReturnType<typeof termsOf>,
  { idOf }: JoinedTerms,
): FileRecords[RecordKind] {
  for (const use of [...usesOf(content)]) {
    const id = idOf(use);
    if (id === use.id) continue;
    let holder: unknown = content;
    for (const step of use.steps.slice(0, -1)) holder = Reflect.get(Object(holder), step);
    Reflect.set(Object(holder), use.steps.at(-1) ?? '', id);
  }
  return content;
}

/** The origin that a record brought along, where that is another directory than the one asked. */
function foreignOrigin(
  origin: RecordOrigin | undefined,
  { directory }: ReadingContext,
): RecordOrigin | undefined {
  if (origin === undefined) return undefined;
  // Unchecked: it may be anything.
  const given: unknown = origin.directory;
  const found = directoryAddress(typeof given === 'string' ? given : '');
  const address = 'address' in found ? found.address : origin.directory;
  return address === directory ? undefined : { ...origin, directory: address };
}
