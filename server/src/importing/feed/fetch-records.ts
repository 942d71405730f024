import { createHash } from 'node:crypto';
import type { RecordsAnswer } from '@vielfalt/feed';
import { Spool } from '../../files/spool.js';
import { RECORD_KINDS, RECORD_LISTS } from '../../store/store.js';
import type { RecordKind } from '../../store/store.js';
import { printFault } from '../../validation/fault.js';
import { validateRecordsPage } from '../../validation/validate.js';
import type { RemoteFeed } from './remote-feed.js';
import { RemoteFeedError } from './remote-feed-error.js';

/** More than any directory has. */
const MOST_RECORDS = 1_000_000;
/** How often a feed that changes while it is read is read from the beginning. */
const MOST_ATTEMPTS = 3;

/** A record as a feed gave it: an object, of which nothing else is known. */
export interface FetchedRecord {
  kind: RecordKind;
  /** Its number in the spool. */
  at: number;
}

/** What a feed answered, all of one revision. */
export interface FetchedRecords {
  directory: RecordsAnswer['directory'];
  records: readonly FetchedRecord[];
  spool: Spool;
  /** The vocabulary, unchecked; absent where no record came. */
  vocabulary?: unknown;
  /** The shapes of places by their ids, unchecked; absent where none came. */
  areas?: unknown;
  /** The latest change among the records, by the other's clock (RFC 3339): the next visit's start. */
  latest?: string;
  /** The validator of what the next visit will ask for. */
  etag?: string;
  /** The SHA-256 of all that came, in hexadecimal. */
  hash: string;
}

/** Where a visit goes on. */
export interface FetchStart {
  /** RFC 3339; absent: everything. */
  since?: string;
  etag?: string;
  /** Milliseconds since the epoch: changes that the other says will be are not waited for. */
  now: number;
}

type Page = Pick<RecordsAnswer, 'directory' | 'total'> & Record<string, readonly object[]>;

/**
 * Reads what a feed has, or what has changed there since the last visit, all of one revision.
 * @param address the directory's own, with a slash at its end
 * @returns `undefined`: nothing has changed
 * @throws RemoteFeedError
 */
export async function fetchRecords(
  remote: RemoteFeed,
  address: string,
  { since, etag, now }: FetchStart,
): Promise<FetchedRecords | undefined> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const visit = new Visit(remote, address, now);
    try {
      const came = await visit.read(since, attempt === 1 ? etag : undefined);
      if (came === 'unchanged') return undefined;
      if (came !== 'changed meanwhile') return came;
    } catch (error) {
      visit.spool.close();
      throw error;
    }
    visit.spool.close();
  }
  throw new RemoteFeedError(
    `${address} changed ${MOST_ATTEMPTS} times while it was being read. Try again later.`,
  );
}

/** One attempt to read all pages. */
class Visit {
  readonly spool = new Spool();
  readonly #remote: RemoteFeed;
  readonly #address: string;
  readonly #now: number;
  readonly #records: FetchedRecord[] = [];
  readonly #hash = createHash('sha256');
  #latest = Number.NEGATIVE_INFINITY;

  constructor(remote: RemoteFeed, address: string, now: number) {
    this.#remote = remote;
    this.#address = address;
    this.#now = now;
  }

  async read(
    since: string | undefined,
    known: string | undefined,
  ): Promise<FetchedRecords | 'unchanged' | 'changed meanwhile'> {
    const first = await this.#page(1, since, known);
    if (!first) {
      this.spool.close();
      return 'unchanged';
    }
    const { directory, total } = first.page;
    if (total > MOST_RECORDS) {
      throw new RemoteFeedError(`${this.#address} says that it has ${total} records: too many.`);
    }
    this.#take(first.page, total);
    for (let number = 2; this.#records.length < total; number++) {
      const next = await this.#page(number, since);
      if (next?.page.directory.revision !== directory.revision || next.page.total !== total) {
        return 'changed meanwhile';
      }
      this.#take(next.page, total);
    }
    const moment = Math.min(this.#latest, this.#now);
    const latest = Number.isFinite(moment) ? new Date(moment).toISOString() : since;
    // The next visit's question: its validator, and whether all pages were of one revision.
    const next = latest === since ? first : latest && (await this.#page(1, latest));
    if (next && next.page.directory.revision !== directory.revision) return 'changed meanwhile';
    const isEmpty = this.#records.length === 0;
    return {
      directory,
      records: this.#records,
      spool: this.spool,
      ...(!isEmpty && { vocabulary: await this.#vocabulary(), areas: await this.#areas() }),
      ...(latest !== undefined && { latest }),
      ...(next && next.etag !== undefined && { etag: next.etag }),
      hash: this.#hash.digest('hex'),
    };
  }

  async #page(
    number: number,
    since: string | undefined,
    known?: string,
  ): Promise<{ page: Page; etag: string | undefined } | undefined> {
    const url = new URL('v1/records', this.#address);
    if (since !== undefined) url.searchParams.set('changed', since);
    if (number > 1) url.searchParams.set('page', String(number));
    const { json, bytes, etag } = await this.#remote.get(url.href, known);
    if (json === undefined) {
      if (known !== undefined) return undefined;
      throw new RemoteFeedError(`${url.href} answers 304, although nothing was known of it.`);
    }
    const [fault] = validateRecordsPage(json);
    if (fault)
      throw new RemoteFeedError(`${url.href} is no answer of a directory: ${printFault(fault)}`);
    this.#hash.update(bytes);
    return { page: json as Page, etag };
  }

  #take(page: Page, total: number): void {
    const before = this.#records.length;
    for (const kind of RECORD_KINDS) {
      for (const record of page[RECORD_LISTS[kind]] ?? []) {
        this.#records.push({ kind, at: this.spool.add(record) });
        const changed: unknown = Reflect.get(record, 'changed');
        const isMoment = typeof changed === 'string' && /^\d{4}-/.test(changed);
        const moment = isMoment ? Date.parse(changed) : Number.NaN;
        if (moment > this.#latest) this.#latest = moment;
      }
    }
    const count = this.#records.length;
    if (count > total || (count === before && count < total)) {
      throw new RemoteFeedError(
        `${this.#address} says that it has ${total} records, and gives ${count > total ? 'more' : `${count}, then an empty page`}.`,
      );
    }
  }

  async #vocabulary(): Promise<unknown> {
    const { json } = await this.#remote.get(new URL('v1/vocabulary', this.#address).href);
    return Reflect.get(Object(json), 'vocabulary') as unknown;
  }

  /** Maps do without: nothing stops where there are none. */
  async #areas(): Promise<unknown> {
    try {
      const { json } = await this.#remote.get(new URL('v1/areas', this.#address).href);
      return Reflect.get(Object(json), 'areas') as unknown;
    } catch (error) {
      if (error instanceof RemoteFeedError) return undefined;
      throw error;
    }
  }
}
