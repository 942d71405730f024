import type { FileOffer } from '@vielfalt/feed';
import type { RecordKind } from '../store/store.js';
import type { Fault } from '../validation/fault.js';
import { slugOf } from '../text/slug.js';
import type { Named } from './identity.js';
import type { FileRecord, FileRecords } from './file-records.js';

/** The file, or a part of one, that drafts come from: it has their content and positions. */
export interface DraftOrigin<Content> {
  /** @param at the record's number, from 0 */
  content(at: number): Content;
  /** Names a record's place, like `offers[3]` or `line 12`. */
  nameOf(at: number): string;
  /** Returns the place for a fault in a member of the record, like `title`. */
  locate(at: number, member: string): Pick<Fault, 'path' | 'line' | 'column'>;
}

/**
 * A record of a file of any kind. There may be a hundred thousand, so each holds little:
 * what tells it from others, and where the rest is.
 */
export class RecordDraft<Content extends FileRecord> {
  readonly source: string;
  readonly record: string;
  readonly id: string | undefined;
  readonly slug: string | undefined;
  readonly isRetired: boolean;
  /** For an offer: the provider's record key or id. */
  readonly provider: string | undefined;
  /** Its title as a slug, which is shorter and most often becomes its slug. */
  #name: string;
  #town: string | undefined;
  readonly #at: number;
  readonly #origin: DraftOrigin<Content>;

  constructor(content: Content, at: number, origin: DraftOrigin<Content>) {
    const { source, record, id, slug, status } = content;
    this.source = source;
    this.record = record;
    this.id = id?.toLowerCase();
    this.slug = slug;
    this.isRetired = status === 'retired';
    const isOffer = 'title' in content;
    this.provider = isOffer ? content.provider : undefined;
    this.#name = slugOf(isOffer ? content.title : content.name);
    this.#town = townOf(content);
    this.#at = at;
    this.#origin = origin;
  }

  /** Reads the record's content from where it is kept. */
  content(): Content {
    return this.#origin.content(this.#at);
  }

  /** The names that its slug is made from. */
  get named(): Named {
    return { name: this.#name, ...(this.#town !== undefined && { town: this.#town }) };
  }

  /** Lets go of the names, once it has its slug. */
  forgetNames(): void {
    this.#name = '';
    this.#town = undefined;
  }

  /** Its place in the file, for people. */
  get position(): string {
    return this.#origin.nameOf(this.#at);
  }

  /** @param member the path to it inside the record, like `schedule.times[0].dtstart` */
  fault(member: string, what: Pick<Fault, 'value' | 'reason' | 'remedy'>): Fault {
    return { ...this.#origin.locate(this.#at, member), record: this.record, ...what };
  }
}

/** A draft of any kind. */
export type AnyDraft = RecordDraft<FileRecord>;

/** The drafts of a file; a kind that is absent is not spoken of, and its records stay as they are. */
export type DraftLists = {
  readonly [Kind in RecordKind]?: readonly RecordDraft<FileRecords[Kind]>[];
};

/** Finds a town that tells records of one name apart: an offer's first location that names one. */
function townOf(content: FileRecord): string | undefined {
  if ('title' in content) {
    const place = locatedIn(content.locations);
    return place?.town ?? place?.locality;
  }
  if ('address' in content) return content.address?.town ?? content.address?.locality;
  return 'places' in content ? content.places?.[0] : undefined;
}

function locatedIn(locations: FileOffer['locations'] = []) {
  return locations.find(({ town, locality }) => town ?? locality);
}
