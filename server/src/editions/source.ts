import {
  type Card,
  type ListedNetwork,
  type Location,
  type Offer,
  type Provider,
  type Tombstone,
  type TermTree,
} from '@vielfalt/feed';
import { rhythm } from '@vielfalt/feed/wording';
import type { CountedProvider } from '../answers/port.js';
import type { AnswerSource } from '../answers/source.js';
import { hasBit } from '../columns/bits.js';
import type { DayColumns } from '../columns/day.js';
import type { LikenessColumns } from '../columns/likeness.js';
import { countPerProvider } from '../columns/per-provider.js';
import { textsFor } from '../languages/words.js';
import { Slices } from '../slices.js';
import type { EditionHead, EditionRecord, EditionRecords, Editions } from '../store/editions.js';
import type { RecordKind } from '../store/store.js';
import { translatedCard, writtenCard } from './cards.js';
import { RECORDS_AT_ONCE } from './make.js';
import { PARTS, goneError } from './parts.js';
import type { EditionSearch } from './search.js';

/** An edition that is answered from. */
export interface OpenedEdition {
  editions: Editions;
  edition: EditionHead;
  /** Its records; offers are numbered by their ranks. */
  records: EditionRecords;
  search: EditionSearch;
  likeness: LikenessColumns;
  tree: TermTree;
  /** The directory's own language. */
  language: string;
  networks: readonly ListedNetwork[];
  addresses: Readonly<Record<string, Location>>;
  /** The language in which a requested one is shown. */
  languageOf: (lang: string | undefined) => string;
}

/** What an edition brings to be answered from on a day. */
export function editionSource(
  {
    editions,
    edition,
    records,
    search,
    likeness,
    tree,
    language,
    networks,
    addresses,
    languageOf,
  }: OpenedEdition,
  date: string,
  day: () => Promise<DayColumns>,
): AnswerSource {
  const { id, revision } = edition;

  const cardOf = (
    { number, record }: EditionRecord<'offer'>,
    lang: string,
    { dates }: DayColumns,
  ): Card => {
    const source = { tree, language };
    const plain =
      translatedCard(record, number, lang, source) ?? writtenCard(record, number, source);
    const upcoming = dates.of(number);
    const card = upcoming.length > 0 ? { ...plain, upcoming } : plain;
    const usual = card.schedule && rhythm(card.schedule, date, textsFor(lang));
    return usual ? { ...card, rhythm: usual } : card;
  };

  async function cards(ordinals: readonly number[], lang: string | undefined): Promise<Card[]> {
    if (ordinals.length === 0) return [];
    const columns = await day();
    const found = await records.records(edition, 'offer', ordinals);
    const byRank = new Map(found.map((each) => [each.number, each]));
    const shownIn = languageOf(lang);
    return new Slices().map(ordinals, (ordinal) => {
      const record = byRank.get(ordinal);
      if (!record) throw goneError();
      return cardOf(record, shownIn, columns);
    });
  }

  /** Refuses what was read of the edition, if it has gone meanwhile: nothing is found in that. */
  async function refuseGone(): Promise<void> {
    if (!(await editions.partNames(id)).includes(PARTS.basis)) throw goneError();
  }

  /** A record by id or slug. */
  async function named<Kind extends RecordKind>(kind: Kind, name: string) {
    const found = await records.named(edition, kind, name);
    if (!found) await refuseGone();
    return found?.record;
  }

  /** The providers that are not retired, by name. */
  async function* rankedProviders(): AsyncGenerator<Provider> {
    for (let from = 0; ; from += RECORDS_AT_ONCE) {
      const numbers = Array.from({ length: RECORDS_AT_ONCE }, (_, at) => from + at);
      const some = await records.records(edition, 'provider', numbers);
      some.sort((a, b) => a.number - b.number);
      for (const { record } of some) {
        if (record.status === 'retired') return;
        yield record;
      }
      if (some.length < RECORDS_AT_ONCE) return refuseGone();
    }
  }

  async function offers(ids: readonly string[]): Promise<Offer[]> {
    const found = await records.byIds(edition, 'offer', ids);
    if (found.length < ids.length) await refuseGone();
    return found.map(({ record }) => record);
  }

  return {
    revision,
    date,
    day,
    understand: search.understand,
    found: (q, senses, lang) => search.found(q, senses, languageOf(lang)),
    wordsFound: (q, senses, some) => search.wordsFound(q, senses, some),
    async ordinalOf(name) {
      const [found] = await records.byIds(edition, 'offer', [name]);
      if (!found) await refuseGone();
      return found?.record.status === 'retired' ? undefined : found?.number;
    },
    cards,
    compared: async (ordinals, wanted) => likeness.compared(ordinals, wanted, (await day()).offers),
    async searchData(some, lang) {
      const found = new Map(
        (await offers(some.map((card) => card.id))).map((each) => [each.id, each]),
      );
      const providers = await records.byIds(edition, 'provider', [
        ...new Set(some.map(({ provider }) => provider)),
      ]);
      const phones = new Map(providers.map(({ record }) => [record.id, record.contact?.phone]));
      const searched = some.map((card) => {
        const offer = found.get(card.id);
        if (!offer) throw goneError();
        return { offer, order: card.order, phone: phones.get(card.provider) };
      });
      return search.dataOf(searched, languageOf(lang));
    },
    networks,
    addressOf: (provider) => addresses[provider],
    offer: (name) => named('offer', name),
    offers,
    provider: (name) => named('provider', name),
    network: (name) => named('network', name),
    async providers() {
      const count = countPerProvider(await day());
      const listed: CountedProvider[] = [];
      for await (const provider of rankedProviders()) {
        listed.push({ provider, offers: count(provider.id) });
      }
      return listed;
    },
    async *listed(kind) {
      const { shown } = await day();
      if (kind === 'provider') {
        yield* rankedProviders();
        return;
      }
      for await (const some of records.names(edition, kind)) {
        for (const each of some) if (hasBit(shown, each.number)) yield each;
      }
      await refuseGone();
    },
    async records(since, page, limit) {
      let skip = (page - 1) * limit;
      let left = limit;
      let total = 0;
      const moment = since === undefined ? undefined : Date.parse(since);
      const some = async <Kind extends RecordKind>(kind: Kind) => {
        const found = await records.range(edition, kind, { since: moment, skip, limit: left });
        total += found.total;
        skip = Math.max(0, skip - found.total);
        left -= found.records.length;
        return found.records;
      };
      const providers = await some('provider');
      const shown = await some('offer');
      const gatherings = await some('network');
      await refuseGone();
      return { total, providers, offers: shown, networks: gatherings };
    },
    async tombstones(since) {
      const moment = Date.parse(since);
      const gone: Tombstone[] = [];
      for (;;) {
        const { records: some, total } = await records.range(edition, 'offer', {
          ...{ since: moment, isRetired: true, skip: gone.length, limit: RECORDS_AT_ONCE },
        });
        for (const { id: offer, slug, changed = '' } of some) {
          gone.push({ id: offer, slug, status: 'retired', changed });
        }
        if (gone.length >= total || some.length === 0) break;
      }
      await refuseGone();
      return gone;
    },
  };
}
