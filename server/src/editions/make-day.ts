import { createTraits, termHeads, termTree } from '@vielfalt/feed';
import { OfferColumns } from '../columns/columns.js';
import { DayBuilder } from '../columns/day.js';
import { NextDates, packDay } from '../columns/packed-day.js';
import { Slices } from '../slices.js';
import type { Editions } from '../store/editions.js';
import { writtenCard } from './cards.js';
import { RECORDS_AT_ONCE } from './make.js';
import { dayPart, packedParts, readColumns, readFacts } from './parts.js';

/** Makes a day of an edition that has all but days. @param date a local date in the directory's zone */
export async function makeDay(editions: Editions, edition: number, date: string): Promise<void> {
  const slices = new Slices();
  const { directory, vocabulary, providers: heads } = await readFacts(editions, edition);
  const { language, calendar } = directory;
  const terms = termHeads(vocabulary, language, language);
  const tree = termTree(terms);
  const providers = Object.fromEntries(heads.map((each) => [each.id, each]));
  const source = { tree, terms, providers };
  const offers = OfferColumns.unpack(await readColumns(editions, edition), source);
  const filters = { tree, providers, traits: createTraits(tree) };
  const day = new DayBuilder(date, { offers, filters, calendar });
  const dates = new NextDates(offers.size);
  for (let from = 0; from < offers.size; from += RECORDS_AT_ONCE) {
    const length = Math.min(RECORDS_AT_ONCE, offers.size - from);
    const numbers = Array.from({ length }, (_, at) => from + at);
    const records = await editions.records({ id: edition }, 'offer', numbers);
    records.sort((a, b) => a.number - b.number);
    for (const { number, record } of records) {
      dates.add(number, day.add(number, writtenCard(record, number, { tree, language })));
      await slices.pause();
    }
  }
  const columns = await slices.run(day.finish());
  await editions.putParts(edition, dayPart(date), packedParts(packDay(columns, dates)));
}
