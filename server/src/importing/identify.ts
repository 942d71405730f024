import type { RecordKey, RecordKind } from '../store/store.js';
import type { AnyDraft, RecordDraft } from './draft.js';
import type { FaultList } from './fault-list.js';
import { recordKey, recordId, Slugs } from './identity.js';
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
  const known = new Map(stored.map((record) => [recordKey(record), record]));
  const ids = new Map<string, Owner>(stored.map((record) => [record.id, record]));
  const slugs = new Map<string, Owner>(stored.map((record) => [record.slug, record]));
  const seen = new SeenRecords<RecordDraft<Content>>();
  const identified: Identified<Content>[] = [];

  for (const draft of drafts) {
    const fault = (member: 'id' | 'slug' | 'record', reason: string, remedy: string) =>
      faults.addTo(draft, member, { value: draft[member], reason, remedy });
    const earlier = seen.add(draft);
    if (earlier !== undefined) {
      fault(
        'record',
        `stands in ${earlier.position} already`,
        'Every record of a source has its own key.',
      );
      continue;
    }

    const before = known.size > 0 ? known.get(recordKey(draft)) : undefined;
    const id = before?.id ?? draft.id ?? recordId(kind, draft.source, draft.record);
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

  const newcomers = identified.filter(({ slug }) => slug === '');
  const naming = new Slugs(
    kind,
    new Set(slugs.keys()),
    newcomers.map(({ draft }) => draft.named),
  );
  for (const newcomer of newcomers) newcomer.slug = naming.next(newcomer.draft.named);
  return identified;
}

/** The records of a file by source and key: there are few sources, and no need for a text of both. */
class SeenRecords<Draft extends AnyDraft> {
  readonly #sources = new Map<string, Map<string, Draft>>();

  /** @returns the record that has the same key; absent: this one has been added */
  add(draft: Draft): Draft | undefined {
    const { source, record } = draft;
    let records = this.#sources.get(source);
    if (!records) this.#sources.set(source, (records = new Map<string, Draft>()));
    const earlier = records.get(record);
    if (!earlier) records.set(record, draft);
    return earlier;
  }
}

/** The owner of an id or slug: a record of the directory or of the file. */
type Owner = RecordKey | AnyDraft;

function nameOf(owner: Owner): string {
  if ('position' in owner) return owner.position;
  return `the record ${JSON.stringify(owner.record)} of the source ${owner.source}`;
}
