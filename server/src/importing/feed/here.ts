import { RECORD_KINDS } from '../../store/store.js';
import type { RecordKey, RecordKind, Transaction } from '../../store/store.js';
import { misfit } from '../../validation/validate.js';
import { recordKey } from '../identity.js';
import { batches } from '../merge.js';
import { directoryAddress } from './address.js';

/** What is known here of a record that another directory gives. */
export interface Whereabouts {
  /** This source has it already. */
  isKnown: boolean;
  /** It is one's own, and comes back. */
  isOwn: boolean;
  /** The source by which it comes directly from the directory that it belongs to. */
  direct?: string;
  /** The source by which it is here already, through yet another directory. */
  twin?: string;
  /** Another directory's record, which the one asked has taken over itself. */
  isForeign: boolean;
}

/** A record as it came, unchecked. */
export interface RawRecord {
  kind: RecordKind;
  key: string;
  raw: object;
}

/** The names of a kind's records here. */
interface Names {
  ids: Map<string, RecordKey>;
  slugs: Set<string>;
  keys: Map<string, RecordKey>;
}

/** The records of one's own directory, as far as those of another may be among them. */
export class Here {
  readonly #names: Record<RecordKind, Names>;
  readonly #source: string;
  readonly #directory: string;
  readonly #own: string | undefined;
  /** Sources that are other directories, by their addresses. */
  readonly #feeds: ReadonlyMap<string, string>;
  readonly #fromFeeds: ReadonlySet<string>;
  /** The sources of third directories' records that are here through another one, by kind and key. */
  readonly #twins = new Map<string, string>();
  /** Those that have gone there since. */
  readonly #orphans = new Set<string>();

  private constructor(
    { source, directory, own }: { source: string; directory: string; own?: string | undefined },
    names: Record<RecordKind, Names>,
    feeds: ReadonlyMap<string, string>,
  ) {
    this.#source = source;
    this.#directory = directory;
    this.#own = own;
    this.#names = names;
    this.#feeds = feeds;
    this.#fromFeeds = new Set(feeds.values());
  }

  static async read(
    transaction: Transaction,
    options: { source: string; directory: string; own?: string | undefined },
  ): Promise<Here> {
    const names = {
      provider: namesOf(await transaction.keys('provider')),
      offer: namesOf(await transaction.keys('offer')),
      network: namesOf(await transaction.keys('network')),
    };
    const history = await transaction.history();
    const feeds = new Map<string, string>();
    // The oldest first: a directory may have moved.
    for (const { feed, sources } of history.toReversed()) {
      for (const { source } of feed ? sources : []) feeds.set(feed?.directory ?? '', source);
    }
    return new Here(options, names, feeds);
  }

  /**
   * Looks for records of third directories that this source does not have, and that are here already
   * through another directory. `find` and `adopt` know them afterwards.
   */
  async findTwins(transaction: Transaction, records: Iterable<RawRecord>): Promise<void> {
    const wanted = new Map<string, string>();
    for (const { kind, key, raw } of records) {
      const origin = this.#originOf(raw);
      if (origin && !this.isKnown(kind, key)) wanted.set(wayTo(kind, origin), key);
    }
    if (wanted.size === 0) return;
    for (const kind of RECORD_KINDS) {
      const { ids } = this.#names[kind];
      const others = [...ids.values()].filter(
        ({ source }) => source !== this.#source && this.#fromFeeds.has(source),
      );
      for (const some of batches(others.map(({ id }) => id))) {
        for (const { id, source, origin, status } of await transaction.records(kind, some)) {
          const way = origin && wayTo(kind, { from: origin.directory, id: origin.id });
          const key = wanted.get(way ?? '');
          if (key === undefined) continue;
          if (status !== 'retired') this.#twins.set(`${kind} ${key}`, source);
          else if (key === id) this.#orphans.add(`${kind} ${key}`);
        }
      }
    }
  }

