import type { LitElement } from 'lit';
import type { Locale } from '../locales/locale.js';
import type { CardView } from './card-context.js';

/** What cards and lists ask of the shortlist that offers can be marked for. */
export interface CardMarks {
  /** The button that marks a card's offer, or takes the mark back. */
  button(view: CardView, card: LitElement): unknown;
  /** What stands at the top of a list. */
  render(list: LitElement, locale: Locale): unknown;
}
