import { primary } from '@vielfalt/feed';
import { ar } from './headers/ar.js';
import { de } from './headers/de.js';
import { en } from './headers/en.js';
import { tr } from './headers/tr.js';
import { uk } from './headers/uk.js';

/** What the table's columns hold, in the order in which they stand. */
export const COLUMNS = [
  'title',
  'provider',
  'kind',
  'topics',
  'summary',
  'description',
  'next',
  'days',
  'hours',
  'times',
  'from',
  'to',
  'towns',
  'addresses',
  'points',
  'stepFree',
  'online',
  'atHome',
  'serves',
  'audiences',
  'ageFrom',
  'ageTo',
  'only',
  'eligibility',
  'spoken',
  'taught',
  'levelNeeded',
  'levelReached',
  'free',
  'price',
  'cost',
  'registration',
  'registrationText',
  'registrationUntil',
  'registrationWeb',
  'places',
  'bring',
  'childcare',
  'interpretation',
  'contact',
  'phone',
  'email',
  'web',
  'status',
  'checkedOn',
  'checkedBy',
  'language',
  'licence',
  'page',
  'id',
] as const;

export type CsvColumn = (typeof COLUMNS)[number];

/** The table's words in one language: its columns, and what stands in them besides labels. */
export interface Headers {
  columns: Record<CsvColumn, string>;
  yes: string;
  no: string;
  published: string;
}

const HEADERS: Record<string, Headers> = { de, en, ar, tr, uk };

/** English where nobody has written a language's. */
export function headersFor(lang: string): Headers {
  return HEADERS[primary(lang)] ?? en;
}