  find({ kind, key, raw }: RawRecord): Whereabouts {
    const isKnown = this.isKnown(kind, key);
    const origin = this.#originOf(raw);
    if (!origin) return { isKnown, isOwn: false, isForeign: false };
    const { from, id } = origin;
    const direct = this.#feeds.get(from);
    const twin = this.#twins.get(`${kind} ${key}`);
    return {
      isKnown,
      isForeign: true,
      isOwn: this.#own === undefined ? this.#isOurs(kind, id) : from === this.#own,
      ...(direct !== undefined && direct !== this.#source && { direct }),
      ...(twin !== undefined && { twin }),
    };
  }

  /** Tells whether this source has a record. */
  isKnown(kind: RecordKind, key: string): boolean {
    return this.#names[kind].keys.has(recordKey({ source: this.#source, record: key }));
  }

  /** The third directory that a record says it belongs to, and its id there. */
  #originOf(raw: object): { from: string; id: string } | undefined {
    const given: unknown = Reflect.get(raw, 'origin');
    const origin = typeof given === 'object' && given !== null ? given : {};
    const found = directoryAddress(String(Reflect.get(origin, 'directory')));
    if (!('address' in found) || found.address === this.#directory) return undefined;
    return { from: found.address, id: String(Reflect.get(origin, 'id')).toLowerCase() };
  }

  /** Tells whether an id is that of a record that came from no other directory. */
  #isOurs(kind: RecordKind, id: string): boolean {
    const owner = this.#names[kind].ids.get(id);
    return owner !== undefined && !this.#fromFeeds.has(owner.source);
  }

  /**
   * Finds records that came here through another directory until now, and belong to the one that is
   * asked, or have gone there: they move to its source, and keep their id and slug.
   */
  async adopt(
    transaction: Transaction,
    records: readonly { kind: RecordKind; key: string; isForeign: boolean }[],
  ): Promise<Map<string, Pick<RecordKey, 'source' | 'record'>>> {
    const adopted = new Map<string, Pick<RecordKey, 'source' | 'record'>>();
    for (const kind of RECORD_KINDS) {
      const { ids } = this.#names[kind];
      const isOrphan = (key: string) => this.#orphans.has(`${kind} ${key}`);
      const moving = records.filter((each) => {
        const mayMove = each.kind === kind && (!each.isForeign || isOrphan(each.key));
        const owner = mayMove ? ids.get(each.key) : undefined;
        return owner && owner.source !== this.#source && this.#fromFeeds.has(owner.source);
      });
      for (const some of batches(moving.map(({ key }) => key))) {
        for (const { id, origin } of await transaction.records(kind, some)) {
          const isTheirs = origin?.directory === this.#directory && origin.id === id;
          if (isTheirs || isOrphan(id)) adopted.set(id, { source: this.#source, record: id });
        }
      }
    }
    return adopted;
  }

  /**
   * The id and slug that a record may keep here: those that nobody has, and that no other record gets.
   * @param made the ids that this source and the keys of all newcomers make: two directories that know
   *   a third one by the same name make the same
   */
  claimsOf(
    { kind, key }: Pick<RawRecord, 'kind' | 'key'>,
    slug: unknown,
    made: ReadonlySet<string>,
  ): { id?: string; slug?: string } {
    const { ids, slugs } = this.#names[kind];
    const isFree = typeof slug === 'string' && misfit(['slug'], slug) === undefined;
    const mayKeep = isFree && !slugs.has(slug);
    if (mayKeep) slugs.add(slug);
    const isFreeId = !ids.has(key) && !made.has(key);
    return { ...(isFreeId && { id: key }), ...(mayKeep && { slug }) };
  }
}

function wayTo(kind: RecordKind, { from, id }: { from: string; id: string }): string {
  return `${kind} ${id} ${from}`;
}

function namesOf(keys: readonly RecordKey[]): Names {
  return {
    ids: new Map(keys.map((key) => [key.id, key])),
    slugs: new Set(keys.map(({ slug }) => slug)),
    keys: new Map(keys.map((key) => [recordKey(key), key])),
  };
}
