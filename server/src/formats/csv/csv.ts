import { entryOf, type FormatContext } from '../entry.js';
import type { Selection } from '../format.js';
import { formatTexts, textsFor } from '../../languages/words.js';
import { COLUMNS } from './columns.js';
import { printTable } from './print.js';
import { rowOf } from './row.js';

/** Offers as a table for people: one row each, readable columns, labels for ids. */
export function printCsv(source: FormatContext, { cards }: Selection): string {
  const { lang } = source.view;
  const words = { headers: formatTexts(lang).csv, texts: textsFor(lang) };
  const rows = cards.map((card) => {
    const row = rowOf(entryOf(source, card), source, words);
    return COLUMNS.map((column) => row[column]);
  });
  return printTable(
    COLUMNS.map((column) => words.headers.columns[column]),
    rows,
  );
}
