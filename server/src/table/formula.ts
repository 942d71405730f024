/** Invisible characters: spaces, breaks, zero-width marks, control characters. */
const UNSEEN = String.raw`[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]`;
/** Signs that begin a formula in spreadsheets, also in full width. */
const SIGN = '[=+\\-@\uff1d\uff0b\uff0d\uff20]';

/**
 * A cell that a spreadsheet would take for a formula (OWASP, CSV injection): some programs first skip
 * what they do not show, and some start again after a tab or a line break.
 */
const FORMULA = new RegExp(`^'*(?:[\\t\\r\\n]|${UNSEEN}*${SIGN})`, 'u');
const GUARDED = new RegExp(`^'+(?:[\\t\\r\\n]|${UNSEEN}*${SIGN})`, 'u');

/** Puts an apostrophe before a text that looks like a formula, so that it stays a text. */
export function withGuard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Removes the apostrophe that withGuard put there. */
export function withoutGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
