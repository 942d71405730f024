import { html, type TemplateResult } from 'lit';

/** A drawing on a grid of 24; it takes the text's colour and says nothing by itself. */
export function icon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}

export const searchIcon = icon('M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5');
export const chevronIcon = icon('m6 9 6 6 6-6');
export const filterIcon = icon('M4 7h16M7 12h10M10 17h4');
