import type { FormatContext, OfferEntry } from '../entry.js';
import type { Selection } from '../format.js';
import { formatTexts, textsFor } from '../../languages/words.js';
import { printCsv } from '../../table/write-csv.js';
import { COLUMNS } from './columns.js';
import { rowOf, type CsvContext } from './row.js';

/** Offers as a table for people: one row each, readable columns, labels for ids. */
export function printOffersCsv(source: FormatContext, { entries }: Selection): Iterable<string> {
  const { lang } = source.view;
  const words = { headers: formatTexts(lang).csv, texts: textsFor(lang) };
  return printCsv(
    COLUMNS.map((column) => words.headers.columns[column]),
    rows(entries, source, words),
  );
}

function* rows(
  entries: readonly OfferEntry[],
  source: FormatContext,
  words: CsvContext,
): Generator<string[]> {
  for (const entry of entries) {
    const row = rowOf(entry, source, words);
    yield COLUMNS.map((column) => row[column]);
  }
}
