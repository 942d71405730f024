import type { FacetName, OffersAnswer, Query, QueryProblem } from '@vielfalt/feed';
import type { LitElement, TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import type { FeedClient } from './feed-client.js';
import type { StoreState } from './state.js';

/** The origin of a query: history entries depend on it. */
export type Cause = 'choice' | 'typing' | 'restore';

/** The part of the state that one answer adds, from the feed or the set in the browser. */
export type Part = Omit<OffersAnswer, 'links'> & { links?: OffersAnswer['links'] };

/** The feed's hints about a question besides its answer. */
export interface QuestionHints {
  /** The row above the offers. @param choose makes a choice */
  row(locale: Locale, choose: (choice: Partial<Query>) => void): unknown;
  /** The terms to look at where nothing is found. @param choose makes a choice */
  nearest(
    host: LitElement,
    locale: Locale,
    choose: (choice: Partial<Query>) => void,
  ): TemplateResult | symbol;
}

/** Tells which choices are in force. */
export interface ShownChoices {
  /** Their number, in words; an empty text where there are none. */
  chosenCount(state: StoreState, locale: Locale): string;
  /** Each with a button that takes it back. @param remove takes choices back */
  chipRow(
    host: LitElement,
    state: StoreState,
    locale: Locale,
    remove: (removal: Partial<Query>) => void,
    store: { reach(): Promise<VisitorActions | undefined> },
  ): TemplateResult | symbol;
}

/** A store's state, and the parts of the interface that visitors' actions have brought. */
export interface FullState extends StoreState {
  /** Absent before the first choice; words do not count as one. */
  readonly choices?: ShownChoices;
  /** Absent before the feed says anything about a question. */
  readonly hints?: QuestionHints;
}

/** Replaces what has changed of a store's state, and tells its elements. */
export type SetState = (patch: Partial<FullState>) => void;

/**
 * The actions that a store leaves to code loaded when a visitor first reaches for one of its
 * elements.
 */
export interface VisitorActions {
  /** Forgets answers: the feed, the lock or the language have changed. */
  forget(): void;
  /** The choices in the page's address, where it keeps them. @param start used otherwise */
  restored(start: unknown): unknown;
  /** Takes the choices of the page's address, unless it says nothing of them. @param start as above */
  restore(start: unknown): Promise<void>;
  /** Begins, or begins again, with an editor's choices; says whether these have changed. */
  begin(query: unknown): boolean;
  /** All of a visitor's choices at once, from wherever: text, object or nonsense. */
  replace(query: unknown, cause?: Cause): void;
  /** Chooses a value of a list, or takes it back. */
  toggle(name: FacetName, value: string): void;
  /** Fetches the whole locked set, where it is small enough, to answer from it. */
  prepareLocal(): Promise<void>;
  /**
   * Answers without the feed where possible, otherwise by it; with the data needed to explain the
   * results.
   */
  answer(client: FeedClient, page: number, signal: AbortSignal): Promise<Part>;
  /** Asks again, once, without what the feed has refused, unless that was the lock. */
  answerWithout(
    error: unknown,
    client: FeedClient,
    page: number,
    signal: AbortSignal,
  ): Promise<Part>;
  /** The number of offers for another query: asked of the set, or else of the feed. */
  total(query: Query): Promise<number>;
  /**
   * Tells whether unknown attributes mean nothing, and puts ids in the place of addresses.
   *
   * @throws FeedError where an attribute is close to the name of a lock, or an address is not this
   *   directory's, as if the feed had refused it
   */
  clears(odd: Element, client: FeedClient): Promise<true>;
  /** The parts of an editor's lock that the feed has refused: they are not left out. */
  refusedOfLock(error: unknown): QueryProblem[];
}
