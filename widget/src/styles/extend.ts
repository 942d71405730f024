/** Adds rules to a sheet that elements have adopted, wherever they are and whenever they come. */
export function extend(sheet: CSSStyleSheet, added: CSSStyleSheet): void {
  for (const { cssText } of added.cssRules) sheet.insertRule(cssText, sheet.cssRules.length);
}
