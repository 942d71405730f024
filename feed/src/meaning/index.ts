export { Lexicon, readConcepts, type LanguageData } from './lexicon.js';
export { createUnderstanding, type Understand } from './meaning.js';
