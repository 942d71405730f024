import type {
  CardWords,
  ChoiceWords,
  DetailWords,
  FrameWords,
  HintWords,
  Plural,
} from '@vielfalt/feed/wording';

/** What the directory, the search box, the filters and the list say. Words in `{}` are filled in. */
export interface FrameTexts extends FrameWords {
  filters: {
    title: string;
    /** The button of the disclosure on narrow pages. */
    open: string;
  };
  list: {
    title: string;
    loading: string;
    more: Plural;
    /** Leads from the filters to the offers. */
    show: Plural;
    stale: string;
    retry: string;
    /** Loads the whole page anew. */
    reload: string;
    failed: string;
    failedHint: string;
    refused: string;
    /** The plain link to the directory's own pages. */
    toDirectory: string;
  };
}

/** What a closed offer card says. */
export interface CardTexts extends CardWords {
  chips: Required<CardWords['chips']>;
  open: string;
  close: string;
  /** Of any part of an element that comes later. */
  loading: string;
  failed: string;
}

/** What only filters and lists say once a visitor reaches for them. */
export interface ChoiceTexts extends ChoiceWords {
  /** Takes the words away again. */
  clear: string;
  refusedValue: string;
  /** Names the list of languages to choose from. */
  languages: string;
  /** Before what was found by the search that is still shown, and why it is. */
  earlier: string;
  notMade: string;
  filters: Record<
    | 'fewer'
    | 'find'
    | 'findNone'
    | 'close'
    | 'ageHint'
    | 'levelHint'
    | 'near'
    | 'nearOn'
    | 'nearWait'
    | 'nearDenied'
    | 'nearFailed',
    string
  > & {
    /** How many are chosen. */
    chosen: Plural;
  };
}

/** What only open cards, linked offers and providers say. */
export interface DetailTexts extends DetailWords {
  linked: Record<'title' | 'close' | 'gone', string>;
  distance: string;
  /** Of the whole text, and the link to it. */
  text: Record<'failed' | 'link', string>;
  translation: Record<'original' | 'translated', string>;
  offer: Record<'failed' | 'gone', string>;
  provider: Record<'failed' | 'gone', string>;
}

/**
 * One interface language: the words that pages say too, and the elements' own. A person who speaks
 * it can mend its file without knowing the program.
 */
export interface Locale {
  /** BCP 47. */
  tag: string;
  dir: 'ltr' | 'rtl';
  frame: FrameTexts;
  card: CardTexts;
  /** Absent in the built-in language, whose later texts are no part of the first download. */
  choices?: ChoiceTexts;
  details?: DetailTexts;
  hints?: HintWords;
}
