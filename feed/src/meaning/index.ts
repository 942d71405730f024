export { Lexicon, readConcepts, type LanguageData } from './lexicon.js';
export { createUnderstanding, type Understand } from './meaning.js';
export { readChoiceLines, type ChoiceWords } from './choice-lines.js';
export {
  createChoices,
  type ChoiceLanguage,
  type FindChoices,
  type FoundChoice,
} from './choices.js';
export { createNearTerms, type NearTerms } from './near-terms.js';
