/**
 * What a terminal obeys or hides: control characters (C0 and C1, ECMA-48), line separators, marks that
 * turn the direction of what follows (UAX 9, except the harmless LRM, RLM and ALM), and half characters.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const UNSEEN_IN_JSON = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text on one line of a terminal, what cannot be seen as JSON writes it: `\u001b`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, escaped);
}

/** The same for lines that end with line breaks, some with tabs in them. */
export function visibleLines(text: string): string {
  return text.replace(UNSEEN, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/** JSON for people and programs, with nothing in it that a terminal obeys. */
export function printJson(value: unknown): string {
  return `${quoted(JSON.stringify(value, null, 2))}\n`;
}

/** A value as JSON on one line. */
export function visibleJson(value: unknown): string {
  return quoted(JSON.stringify(value));
}

function quoted(json: string): string {
  return json.replace(UNSEEN_IN_JSON, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
