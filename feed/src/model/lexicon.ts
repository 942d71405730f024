import Type from 'typebox';
import { LanguageTag, Line } from './common.js';

/** A German word and its names in other languages, and other German ones. */
export const Concept = Type.Object(
  {
    german: Line,
    /** By language, the likeliest first; those under `de` are other German words. */
    words: Type.Record(LanguageTag, Type.Array(Line)),
  },
  { additionalProperties: false },
);
export type Concept = Type.Static<typeof Concept>;

/**
 * Words that an office adds to search's knowledge of languages; where both know one, the office's
 * count.
 */
export const OwnLexicon = Type.Array(Concept, { maxItems: 10_000 });
export type OwnLexicon = Type.Static<typeof OwnLexicon>;
