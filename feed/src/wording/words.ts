import type { InterfaceTexts } from './texts.js';

export type { DiagnosisTexts, InterfaceTexts, MapTexts, ReportTexts } from './texts.js';

/** The facts about a language besides its texts. */
export interface WordingLanguage {
  /** The language's tag (BCP 47), by which it is chosen. */
  language: string;
  /** The locale that dates and numbers are written in (BCP 47). */
  tag: string;
  dir: 'ltr' | 'rtl';
}

/** The words around offers from the first moment on. Words in `{}` are filled in. */
export type FrameWords = InterfaceTexts['frame'];

/** The words of an offer in a list. */
export type CardWords = InterfaceTexts['card'];

/** The words that choosing brings along. */
export type ChoiceWords = InterfaceTexts['choices'];

/** Those of them that only the filters say. */
export type FilterWords = Pick<ChoiceWords, 'filters' | 'hints' | 'more'>;

/** The words that only the whole of an offer or a provider has. */
export type DetailWords = InterfaceTexts['details'];

/** The words about a question. */
export type HintWords = InterfaceTexts['hints'];

/** What stands below offers: whose they are, of which day, on which terms. */
export type FooterWords = InterfaceTexts['footer'];

/** What stands around the offers of a directory, besides what is there from the first moment on. */
export type AroundWords = InterfaceTexts['around'];

/** The words that come when a visitor first reaches for an element. */
export type ReachedWords = InterfaceTexts['reached'];

/** The words of marked offers. */
export type ShortlistWords = InterfaceTexts['shortlist'];

/** The words of passing something on. */
export type PassOnWords = InterfaceTexts['passOn'];

/** What is said of networks. */
export type NetworkWords = InterfaceTexts['networks'];

/** The words of what is for those who help. */
export type ProfessionalWords = InterfaceTexts['professionals'];

/** The words that say why two are alike. */
export type SimilarWords = InterfaceTexts['similar'];

/**
 * The words that pages and elements share in one language. A person who speaks it can mend its
 * folder, `languages/<tag>/`, without knowing the program.
 */
export interface Wording extends WordingLanguage, InterfaceTexts {}

/** The words that tell the facts of an offer in a list. */
export type CardWording = Pick<Wording, 'tag' | 'card'>;

/** The words that tell all facts of an offer. */
export type DetailWording = Pick<Wording, 'tag' | 'card' | 'details'>;
