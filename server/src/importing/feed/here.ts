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
  /** Another directory's record, which the one asked has taken over itself. */
  isForeign: boolean;
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

  /** @param raw the record as it came, unchecked */
  find(kind: RecordKind, key: string, raw: object): Whereabouts {
    const isKnown = this.#names[kind].keys.has(recordKey({ source: this.#source, record: key }));
    const given: unknown = Reflect.get(raw, 'origin');
    const origin = typeof given === 'object' && given !== null ? given : {};
    const found = directoryAddress(String(Reflect.get(origin, 'directory')));
    const from = 'address' in found ? found.address : undefined;
    if (from === undefined || from === this.#directory) {
      return { isKnown, isOwn: false, isForeign: false };
    }
    const id = String(Reflect.get(origin, 'id')).toLowerCase();
    const direct = this.#feeds.get(from);
    return {
      isKnown,
      isForeign: true,
      isOwn: this.#own === undefined ? this.#isOurs(kind, id) : from === this.#own,
      ...(direct !== undefined && direct !== this.#source && { direct }),
    };
  }

  /** Tells whether an id is that of a record that came from no other directory. */
  #isOurs(kind: RecordKind, id: string): boolean {
    const owner = this.#names[kind].ids.get(id);
    return owner !== undefined && !this.#fromFeeds.has(owner.source);
  }

  /**
   * Finds records that came here through another directory until now, and belong to the one that is
   * asked: they move to its source, and keep their id and slug.
   */
  async adopt(
    transaction: Transaction,
    records: readonly { kind: RecordKind; key: string; isForeign: boolean }[],
  ): Promise<Map<string, Pick<RecordKey, 'source' | 'record'>>> {
    const adopted = new Map<string, Pick<RecordKey, 'source' | 'record'>>();
    for (const kind of RECORD_KINDS) {
      const { ids } = this.#names[kind];
      const twins = records.filter((each) => {
        const owner = each.kind === kind && !each.isForeign ? ids.get(each.key) : undefined;
        return owner && owner.source !== this.#source && this.#fromFeeds.has(owner.source);
      });
      for (const some of batches(twins.map(({ key }) => key))) {
        for (const { id, origin } of await transaction.records(kind, some)) {
          if (origin?.directory !== this.#directory || origin.id !== id) continue;
          adopted.set(id, { source: this.#source, record: id });
        }
      }
    }
    return adopted;
  }

  /** The id and slug that a record may keep here: those that nobody has. */
  claimsOf(kind: RecordKind, key: string, slug: unknown): { id?: string; slug?: string } {
    const { ids, slugs } = this.#names[kind];
    const isFree = typeof slug === 'string' && misfit(['slug'], slug) === undefined;
    const mayKeep = isFree && !slugs.has(slug);
    if (mayKeep) slugs.add(slug);
    return { ...(!ids.has(key) && { id: key }), ...(mayKeep && { slug }) };
  }
}

function namesOf(keys: readonly RecordKey[]): Names {
  return {
    ids: new Map(keys.map((key) => [key.id, key])),
    slugs: new Set(keys.map(({ slug }) => slug)),
    keys: new Map(keys.map((key) => [recordKey(key), key])),
  };
}
