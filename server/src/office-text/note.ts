/** The most characters that the contract's notes and lines may have. */
export const LONGEST_NOTE = 2_000;
const LONGEST_LINE = 300;

/** A text for a note: line ends as `\n`, no spaces at the ends, cut with … where it is too long. */
export function note(text: string): string {
  return cut(text.replace(/\r\n?/g, '\n').trim(), LONGEST_NOTE);
}

/** A text for one line. */
export function noteLine(text: string): string {
  return cut(text.replace(/\s+/g, ' ').trim(), LONGEST_LINE);
}

/** Cuts a text, never inside a surrogate pair. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
