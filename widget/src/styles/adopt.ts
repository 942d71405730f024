import type { CSSResult } from 'lit';

/** Adds styles that have come after an element's own to what it has adopted, once. */
export function adopt(root: ShadowRoot | null, { styleSheet }: CSSResult): void {
  if (!root || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
