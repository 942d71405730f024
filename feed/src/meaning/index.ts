export type { GermanData } from './german-words.js';
export {
  GERMAN,
  Lexicon,
  MOST_MEANINGS,
  readConcepts,
  stemsOf,
  type KnownWords,
  type LanguageData,
  type LexiconMatch,
} from './lexicon.js';
export { createUnderstanding, type Additions, type Understand } from './meaning.js';
export { OwnGerman } from './own-german.js';
export { MOST_OTHER_WORDS, MOST_WORDS_OF_LANGUAGE, withOwnWords } from './own-words.js';
export { withChoices } from './choice-senses.js';
export { readChoiceLines, type ChoicePhrases } from './choice-lines.js';
export {
  createChoices,
  type ChoiceLanguage,
  type FindChoices,
  type FoundChoice,
} from './choices.js';
export { isFixedBy, labelOfFilter, queryOfChoice, type OfferedWords } from './offered.js';
export { indexedUnder } from './indexed-under.js';
export { nearChoices } from './near-choices.js';
export { createNearTerms, type FindNearTerms } from './near-terms.js';
