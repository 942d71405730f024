import { termHeads, termTree, type Offer, type Provider } from '@vielfalt/feed';
import { IndexBuilder } from '@vielfalt/feed/search';
import { isDeepStrictEqual } from 'node:util';
import { ProviderHeads } from '../columns/provider-heads.js';
import { Slices } from '../slices.js';
import { providerHead } from '../snapshot/heads.js';
import type { EditionChange, EditionHead, EditionRecord, Editions } from '../store/editions.js';
import { isSameRevision } from '../store/records.js';
import type { Head } from '../store/store.js';
import { OfferCounts, headDigest, isLike, type EditionBasis } from './basis.js';
import { offerDocuments } from './offer-documents.js';
import { PARTS, bytesOfJson, readBasis } from './parts.js';
import { titlePlaces } from './title-places.js';

/** The share of a directory's offers up to which changes are derived, and so many in any case. */
const MOST_SHARE = 0.02;
const MOST_ANYWAY = 250;

/**
 * Derives the edition of the latest revision from the newest one, where little has changed: it then
 * consists of what has, and of the whole edition before.
 * @returns false: it has to be made as a whole
 */
export async function deriveEdition(editions: Editions, program: string): Promise<boolean> {
  const own = editions.primary ?? editions;
  for (;;) {
    const from = await own.newest(program);
    const [of, head] = [await own.revision(), await own.head()];
    if (!from || !head) return false;
    if (isSameRevision(from, of)) return true;
    const basis = await readBasis(own, from.id);
    const derivation = new Derivation(own, from, basis, head);
    if (!(await derivation.make())) return false;
    const { changes } = derivation;
    const next = derivation.basis();
    if (!isLike(basis, next)) return false;
    const parts = [[PARTS.basis, bytesOfJson(next)]] as const;
    const derived = { from, of, changes, parts };
    const made = await own.derive(program, derived, Date.now());
    if (!made) continue;
    // Nobody has to wait for that, and whoever comes next does what is left of it.
    void own.removeBefore(made.id, Date.now()).catch(() => undefined);
    return true;
  }
}

/** An offer before and after a change; absent: there was or is none, or it is retired. */
interface OfferPair {
  before?: Offer;
  after?: Offer;
}

/** What is to be found out about the changes since an edition. */
class Derivation {
  readonly #editions: Editions;
  readonly #from: EditionHead;
  readonly #before: EditionBasis;
  readonly #head: Head;
  readonly #slices = new Slices();
  readonly #changed: EditionChange[] = [];
  readonly #pairs: OfferPair[] = [];
  /** Providers that have changed, as they are now. */
  readonly #providers = new Map<string, Provider>();
  readonly #counts: OfferCounts;
  #lengths: EditionBasis['lengths'] = [];
  #next: number;

  constructor(editions: Editions, from: EditionHead, before: EditionBasis, head: Head) {
    this.#editions = editions;
    this.#from = from;
    this.#before = before;
    this.#head = head;
    this.#counts = new OfferCounts(before);
    this.#next = before.next;
  }

  get changes(): readonly EditionChange[] {
    return this.#changed;
  }

  /** The basis of the derived edition. */
  basis(): EditionBasis {
    return {
      ...this.#before,
      ...this.#counts.counts,
      sources: this.#head.sources,
      lengths: this.#lengths,
      next: this.#next,
      changed: this.#before.changed + this.#changed.length,
    };
  }

