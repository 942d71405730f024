import type { FormatContext } from '../entry.js';
import type { Selection } from '../format.js';
import { formatTexts, textsFor } from '../../languages/words.js';
import { printWholeCsv } from '../../table/write-csv.js';
import { COLUMNS } from './columns.js';
import { rowOf } from './row.js';

/** Offers as a table for people: one row each, readable columns, labels for ids. */
export function printOffersCsv(source: FormatContext, { entries }: Selection): string {
  const { lang } = source.view;
  const words = { headers: formatTexts(lang).csv, texts: textsFor(lang) };
  const rows = entries.map((entry) => {
    const row = rowOf(entry, source, words);
    return COLUMNS.map((column) => row[column]);
  });
  return printWholeCsv(
    COLUMNS.map((column) => words.headers.columns[column]),
    rows,
  );
}
