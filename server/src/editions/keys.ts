import type { Provider, ProviderHead, Offer } from '@vielfalt/feed';
import { AvailableLanguages, providerHead } from '../snapshot/heads.js';
import type { Slices } from '../slices.js';
import type { Editions } from '../store/editions.js';
import { OfferCounts } from './basis.js';

/** A record that has been put in order. */
export interface OrderedRecord {
  id: string;
  /** The number in the order of source and record key. */
  position: number;
}

/** The ids that are put together in one text. */
const IDS_AT_ONCE = 500;

/** Records in an order. There may be a million, so their ids lie in few long texts. */
export class OrderedRecords implements Iterable<OrderedRecord> {
  readonly #ids: string[] = [];
  readonly #positions: Uint32Array;

  constructor(records: readonly OrderedRecord[]) {
    this.#positions = Uint32Array.from(records, ({ position }) => position);
    for (let from = 0; from < records.length; from += IDS_AT_ONCE) {
      const some = records.slice(from, from + IDS_AT_ONCE);
      this.#ids.push(some.map(({ id }) => id).join('\n'));
    }
  }

  get length(): number {
    return this.#positions.length;
  }

  *[Symbol.iterator](): Generator<OrderedRecord> {
    let at = 0;
    for (const ids of this.#ids) {
      for (const id of ids.split('\n')) yield { id, position: this.#positions[at++] ?? 0 };
    }
  }
}

/** The records of a kind in the order in which an edition numbers them. */
export interface RecordOrder {
  /** Those that are not retired, by name. */
  ranked: OrderedRecords;
  retired: OrderedRecords;
}

/** What is known of all offers before the first of them is looked at closely. */
export interface OfferKeys extends RecordOrder {
  languages: AvailableLanguages;
  counts: OfferCounts;
}

/** Reads which offers there are, and puts them in order. @param compare by the directory's collation */
export async function offerKeys(
  editions: Editions,
  compare: (one: string, other: string) => number,
  slices: Slices,
): Promise<OfferKeys> {
  const languages = new AvailableLanguages();
  const counts = new OfferCounts();
  const order = await orderOf<Offer>(editions.written('offer'), ({ title }) => title, compare, {
    slices,
    living(offer) {
      languages.add(offer);
      counts.add(offer);
    },
  });
  return { ...order, languages, counts };
}

/** What is known of all providers. */
export interface ProviderKeys extends RecordOrder {
  /** By name. */
  heads: readonly ProviderHead[];
  /** Telephone numbers by id. */
  phones: ReadonlyMap<string, string>;
  /** As much of those that are not retired, by name, as tells who belongs to a network. */
  memberships: readonly Provider[];
}

/** Reads which providers there are, and puts them in order. */
export async function providerKeys(
  editions: Editions,
  compare: (one: string, other: string) => number,
  slices: Slices,
): Promise<ProviderKeys> {
  const phones = new Map<string, string>();
  const heads = new Map<string, ProviderHead>();
  const memberships = new Map<string, Provider>();
  const order = await orderOf<Provider>(editions.written('provider'), ({ name }) => name, compare, {
    slices,
    each({ id, contact }) {
      if (contact?.phone) phones.set(id, contact.phone);
    },
    living(provider) {
      const { id, slug, source, record, name, status, networks } = provider;
      heads.set(id, providerHead(provider));
      memberships.set(id, {
        id,
        slug,
        source,
        record,
        name,
        status,
        ...(networks && { networks }),
      });
    },
  });
  const ranked = <Kept>(kept: ReadonlyMap<string, Kept>) =>
    [...order.ranked].flatMap(({ id }) => kept.get(id) ?? []);
  return { ...order, phones, heads: ranked(heads), memberships: ranked(memberships) };
}

interface Visits<Stored> {
  slices: Slices;
  each?: (record: Stored) => void;
  living: (record: Stored) => void;
}

async function orderOf<Stored extends Offer | Provider>(
  pages: AsyncIterable<Stored[]>,
  nameOf: (record: Stored) => string,
  compare: (one: string, other: string) => number,
  { slices, each, living }: Visits<Stored>,
): Promise<RecordOrder> {
  const kept: (OrderedRecord & { name: string })[] = [];
  const retired: OrderedRecord[] = [];
  for await (const page of pages) {
    for (const record of page) {
      each?.(record);
      const isRetired = record.status === 'retired';
      const position = kept.length + retired.length;
      const { id } = record;
      if (isRetired) retired.push({ id, position });
      else {
        kept.push({ id, position, name: nameOf(record) });
        living(record);
      }
    }
    await slices.pause();
  }
  const ranked = await slices.sorted(
    kept,
    (a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
  );
  return { ranked: new OrderedRecords(ranked), retired: new OrderedRecords(retired) };
}
