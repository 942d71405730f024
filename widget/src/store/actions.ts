import type { FacetName, OffersAnswer, Query, QueryProblem } from '@vielfalt/feed';
import type { LitElement, TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import type { FeedClient } from './feed-client.js';
import type { StoreState } from './state.js';

/** How a query came about: history entries depend on it. */
export type Cause = 'choice' | 'typing' | 'restore';

/** What one answer, of the feed or of the set in the browser, adds to the state. */
export type Part = Omit<OffersAnswer, 'links'> & { links?: OffersAnswer['links'] };

/** What the feed says of a question besides its answer. */
export interface QuestionHints {
  /** The row above the offers. @param choose makes a choice */
  row(locale: Locale, choose: (choice: Partial<Query>) => void): unknown;
  /** What there is where nothing is found. @param choose makes a choice */
  nearest(
    host: LitElement,
    locale: Locale,
    choose: (choice: Partial<Query>) => void,
  ): TemplateResult | symbol;
}

/** Says which choices are in force. */
export interface ShownChoices {
  /** How many, in words; an empty text where there are none. */
  chosen(state: StoreState, locale: Locale): string;
  /** Each with a button that takes it back. @param remove takes choices back */
  chipRow(
    host: LitElement,
    state: StoreState,
    locale: Locale,
    remove: (removal: Partial<Query>) => void,
  ): TemplateResult | symbol;
}

/** A store's state, and the parts of the interface that visitors' actions have brought. */
export interface FullState extends StoreState {
  /** Absent before the first choice, and words are none. */
  readonly choices?: ShownChoices;
  /** Absent before the feed says anything of a question. */
  readonly hints?: QuestionHints;
}

/** Replaces what has changed of a store's state, and tells its elements. */
export type SetState = (patch: Partial<FullState>) => void;

/** What a store leaves to code that comes when a visitor first reaches for one of its elements. */
export interface VisitorActions {
  /** The feed, the lock or the language have changed. */
  forget(): void;
  /** The choices in the page's address, where it keeps them. @param start else */
  restored(start: unknown): unknown;
  /** Begins, or begins again, with an editor's choices; says whether these are others. */
  begin(query: unknown): boolean;
  /** All of a visitor's choices at once, from wherever: text, object or nonsense. */
  replace(query: unknown, cause?: Cause): void;
  /** Chooses a value of a list, or takes it back. */
  toggle(name: FacetName, value: string): void;
  /** Fetches the whole locked set, where it is small enough, to answer from it. */
  prepareLocal(): Promise<void>;
  /** Answers without the feed where that can be, else by it; with what is needed to say by what. */
  answer(client: FeedClient, page: number, signal: AbortSignal): Promise<Part>;
  /** Asks again without what the feed has refused, once, and unless it was the lock. */
  answerWithout(
    error: unknown,
    client: FeedClient,
    page: number,
    signal: AbortSignal,
  ): Promise<Part>;
  /** How many offers there would be for another query: asked of the set, or else of the feed. */
  total(query: Query): Promise<number>;
  /**
   * Whether attributes that nobody knows mean nothing.
   *
   * @throws FeedError where one is close to the name of a lock, as if the feed had refused it
   */
  clears(odd: Element): Promise<true>;
  /** What of an editor's lock the feed has refused: it is not left out. */
  refusedOfLock(error: unknown): QueryProblem[];
}
