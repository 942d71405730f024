/** Where and why a text stops being JSON. */
export interface JsonTrouble {
  /** From 1. */
  line: number;
  /** In characters, from 1. */
  column: number;
  reason: string;
}

const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Finds the place that a person must look at. Node's own messages name it in some versions only,
 * and never by line. For texts that `JSON.parse` has refused.
 */
export function findJsonTrouble(text: string): JsonTrouble {
  let at = 0;
  const open: ('{' | '[')[] = [];

  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const take = (character: string): boolean => {
    skip(BLANK);
    if (text[at] !== character) return false;
    at++;
    skip(BLANK);
    return true;
  };
  /** A name and its colon, where a value inside braces is to come. */
  const named = (): string | undefined => {
    if (open.at(-1) !== '{') return undefined;
    skip(BLANK);
    if (!skip(STRING)) return 'a name in double quotes was expected';
    return take(':') ? undefined : 'a colon was expected';
  };
  const trouble = (reason: string): JsonTrouble => {
    const lines = text.slice(0, at).split('\n');
    const ended = at >= text.length ? 'the text ends in the middle' : undefined;
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, reason: ended ?? reason };
  };

  skip(BLANK);
  for (;;) {
    const bracket = take('{') ? '{' : take('[') ? '[' : undefined;
    if (bracket) {
      open.push(bracket);
      if (!take(bracket === '{' ? '}' : ']')) {
        const wrong = named();
        if (wrong) return trouble(wrong);
        continue;
      }
      open.pop();
    } else if (!skip(STRING) && !skip(SCALAR)) {
      return trouble('a value was expected');
    }
    while (open.length > 0 && take(open.at(-1) === '{' ? '}' : ']')) open.pop();
    if (open.length === 0) {
      skip(BLANK);
      return trouble('nothing more was expected');
    }
    if (!take(',')) return trouble(`a comma or ${open.at(-1) === '{' ? '}' : ']'} was expected`);
    const wrong = named();
    if (wrong) return trouble(wrong);
  }
}
