import type { Vocabulary } from '@vielfalt/feed';
import type { Book, Table } from '../../table/table.js';
import { countryOf } from '../../country.js';
import { continuedRows } from '../continued-rows.js';
import { finders, NO_MEMBERS } from '../readers.js';
import { areNetworks, chooseForNetworks } from './choose-for-networks.js';
import { chooseForOffers } from './choose-for-offers.js';
import { printSuggestion } from './print.js';
import type { Lists } from './print.js';
import { profile } from './profile.js';
import { isEnglish } from './text-language.js';
import { fileOf, tryOut } from './trial.js';

export interface SuggestContext {
  vocabulary: Vocabulary;
  /** Tells whether the offers go into an existing directory. */
  hasDirectory: boolean;
  /** The local date: weekly times without a date will begin on it, this month and later. */
  today: string;
  /** The directory's, an IANA name: gives the country of postal codes and telephone numbers. */
  timeZone: string;
  /** Files with the office's own words that are written beside the mapping; default: none. */
  lists?: Lists;
}

/** Suggests a first mapping for a table, as a commented YAML file, from its column names and content. */
export async function suggestMapping(
  book: Book,
  table: Table,
  { vocabulary, hasDirectory, today, timeZone, lists = {} }: SuggestContext,
): Promise<string> {
  const country = countryOf(timeZone);
  const words = { finders: finders(vocabulary), members: NO_MEMBERS };
  const context = { ...words, from: today, today, country, timeZone };
  const profiles = await profile(table, context);
  const hidden = new Set(table.hiddenColumns);
  const seen = profiles.filter(({ name }) => !hidden.has(name));
  const choice = areNetworks(seen, table.name)
    ? chooseForNetworks(seen, context)
    : chooseForOffers(seen, context);
  for (const name of hidden) choice.ignore.push({ name, why: 'hidden in the table' });
  const { continued } = choice;
  const rows =
    continued === undefined ? table : continuedRows(table, table.columns.indexOf(continued));
  const trial = await tryOut(rows, choice, { vocabulary, today, timeZone, timesFrom: today });
  return printSuggestion({
    choice,
    trial,
    profiles,
    isEnglish: isEnglish(seen),
    file: { ...fileOf(book, table), ...(continued !== undefined && { continued }) },
    otherSheets: await otherSheets(book, table),
    hasDirectory,
    timesFrom: today,
    lists,
  });
}

/** The names of a workbook's further sheets that have anything in them. */
async function otherSheets(book: Book, { name: own }: Table): Promise<string[]> {
  const names = book.sheets.filter((name) => name !== own && !book.hiddenSheets?.includes(name));
  const filled: string[] = [];
  for (const name of names) {
    const isFilled = await book.table(name).then(
      () => true,
      () => false,
    );
    if (isFilled) filled.push(name);
  }
  return filled;
}
