import type { RecordKey, RecordKind } from '../store/store.js';
import type { AnyDraft, RecordDraft } from './draft.js';
import type { FaultList } from './fault-list.js';
import { recordId, recordKey, Slugs } from './identity.js';
import type { Named } from './identity.js';
import type { FileRecord } from './file-records.js';
import { isLive } from './live.js';

/** A record of a file with its permanent names. */
export interface Identified<Content extends FileRecord> {
  draft: RecordDraft<Content>;
  id: string;
  slug: string;
  /** Tells whether the directory has it already. */
  isKnown: boolean;
  /** For an offer: its provider's id. */
  provider?: string | undefined;
  /** For a network: the ids of providers among its members, by what the file says. */
  members?: ReadonlyMap<string, string>;
}

/** The records of a file with their permanent names, and what the directory has besides. */
export interface Identities<Content extends FileRecord> {
  identified: Identified<Content>[];
  /** Records of the directory that the file does not have, whatever their source, with tombstones. */
  others: RecordKey[];
  /** By source: the number of records that the directory has available. */
  live: ReadonlyMap<string, number>;
}

/** Calls back with each record that a directory has of a kind, whatever its source, with tombstones. */
export type EachStored = (use: (key: RecordKey) => void) => Promise<void>;

/**
 * Gives every record of a file its id and slug: its earlier ones, else those it brings, else new
 * ones. Records that claim those of another are faults.
 */
export async function identify<Content extends FileRecord>(
  kind: RecordKind,
  drafts: readonly RecordDraft<Content>[],
  eachStored: EachStored,
  faults: FaultList,
): Promise<Identities<Content>> {
  const { slugs, ...identities } = await claimed(kind, drafts, eachStored, faults);
  const { identified } = identities;
  const newcomers = identified.filter(({ slug }) => slug === '');
  const naming = new Slugs(kind, slugs, namesOf(newcomers));
  for (const newcomer of newcomers) newcomer.slug = naming.next(newcomer.draft.named);
  for (const { draft } of identified) draft.forgetNames();
  return identities;
}

function* namesOf(newcomers: readonly Identified<FileRecord>[]): Generator<Named> {
  for (const { draft } of newcomers) yield draft.named;
}

/**
 * Gives the records the ids and slugs that they have or bring, and ids to all others.
 * @returns them, and the slugs that are taken, as far as they are in anybody's way
 */
