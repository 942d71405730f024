import { createTraits, termHeads, termTree } from '@vielfalt/feed';
import { OfferColumns } from '../columns/columns.js';
import { DayBuilder } from '../columns/day.js';
import { packDay } from '../columns/packed-day.js';
import { Slices } from '../slices.js';
import type { Editions } from '../store/editions.js';
import { writtenCard } from './cards.js';
import { RECORDS_AT_ONCE } from './make.js';
import { dayPart, packedParts, readColumns, readFacts, readProviders } from './parts.js';

/**
 * Makes a day of an edition that has all but days.
 * @param date a local date in the directory's zone
 * @param onProgress called with the share of it that is made, 0 to 1
 */
export async function makeDay(
  editions: Editions,
  edition: number,
  date: string,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const slices = new Slices();
  const { directory, vocabulary } = await readFacts(editions, edition);
  const { language, calendar } = directory;
  const terms = termHeads(vocabulary, language, language);
  const tree = termTree(terms);
  const providers = await readProviders(editions, edition);
  const source = { tree, terms, providers };
  const offers = OfferColumns.unpack(await readColumns(editions, edition), source);
  const filters = { tree, traits: createTraits(tree) };
  const day = new DayBuilder(date, { offers, filters, calendar });
  for (let from = 0; from < offers.size; from += RECORDS_AT_ONCE) {
    const length = Math.min(RECORDS_AT_ONCE, offers.size - from);
    const numbers = Array.from({ length }, (_, at) => from + at);
    const records = await editions.records({ id: edition }, 'offer', numbers);
    records.sort((a, b) => a.number - b.number);
    for (const { number, record } of records) {
      day.add(number, writtenCard(record, number, { tree, language }));
      await slices.pause();
    }
    onProgress((from + length) / offers.size);
  }
  const columns = await slices.run(day.finish());
  await editions.putParts(edition, dayPart(date), packedParts(packDay(columns)));
}
