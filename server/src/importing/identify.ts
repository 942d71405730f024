import type { RecordKey, RecordKind } from '../store/store.js';
import type { AnyDraft, RecordDraft } from './draft.js';
import type { FaultList } from './fault-list.js';
import { recordId, recordKey, Slugs } from './identity.js';
import type { Named } from './identity.js';
import type { FileRecord } from './file-records.js';

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

/**
 * Gives every record of a file its id and slug: its earlier ones, else those it brings, else new
 * ones. Records that claim those of another are faults.
 * @param stored all records of this kind, whatever their source, with tombstones
 */
export function identify<Content extends FileRecord>(
  kind: RecordKind,
  drafts: readonly RecordDraft<Content>[],
  stored: readonly RecordKey[],
  faults: FaultList,
): Identified<Content>[] {
  const { identified, slugs } = claims(kind, drafts, stored, faults);
  const newcomers = identified.filter(({ slug }) => slug === '');
  const naming = new Slugs(kind, slugs, namesOf(newcomers));
  for (const newcomer of newcomers) newcomer.slug = naming.next(newcomer.draft.named);
  return identified;
}

function* namesOf(newcomers: readonly Identified<FileRecord>[]): Generator<Named> {
  for (const { draft } of newcomers) yield draft.named;
}

/**
 * Gives the records the ids and slugs that they have or bring, and ids to all others.
 * @returns them, and the slugs that are taken
 */
function claims<Content extends FileRecord>(
  kind: RecordKind,
  drafts: readonly RecordDraft<Content>[],
  stored: readonly RecordKey[],
  faults: FaultList,
): { identified: Identified<Content>[]; slugs: Set<string> } {
  const known = new ByKey<RecordKey>();
  const ids = new Map<string, Owner>();
  const slugs = new Map<string, Owner>();
  for (const record of stored) {
    known.add(record);
    ids.set(record.id, record);
    slugs.set(record.slug, record);
  }
  const seen = new ByKey<RecordDraft<Content>>();
  const identified: Identified<Content>[] = [];

  // Another directory's record may have the id that this one's source and key make.
  const newId = ({ source, record }: AnyDraft) => {
    const id = recordId(kind, source, record);
    const owner = ids.get(id);
    return owner && owner.source !== source
      ? recordId(kind, '', recordKey({ source, record }))
      : id;
  };
  for (const draft of drafts) {
    const fault = (member: 'id' | 'slug' | 'record', reason: string, remedy: string) =>
      faults.addTo(draft, member, { value: draft[member], reason, remedy });
    const earlier = seen.get(draft);
    if (earlier !== undefined) {
      fault(
        'record',
        `stands in ${earlier.position} already`,
        'Every record of a source has its own key.',
      );
      continue;
    }
    seen.add(draft);

    const before = known.get(draft);
    const id = before?.id ?? draft.id ?? newId(draft);
    const slug = before?.slug ?? draft.slug;
    if (before && draft.id !== undefined && draft.id !== before.id) {
      fault('id', `is not the id that this record has (${before.id})`, 'Leave the field out.');
    }
    if (before && draft.slug !== undefined && draft.slug !== before.slug) {
      fault(
        'slug',
        `is not the slug that this record has (${before.slug})`,
        'A slug stays for ever, since addresses end in it. Leave the field out.',
      );
    }
    if (!before) {
      const idOwner = ids.get(id);
      if (idOwner) fault('id', `is the id of ${nameOf(idOwner)}`, 'Leave the field out.');
      else ids.set(id, draft);
      const slugOwner = slug !== undefined && slugs.get(slug);
      if (slugOwner) fault('slug', `is the slug of ${nameOf(slugOwner)}`, 'Leave the field out.');
      else if (slug !== undefined) slugs.set(slug, draft);
    }
    const isKnown = before !== undefined;
    // With a place for the provider, which comes later: so each takes less memory.
    identified.push({ draft, id, slug: slug ?? '', isKnown, provider: undefined });
  }
  return { identified, slugs: new Set(slugs.keys()) };
}

/** Records by source and key, without a text of both for each: there are few sources. */
class ByKey<Value extends { source: string; record: string }> {
  readonly #sources = new Map<string, Map<string, Value>>();

  get({ source, record }: { source: string; record: string }): Value | undefined {
    return this.#sources.get(source)?.get(record);
  }

  add(value: Value): void {
    let records = this.#sources.get(value.source);
    if (!records) this.#sources.set(value.source, (records = new Map<string, Value>()));
    records.set(value.record, value);
  }
}

/** The owner of an id or slug: a record of the directory or of the file. */
type Owner = RecordKey | AnyDraft;

function nameOf(owner: Owner): string {
  if ('position' in owner) return owner.position;
  return `the record ${JSON.stringify(owner.record)} of the source ${owner.source}`;
}
