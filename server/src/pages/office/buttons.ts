import { attributes, html, type Html } from '../../text/html.js';

/** A button of an item's form. */
export interface ActButton {
  /** What `act` is told. */
  value: string;
  label: string;
  isMain?: boolean;
}

/** The id of an item's heading, by which its buttons say what they are about. */
export function headingId(section: string, item: string): string {
  return `${section}-${encodeURIComponent(item)}`;
}

/** Draws a button. @param about the ids of what says what it is done to: many have the same label */
export function actButton(
  { value, label, isMain = false }: ActButton,
  about: readonly string[],
): Html {
  const id = `act-${about.at(0)}-${value.replace(/\W+/g, '-')}`;
  const names = { id, 'aria-labelledby': [id, ...about].join(' ') };
  const values = { class: isMain ? 'button primary' : 'button', name: 'act', value, ...names };
  return html`<button ${attributes(values)}>${label}</button>`;
}
