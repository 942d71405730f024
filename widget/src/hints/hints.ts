import type { Query, QuestionAnswer } from '@vielfalt/feed';
import {
  meaningsOf,
  offeredChoices,
  spansOfStems,
  type QuestionMeaning,
} from '@vielfalt/feed/hints';
import { saidIn } from '@vielfalt/feed/presentation';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { hintTexts } from '../locales/hints.js';
import type { QuestionHints, SetState } from '../store/actions.js';
import type { CardView } from '../store/card-context.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { extend } from '../styles/extend.js';
import { shared } from '../styles/shared.js';
import { offeredRow } from './choices.js';
import { hintsStyles } from './hints.styles.js';
import { NearestTerms } from './nearest.js';
import { reasons, sayMeanings } from './why.js';

/** Everything known of a question. */
interface Known extends QuestionAnswer {
  meanings: QuestionMeaning[];
  stems: ReadonlySet<string>;
}

/**
 * The feed's remarks on questions besides its answers: which of their words could be filters, what
 * they were taken for, what of an offer they found, what there is where they find nothing.
 */
export class Hints implements QuestionHints {
  readonly #store: DirectoryStore;
  readonly #set: SetState;
  readonly #known = new Map<string, Known>();
  readonly #nearest: NearestTerms;
  /** Tells whether the row has shown something for the words that stand there. */
  #isShown = false;

  constructor(store: DirectoryStore, set: SetState) {
    this.#store = store;
    this.#set = set;
    this.#nearest = new NearestTerms(store);
    extend(shared, hintsStyles);
    store.addEventListener('answer', () => this.#give());
  }

  /** Takes in the feed's remarks on a question. */
  learn(q: string, answer: QuestionAnswer): void {
    const meanings = meaningsOf(q, answer.senses);
    this.#known.set(q, { ...answer, meanings, stems: new Set(answer.found) });
    this.#give();
  }

  /** Everything known of the question that the offers were found by. */
  get #current(): Known | undefined {
    const { q } = this.#store.state.answered;
    return q === undefined ? undefined : this.#known.get(q);
  }

  /** Lets cards say what they were found for. */
  #give() {
    const { context } = this.#store.state;
    const known = this.#current;
    if (!context || !known) return;
    this.#set({
      context: {
        ...context,
        mark: (text) => marked(text, known.stems),
        why: (view) => why(view, known),
      },
    });
  }

  /** The row above the offers. @param choose makes a choice */
  row(locale: Locale, choose: (choice: Partial<Query>) => void): unknown {
    const { query, terms, busy } = this.#store.state;
    const known = this.#current;
    const choices = offeredChoices(known?.choices ?? [], query, terms);
    const meanings = known?.meanings ?? [];
    const has = choices.length + meanings.length > 0;
    // While nothing is known of the next question, the place of what was said of this one is kept.
    this.#isShown = has || (this.#isShown && query.q !== undefined && (busy || !known));
    if (!this.#isShown) return nothing;
    return html`<div part="hints" class="hints">
      ${choices.length > 0 ? offeredRow(choices, locale, choose) : nothing}
      ${
        meanings.length > 0
          ? html`<p class="why muted">
              ${sayMeanings(hintTexts(locale).inGerman, meanings, locale)}
            </p>`
          : nothing
      }
    </div>`;
  }

  /** The terms to look at where nothing is found. @param choose makes a choice */
  nearest(
    host: LitElement,
    locale: Locale,
    choose: (choice: Partial<Query>) => void,
  ): TemplateResult | typeof nothing {
    return this.#nearest.render(this.#current?.nearest ?? [], host, locale, choose);
  }
}

/** The text with its words in marks that have one of the stems; the text itself where none has. */
function marked(text: string, stems: ReadonlySet<string>): unknown {
  let end = 0;
  const parts = spansOfStems(text, stems).flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, html`<mark part="mark">${text.slice(from, to)}</mark>`];
  });
  return end > 0 ? [...parts, text.slice(end)] : text;
}

/** The reason why a card was found, where none of what it shows is marked. */
function why(view: CardView, { meanings, stems }: Known): TemplateResult | undefined {
  const { card, context, locale } = view;
  if (meanings.length === 0) return undefined;
  const { kind, topics = [], provider } = card;
  const { providers, terms } = context;
  const shown = [
    saidIn(view, 'title')?.text,
    saidIn(view, 'summary')?.text,
    providers[provider]?.name,
    kind && terms.kind[kind]?.label,
    ...topics.slice(0, 2).map((topic) => terms.topic[topic]?.label),
  ];
  if (shown.some((text) => text && spansOfStems(text, stems).length > 0)) return undefined;
  const found = reasons(card, meanings, stems);
  if (found.length === 0) return undefined;
  return html`<p part="why" class="why muted">
    ${sayMeanings(hintTexts(locale).foundFor, found, locale)}
  </p>`;
}

/** Tells a store's elements what the feed has said of a question. */
export function tell(
  store: DirectoryStore,
  set: SetState,
  q: string,
  answer: QuestionAnswer,
): void {
  const known = store.state.hints;
  const hints = known instanceof Hints ? known : new Hints(store, set);
  hints.learn(q, answer);
  set({ hints });
}
