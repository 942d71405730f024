/**
 * Characters that a terminal obeys or hides: control characters (C0 and C1, ECMA-48), line separators,
 * marks that change text direction (UAX 9, except the harmless LRM, RLM and ALM), and half characters.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const UNSEEN_IN_JSON = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Returns a text on one line of a terminal, invisible characters escaped as in JSON: `\u001b`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, escaped);
}

/** Does the same for lines that end with line breaks, some with tabs in them. */
export function visibleLines(text: string): string {
  return text.replace(UNSEEN, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/** Returns JSON for people and programs, without anything that a terminal obeys. */
export function printJson(value: unknown): string {
  return `${quoted(JSON.stringify(value, null, 2))}\n`;
}

/** Returns a value as JSON on one line. */
export function visibleJson(value: unknown): string {
  return quoted(JSON.stringify(value));
}

function quoted(json: string): string {
  return json.replace(UNSEEN_IN_JSON, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
