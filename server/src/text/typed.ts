/**
 * Invisible characters, including those that change the direction of text (UAX #9): left open, these
 * reverse all that follows. Arabic and Hebrew letters have their direction without them.
 */
const UNSEEN = /[^\P{Cc}\n\t]|[\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Returns a text without invisible characters, with line ends of one kind. */
export function withoutUnseen(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n').replace(UNSEEN, '');
}

/** Returns what somebody typed, without invisible characters and with nothing at its ends. */
export function typedText(text: string | null): string {
  return withoutUnseen(text ?? '').trim();
}

/** Does the same for a field of one line. */
export function typedLine(text: string | null): string {
  return typedText(text).replace(/\s+/g, ' ');
}

/** The length of a text as people count it: a sign outside the first 65,536 is one as well. */
export function lengthOf(text: string): number {
  return [...text].length;
}