async function claimed<Content extends FileRecord>(
  kind: RecordKind,
  drafts: readonly RecordDraft<Content>[],
  eachStored: EachStored,
  faults: FaultList,
): Promise<Identities<Content> & { slugs: ReadonlyMap<string, Owner> }> {
  const identified: Identified<Content>[] = [];
  const byKey = new ByKey<Identified<Content>>();
  for (const draft of drafts) {
    if (byKey.get(draft)) continue;
    // With a place for the provider, which comes later: so each takes less memory.
    const record = { draft, id: '', slug: '', isKnown: false, provider: undefined };
    identified.push(record);
    byKey.add(draft, record);
  }
  const others: RecordKey[] = [];
  const live = new Map<string, number>();
  await eachStored((key) => {
    if (isLive(key)) live.set(key.source, (live.get(key.source) ?? 0) + 1);
    const record = byKey.get(key);
    if (!record || record.isKnown) others.push(key);
    else [record.id, record.slug, record.isKnown] = [key.id, key.slug, true];
  });

  const ids = new Map<string, Owner>();
  const slugs = new Map<string, Owner>();
  const known = identified.filter(({ isKnown }) => isKnown);
  if (others.length + known.length > 0) {
    const wishes = new Wishes(
      kind,
      drafts.filter((draft) => byKey.get(draft)?.isKnown === false),
    );
    for (const owner of [...others, ...known]) {
      if (wishes.mayBeId(owner.id)) ids.set(owner.id, owner);
      if (wishes.mayBeSlug(owner.slug)) slugs.set(owner.slug, owner);
    }
  }
  // Ids that are made differ as the keys do: they are looked up only where the file brings some itself.
  const bringsIds = drafts.some(({ id }) => id !== undefined);

  const newId = ({ source, record }: AnyDraft) => {
    const id = recordId(kind, source, record);
    const owner = ids.get(id);
    return owner && keyOf(owner).source !== source ? newIds(kind, { source, record })[1] : id;
  };
  for (const draft of drafts) {
    const fault = (member: 'id' | 'slug' | 'record', reason: string, remedy: string) =>
      faults.addTo(draft, member, { value: draft[member], reason, remedy });
    const record = byKey.get(draft);
    if (record?.draft !== draft) {
      fault(
        'record',
        `stands in ${record?.draft.position} already`,
        'Every record of a source has its own key.',
      );
      continue;
    }
    if (record.isKnown) {
      if (draft.id !== undefined && draft.id !== record.id) {
        fault('id', `is not the id that this record has (${record.id})`, 'Leave the field out.');
      }
      if (draft.slug !== undefined && draft.slug !== record.slug) {
        fault(
          'slug',
          `is not the slug that this record has (${record.slug})`,
          'A slug stays for ever, since addresses end in it. Leave the field out.',
        );
      }
      continue;
    }
    record.id = draft.id ?? newId(draft);
    record.slug = draft.slug ?? '';
    const idOwner = ids.get(record.id);
    if (idOwner) fault('id', `is the id of ${nameOf(idOwner)}`, 'Leave the field out.');
    else if (bringsIds) ids.set(record.id, record);
    const slugOwner = record.slug === '' ? undefined : slugs.get(record.slug);
    if (slugOwner) fault('slug', `is the slug of ${nameOf(slugOwner)}`, 'Leave the field out.');
    else if (record.slug !== '') slugs.set(record.slug, record);
  }
  return { identified, others, live, slugs };
}

/** The ids and slugs that newcomers may get: nobody else's are in their way. */
class Wishes {
  readonly #ids = new Set<string>();
  /** What their slugs begin with. */
  readonly #names = new Set<string>();

  constructor(kind: RecordKind, newcomers: readonly AnyDraft[]) {
    for (const draft of newcomers) {
      const { source, record, id, slug, named } = draft;
      for (const each of id === undefined ? newIds(kind, { source, record }) : [id]) {
        this.#ids.add(each);
      }
      this.#names.add(slug ?? (named.name || kind));
    }
  }

  mayBeId(id: string): boolean {
    return this.#ids.has(id);
  }

  mayBeSlug(slug: string): boolean {
    for (let end = slug.length; end > 0; end = slug.lastIndexOf('-', end - 1)) {
      if (this.#names.has(slug.slice(0, end))) return true;
    }
    return false;
  }
}

/** The id of a new record, and the one where another directory's record has that. */
function newIds(kind: RecordKind, key: { source: string; record: string }): [string, string] {
  return [recordId(kind, key.source, key.record), recordId(kind, '', recordKey(key))];
}

/** Records by source and key, without a text of both for each: there are few sources. */
class ByKey<Value> {
  readonly #sources = new Map<string, Map<string, Value>>();

  get({ source, record }: { source: string; record: string }): Value | undefined {
    return this.#sources.get(source)?.get(record);
  }

  add({ source, record }: { source: string; record: string }, value: Value): void {
    let records = this.#sources.get(source);
    if (!records) this.#sources.set(source, (records = new Map<string, Value>()));
    records.set(record, value);
  }
}

/** The owner of an id or slug: a record that only the directory has, or one of the file. */
type Owner = RecordKey | Identified<FileRecord>;

function keyOf(owner: Owner): { source: string; record: string } {
  return 'draft' in owner ? owner.draft : owner;
}

function nameOf(owner: Owner): string {
  if ('draft' in owner && !owner.isKnown) return owner.draft.position;
  const { source, record } = keyOf(owner);
  return `the record ${JSON.stringify(record)} of the source ${source}`;
}
