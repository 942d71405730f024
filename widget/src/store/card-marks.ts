import type { LitElement } from 'lit';
import type { Locale } from '../locales/locale.js';

/** What cards and lists ask of the marks on their offers. */
export interface CardMarks {
  /** The button that marks a card's offer, or takes the mark back. @param view the `CardView` */
  button(view: object, card: LitElement): unknown;
  /** What stands at the top of a list. */
  render(list: LitElement, locale: Locale): unknown;
}
