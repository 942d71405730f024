export declare const REFERENCE: 'de';

/** The words of dates and lists that a language brings along. */
export interface LanguageWords {
  /** The weekdays, from Monday on. */
  days: string[];
  today: string;
  tomorrow: string;
  and: string;
}

/** What is said of a language as a whole, in `language.json`. */
export interface LanguageHead {
  /** What its speakers call it. */
  name: string;
  /** The locale that dates and numbers are written in (BCP 47). */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** The words of dates and lists, where platforms do not know the language. */
  words?: LanguageWords;
  /** The language whose texts stand in for those that are missing. */
  fallback?: string;
  /** Further tags, in lowercase letters, by which it is asked for: `ku`. */
  also?: string[];
  /** Tags that would be cut to one of them, but mean another language: `ku-arab`. */
  not?: string[];
  /** Where it stands in lists of languages. */
  order: number;
}

export declare function isGroup(value: unknown): value is Record<string, unknown>;
export declare function isPlural(value: unknown): value is Record<string, string>;
export declare function shortened(tag: string): string[];

export declare class Languages {
  readonly tags: readonly string[];
  readonly spoken: readonly string[];
  constructor(folder?: string);
  has(tag: string, file: string): boolean;
  lines(tag: string, file: string): string[];
  json(tag: string, file: string): Record<string, unknown>;
  lookUp(tag: string): string | undefined;
  /** The tags besides its own by which a language is found, and those by which none is. */
  readonly further: readonly (readonly [tag: string, language: string | undefined])[];
  head(tag: string): LanguageHead | undefined;
  sources(tag: string): string[];
  texts<Texts>(tag: string, file: string): Texts;
}
