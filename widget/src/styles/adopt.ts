/** Adds styles that have come after an element's own to what it has adopted, once. */
export function adopt(root: ShadowRoot | null, sheet: CSSStyleSheet): void {
  if (!root || root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
