import type { InterfaceTexts } from './texts.js';

export type { InterfaceTexts } from './texts.js';

/** What is known of a language besides its texts. */
export interface WordingLanguage {
  /** The language's tag (BCP 47), by which it is chosen. */
  language: string;
  /** The locale that dates and numbers are written in (BCP 47). */
  tag: string;
  dir: 'ltr' | 'rtl';
}

/** What stands around offers from the first moment on. Words in `{}` are filled in. */
export type FrameWords = InterfaceTexts['frame'];

/** What an offer in a list says. */
export type CardWords = InterfaceTexts['card'];

/** What choosing brings along. */
export type ChoiceWords = InterfaceTexts['choices'];

/** What only the whole of an offer or a provider says. */
export type DetailWords = InterfaceTexts['details'];

/** What is said of a question. */
export type HintWords = InterfaceTexts['hints'];

/** What is said of networks. */
export type NetworkWords = InterfaceTexts['networks'];

/**
 * What pages and elements both say in one language. A person who speaks it can mend its folder,
 * `languages/<tag>/`, without knowing the program.
 */
export interface Wording extends WordingLanguage, InterfaceTexts {}

/** What the facts of an offer in a list are told with. */
export type CardWording = Pick<Wording, 'tag' | 'card'>;

/** What all facts of an offer are told with. */
export type DetailWording = Pick<Wording, 'tag' | 'card' | 'details'>;
