import type { Vocabulary } from '@vielfalt/feed';
import type { Book, Table } from '../../table/table.js';
import { finders } from '../readers.js';
import { choose } from './choose.js';
import { printSuggestion } from './print.js';
import { profile } from './profile.js';
import { fileOf, tryOut } from './trial.js';

export interface SuggestContext {
  vocabulary: Vocabulary;
  /** Whether there is a directory already that the offers go into. */
  hasDirectory: boolean;
  /** The local date: weekly times without a date will begin on it, this month and later. */
  today: string;
  /** The directory's, an IANA name. */
  timeZone: string;
}

/** A first mapping for a table, as a commented YAML file, from its column names and what is in it. */
export async function suggestMapping(
  book: Book,
  table: Table,
  { vocabulary, hasDirectory, today, timeZone }: SuggestContext,
): Promise<string> {
  const kit = { finders: finders(vocabulary), from: today, today, timeZone };
  const profiles = await profile(table, kit);
  const choice = choose(profiles, kit);
  const trial = await tryOut(table, choice, { vocabulary, today, timeZone, timesFrom: today });
  return printSuggestion({
    choice,
    trial,
    profiles,
    file: fileOf(book, table),
    hasDirectory,
    timesFrom: today,
  });
}
