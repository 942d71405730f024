import type { Source } from '@vielfalt/feed';
import { usualLength, type TextLengths } from '@vielfalt/feed/search';
import { createHash } from 'node:crypto';
import type { Head } from '../store/store.js';

/** What has to be known of an edition to derive the next one from it. */
export interface EditionBasis {
  /** Tells directory, vocabulary and lexicon from others: SHA-256 in hexadecimal. */
  head: string;
  sources: readonly Source[];
  /** The languages of translated documents, as they are numbered from 1. */
  languages: readonly string[];
  /** The number of offers without retired ones, and of networks, that are translated, by tag. */
  translations: Readonly<Record<string, number>>;
  /** The number of offers, without retired ones, that tell of practice. */
  practices: number;
  hasNetworks: boolean;
  /** The lengths of each field in all documents. */
  lengths: readonly TextLengths[];
  /** The number of offers, without retired ones, of the whole edition. */
  size: number;
  /** The number of all offers of the whole edition. */
  whole: number;
  /** The number that a further offer gets. */
  next: number;
  /** The number of records that have been changed since the whole edition; one may be several times. */
  changed: number;
}

/** The digest of what all offers depend on. */
export function headDigest({ directory, vocabulary, lexicon = [] }: Head): string {
  const text = JSON.stringify([directory, vocabulary, lexicon]);
  return createHash('sha256').update(text).digest('hex');
}

interface Counted {
  translations?: Readonly<Record<string, unknown>>;
  practice?: unknown;
}

/** Counts what depends on all offers together. */
export class OfferCounts {
  readonly #translations: Record<string, number>;
  #practices: number;

  constructor(before?: Pick<EditionBasis, 'translations' | 'practices'>) {
    this.#translations = { ...before?.translations };
    this.#practices = before?.practices ?? 0;
  }

  /** Adds an offer that is not retired, or a network. @param by -1: takes it away */
  add({ translations = {}, practice }: Counted, by = 1): void {
    for (const tag of Object.keys(translations)) {
      this.#translations[tag] = (this.#translations[tag] ?? 0) + by;
    }
    if (practice) this.#practices += by;
  }

  get counts(): Pick<EditionBasis, 'translations' | 'practices'> {
    return { translations: this.#translations, practices: this.#practices };
  }
}

/** Whether offers can be changed without any others: the same languages, and fields as long as before. */
export function isLike(before: EditionBasis, next: EditionBasis): boolean {
  const tagsOf = ({ translations }: EditionBasis) =>
    Object.keys(translations).filter((tag) => (translations[tag] ?? 0) > 0);
  const [were, are] = [tagsOf(before), tagsOf(next)];
  const isSame = were.length === are.length && were.every((tag) => are.includes(tag));
  const usual = next.lengths.map(usualLength);
  return isSame && before.lengths.every((each, field) => usualLength(each) === usual[field]);
}