  /** Finds out what has changed. @returns false: too much, or what all offers depend on */
  async make(): Promise<boolean> {
    const { size, changed, head } = this.#before;
    const most = Math.max(MOST_ANYWAY, size * MOST_SHARE) - changed;
    if (headDigest(this.#head) !== head) return false;
    if ((await this.#editions.countSince(this.#from.revision, most)) > most) return false;
    if (!(await this.#readNetworks()) || !(await this.#readProviders())) return false;
    if (!(await this.#readOffers()) || !(await this.#readOffersOfProviders(most))) return false;
    await this.#measure();
    return true;
  }

  /** Networks tell who belongs together: none may have changed. */
  async #readNetworks(): Promise<boolean> {
    for await (const some of this.#editions.writtenSince('network', this.#from.revision)) {
      const before = await this.#recordsBefore('network', some);
      if (some.some((each) => !isDeepStrictEqual(before.get(each.id)?.record, each))) return false;
    }
    return true;
  }

  /** Of providers only that may have changed which nothing else depends on than their telephone number. */
  async #readProviders(): Promise<boolean> {
    const { hasNetworks } = this.#before;
    const named = (provider: Provider) => {
      const { source, record, status, networks, address } = provider;
      const all = [providerHead(provider), source, record, status, networks];
      return hasNetworks ? [...all, address] : all;
    };
    for await (const some of this.#editions.writtenSince('provider', this.#from.revision)) {
      const before = await this.#recordsBefore('provider', some);
      for (const record of some) {
        const was = before.get(record.id);
        if (!was || !isDeepStrictEqual(named(was.record), named(record))) return false;
        if (isDeepStrictEqual(was.record, record)) continue;
        this.#changed.push({ ...was, kind: 'provider', record, place: 0 });
        this.#providers.set(record.id, record);
      }
      await this.#slices.pause();
    }
    return true;
  }

  async #readOffers(): Promise<boolean> {
    const placed: EditionChange<'offer'>[] = [];
    for await (const some of this.#editions.writtenSince('offer', this.#from.revision)) {
      const before = await this.#recordsBefore('offer', some);
      for (const record of some) {
        const was = before.get(record.id);
        if (was && isDeepStrictEqual(was.record, record)) continue;
        if (was && (was.record.source !== record.source || was.record.record !== record.record)) {
          return false;
        }
        placed.push({ ...(await this.#numbered(record, was)), kind: 'offer', record, place: 0 });
        this.#pairs.push({ ...living('before', was?.record), ...living('after', record) });
      }
      await this.#slices.pause();
    }
    const { base = this.#from.id } = this.#from;
    const collator = new Intl.Collator(this.#head.directory.language, { numeric: true });
    const places = await titlePlaces(
      this.#editions,
      { id: base, size: this.#before.size },
      placed.map(({ record }) => record),
      (one, other) => collator.compare(one, other),
    );
    for (const each of placed) {
      this.#changed.push({ ...each, place: places.get(each.record.id) ?? 0 });
    }
    return true;
  }

  /** The number and position of an offer: those that it had, or new ones. */
  async #numbered(
    { source, record }: Offer,
    was: EditionRecord<'offer'> | undefined,
  ): Promise<Pick<EditionChange, 'number' | 'position' | 'key'>> {
    const isInWhole = was !== undefined && was.number < this.#before.whole;
    if (isInWhole) return { number: was.number, position: was.position };
    const key = { source, record };
    const position = await this.#editions.positionBefore(this.#from, 'offer', key);
    return { number: was?.number ?? this.#next++, position, key };
  }

  /** The offers of those whose telephone number is another one: search finds them by it. */
  async #readOffersOfProviders(most: number): Promise<boolean> {
    const phones = await this.#phonesBefore([...this.#providers.keys()]);
    const called = [...this.#providers.values()]
      .filter(({ id, contact }) => contact?.phone !== phones.get(id))
      .map(({ id }) => id);
    const known = new Set(this.#pairs.flatMap(({ after }) => after?.id ?? []));
    const offers = await this.#editions.writtenBy(called);
    if (offers.length > most) return false;
    for (const offer of offers) {
      if (!known.has(offer.id)) this.#pairs.push({ before: offer, after: offer });
    }
    return true;
  }

  /** Counts what depends on all offers together. */
  async #measure(): Promise<void> {
    const { language } = this.#head.directory;
    const terms = termHeads(this.#head.vocabulary, language, language);
    const tree = termTree(terms);
    const ids = this.#pairs.flatMap(({ before, after }) => [before?.provider, after?.provider]);
    const providers = await this.#providersBefore([...new Set(ids)].flatMap((id) => id ?? []));
    const heads = ProviderHeads.of(
      [...providers.values()].filter(({ status }) => status !== 'retired').map(providerHead),
    );
    const source = { providers: heads, terms, tree, language };
    const phoneOf = (provider: Provider | undefined) => provider?.contact?.phone;
    const [gone, added] = [new IndexBuilder(), new IndexBuilder()];
    const add = (builder: IndexBuilder, offer: Offer, phone: string | undefined) => {
      const documents = offerDocuments({ offer, order: 0, phone }, source, this.#before.languages);
      for (const { fields } of documents) builder.add({ id: '', fields });
    };
    for (const { before, after } of this.#pairs) {
      if (before) {
        add(gone, before, phoneOf(providers.get(before.provider)));
        this.#counts.add(before, -1);
      }
      if (after) {
        const provider = this.#providers.get(after.provider) ?? providers.get(after.provider);
        add(added, after, phoneOf(provider));
        this.#counts.add(after);
      }
      await this.#slices.pause();
    }
    this.#lengths = this.#before.lengths.map(({ words, texts }, field) => ({
      words: words + (added.lengths[field]?.words ?? 0) - (gone.lengths[field]?.words ?? 0),
      texts: texts + (added.lengths[field]?.texts ?? 0) - (gone.lengths[field]?.texts ?? 0),
    }));
  }

  async #phonesBefore(ids: readonly string[]): Promise<Map<string, string | undefined>> {
    const providers = await this.#providersBefore(ids);
    return new Map([...providers].map(([id, { contact }]) => [id, contact?.phone]));
  }

  async #providersBefore(ids: readonly string[]): Promise<Map<string, Provider>> {
    const found = await this.#editions.byIds(this.#from, 'provider', ids);
    return new Map(found.map(({ record }) => [record.id, record]));
  }

  async #recordsBefore<Kind extends 'provider' | 'offer' | 'network'>(
    kind: Kind,
    records: readonly { id: string }[],
  ): Promise<Map<string, EditionRecord<Kind>>> {
    const ids = records.map(({ id }) => id);
    const found = await this.#editions.byIds(this.#from, kind, ids);
    return new Map(found.map((each) => [each.record.id, each]));
  }
}

/** An offer on one side of a pair, unless it is retired. */
function living(side: keyof OfferPair, offer: Offer | undefined): OfferPair {
  return offer && offer.status !== 'retired' ? { [side]: offer } : {};
}
