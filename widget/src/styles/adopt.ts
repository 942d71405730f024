/** Adds styles that were loaded after an element's own to its adopted ones, once. */
export function adopt(root: ShadowRoot | null, sheet: CSSStyleSheet): void {
  if (!root || root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
