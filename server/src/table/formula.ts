/** What nobody sees at the beginning of a cell: blanks, breaks, marks of zero width, control characters. */
const UNSEEN = String.raw`[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]`;
/** What spreadsheets take for the beginning of a formula, also in the width of Chinese letters. */
const SIGN = '[=+\\-@\uff1d\uff0b\uff0d\uff20]';

/**
 * A cell that a spreadsheet would take for a formula (OWASP, CSV injection): some programs leave out
 * what they do not show before they look, and some begin anew after a tab or a line break.
 */
const FORMULA = new RegExp(`^'*(?:[\\t\\r\\n]|${UNSEEN}*${SIGN})`, 'u');
const GUARDED = new RegExp(`^'+(?:[\\t\\r\\n]|${UNSEEN}*${SIGN})`, 'u');

/** Puts an apostrophe before what looks like a formula, so that it stays a text. */
export function withGuard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe that withGuard put there. */
export function withoutGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
