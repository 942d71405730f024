import type { VocabularyList } from '@vielfalt/feed';

/** The ways of reading a cell, implemented in `readers.ts`. */
export type ReaderName =
  | 'address'
  | 'age'
  | 'choice'
  | 'choices'
  | 'contact'
  | 'coordinate'
  | 'cost'
  | 'date'
  | 'email'
  | 'json'
  | 'key'
  | 'language'
  | 'languages'
  | 'level'
  | 'line'
  | 'lines'
  | 'links'
  | 'member'
  | 'members'
  | 'number'
  | 'only'
  | 'openings'
  | 'part'
  | 'period'
  | 'phone'
  | 'point'
  | 'position'
  | 'postal-code'
  | 'registration'
  | 'schedule'
  | 'since'
  | 'step-free'
  | 'street'
  | 'term'
  | 'terms'
  | 'text'
  | 'title'
  | 'town'
  | 'visibility'
  | 'web'
  | 'yes-no';

/** A field that a mapping may fill, as reading, suggesting, the guide and errors need it. */
export interface Field {
  /** As mappings write it: `location.street`. */
  readonly name: string;
  /** A description for the guide. */
  readonly label: string;
  readonly reader: ReaderName;
  /** Column names by which it is recognised; separated by commas. */
  readonly headers?: string;
  /** The vocabulary list whose words it takes. */
  readonly list?: VocabularyList;
  /**
   * Tells whether its words exclude people they do not name: such a list is understood whole or not
   * at all.
   */
  readonly restricts?: true;
  /** The field that keeps as text what this one cannot take; absent: the end of the description. */
  readonly text?: string;
  /** Words for its values, beside the values themselves. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Stands in a mapping for a status that is not for the public: such a row is left out. */
export const HIDDEN = 'hidden';

/** Stands in a mapping where a word of the table means nothing. */
export const IGNORE = 'ignore';

/** The column names by which a field is recognised, the most usual first. */
export function headersOf({ headers = '' }: Field): string[] {
  return headers
    .split(',')
    .map((header) => header.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** Puts fields under a name: with `location`, `street` becomes `location.street`, and `` `location`. */
export function fieldsUnder(
  prefix: string,
  fields: readonly Field[],
  { headers = true } = {},
): readonly Field[] {
  return fields.map(({ headers: names, ...field }) => ({
    ...field,
    name: [prefix, field.name].filter(Boolean).join('.'),
    ...(headers && names && { headers: names }),
  }));
}
