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
