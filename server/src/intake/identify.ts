import type { FileOffer, FileProvider, Offer, Provider } from '@vielfalt/feed';
import type { Fault } from './fault.js';
import { recordId, Slugs } from './identity.js';
import type { Named, RecordKind } from './identity.js';

/** A record of a file, and where it stands there. */
export interface Entry<Given> {
  /** Like `offers[3]`. */
  path: string;
  given: Given;
}

/** The same with what it is called for ever. */
export interface Identified<Given, Stored> extends Entry<Given> {
  id: string;
  slug: string;
  /** The record as it is kept now. */
  stored?: Stored;
}

/** What a record is known by within all sources. */
export function keyOf({ source, record }: { source: string; record: string }): string {
  return `${source}/${record}`;
}

/**
 * Gives every record of a file its id and slug: those it has had before, else those it brings, else
 * new ones. Records that claim what is another's are faults.
 * @param stored all records of this kind, whatever their source, with tombstones
 */
export function identify<Given extends FileOffer | FileProvider, Stored extends Offer | Provider>(
  kind: RecordKind,
  entries: readonly Entry<Given>[],
  stored: readonly Stored[],
  nameOf: (given: Given) => Named,
): { identified: Identified<Given, Stored>[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const known = new Map(stored.map((record) => [keyOf(record), record]));
  const keys = new Map<string, string>();
  const ids = new Map(stored.map((record) => [record.id, owner(record)]));
  const slugs = new Map(stored.map((record) => [record.slug, owner(record)]));
  const drafts: { entry: Entry<Given>; id: string; slug: string | undefined; before?: Stored }[] =
    [];

  for (const entry of entries) {
    const { given, path } = entry;
    const fault = (member: 'id' | 'slug' | 'record', reason: string, remedy: string) =>
      faults.push({
        path: `${path}.${member}`,
        record: given.record,
        value: given[member],
        reason,
        remedy,
      });
    const earlier = keys.get(keyOf(given));
    if (earlier !== undefined) {
      fault('record', `stands in ${earlier} already`, 'Every record of a source has its own key.');
      continue;
    }
    keys.set(keyOf(given), path);

    const before = known.get(keyOf(given));
    const givenId = given.id?.toLowerCase();
    const id = before?.id ?? givenId ?? recordId(kind, given.source, given.record);
    const slug = before?.slug ?? given.slug;
    if (before && givenId !== undefined && givenId !== before.id) {
      fault('id', `is not the id that this record has (${before.id})`, 'Leave the field out.');
    }
    if (before && given.slug !== undefined && given.slug !== before.slug) {
      fault(
        'slug',
        `is not the slug that this record has (${before.slug})`,
        'A slug stays for ever, since addresses end in it. Leave the field out.',
      );
    }
    if (!before) {
      const idOwner = ids.get(id);
      if (idOwner) fault('id', `is the id of ${idOwner}`, 'Leave the field out.');
      else ids.set(id, path);
      const slugOwner = slug !== undefined && slugs.get(slug);
      if (slugOwner) fault('slug', `is the slug of ${slugOwner}`, 'Leave the field out.');
      else if (slug !== undefined) slugs.set(slug, path);
    }
    drafts.push({ entry, id, slug, ...(before && { before }) });
  }

  const newcomers = drafts.filter(({ slug }) => slug === undefined);
  const names = newcomers.map(({ entry }) => nameOf(entry.given));
  const naming = new Slugs(kind, slugs.keys(), names);
  const identified = drafts.map(({ entry, id, slug, before }) => ({
    ...entry,
    id,
    slug: slug ?? naming.next(nameOf(entry.given)),
    ...(before && { stored: before }),
  }));
  return { identified, faults };
}

function owner({ source, record }: { source: string; record: string }): string {
  return `the record ${JSON.stringify(record)} of the source ${source}`;
}
