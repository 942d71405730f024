/** The deepest nesting of a directory's file; a deeper one would fill memory and the stack. */
const MOST_DEEP = 100;

/** A file that can be read but is not JSON: a mistake in the data. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

/**
 * Reads the JSON in a file.
 * @param name the file's name in messages
 * @throws JsonError
 */
export function readJson(bytes: Uint8Array, name: string): unknown {
  const text = decode(bytes, name);
  if (!text.trim()) throw new JsonError(`${name} is empty.`);
  const read = parseJson(text);
  if ('json' in read) return read.json;
  throw new JsonError(`${name} ${jsonTrouble(read.trouble)}`);
}

/** Decodes UTF-8 (RFC 8259, section 8.1), with or without the byte order mark of some programs. */
function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new JsonError(`${name} is not written in UTF-8. Save it as UTF-8.`, { cause: error });
  }
}

/** Parses a text as JSON; otherwise says where and why it is not. */
export function parseJson(text: string): { json: unknown } | { trouble: JsonTrouble } {
  const deep = depthTrouble(text);
  if (deep) return { trouble: deep };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { trouble: findJsonTrouble(text) };
  }
}

/** Says where and why a text is not JSON, as a sentence's end. */
export function jsonTrouble({ line, column, reason }: JsonTrouble): string {
  return `is not JSON: line ${line}, column ${column}: ${reason}.`;
}

/** Finds the place where brackets are nested too deep. */
function depthTrouble(text: string): JsonTrouble | undefined {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isText) {
      if (sign === '\\') at++;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === '[' || sign === '{') {
      depth++;
      if (depth > MOST_DEEP) {
        return placed(
          text,
          at,
          `brackets are nested more than ${MOST_DEEP} deep: is it the right file`,
        );
      }
    } else if (sign === ']' || sign === '}') depth--;
  }
  return undefined;
}

function placed(text: string, at: number, reason: string): JsonTrouble {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n'), reason };
}

/** Describes habits of people and other programs that JSON does not allow, and what to do about them. */
function habitAt(text: string, at: number, isOver: boolean): string | undefined {
  const next = text.slice(at, at + 2);
  const [before] = /\S\s*$/.exec(text.slice(Math.max(at - 1000, 0), at)) ?? [];
  if (/^(?:\/\/|\/\*|#)/.test(next))
    return 'a comment stands here, which JSON has not: take it away';
  if (/^[\]}]/.test(next) && before?.startsWith(','))
    return 'nothing follows the comma before: take the comma away';
  if (/^['‘’‚“”„«»]/.test(next))
    return 'texts and names stand in straight double quotes: replace these';
  const isOnNewLine = before?.slice(1).includes('\n') ?? false;
  if (isOver && isOnNewLine && /^[[{]/.test(next)) {
    return 'a second value begins, as where each line is one (NDJSON): put all into one list, with [ before them, ] behind and commas between';
  }
  if (!isOver && next.startsWith('"')) {
    return 'the text in quotes that begins here has a line break, a backslash or no end: write \\n, \\\\ or the closing quote';
  }
  return undefined;
}

/** The place where a text stops being JSON, and the reason. */
export interface JsonTrouble {
  /** From 1. */
  line: number;
  /** In characters, from 1. */
  column: number;
  reason: string;
}

const OVER = 'nothing more was expected';
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
  /** Reads a name and its colon, where a value inside braces is to come. */
  const named = (): string | undefined => {
    if (open.at(-1) !== '{') return undefined;
    skip(BLANK);
    if (!skip(STRING)) return 'a name in double quotes was expected';
    return take(':') ? undefined : 'a colon was expected';
  };
  const trouble = (reason: string): JsonTrouble => {
    const ended = at >= text.length ? 'the text ends in the middle' : undefined;
    const isOver = reason === OVER;
    return placed(text, at, ended ?? habitAt(text, at, isOver) ?? reason);
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
      return trouble(OVER);
    }
    if (!take(',')) return trouble(`a comma or ${open.at(-1) === '{' ? '}' : ']'} was expected`);
    const wrong = named();
    if (wrong) return trouble(wrong);
  }
}
