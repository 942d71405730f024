import { wellFormed } from '../link.js';

/**
 * The form that a value from elsewhere must have to be taken over. A validator says yes or no; a
 * shape keeps what is right of something that is partly wrong, without compiling code (host pages
 * forbid that).
 */
export type Decoder = (value: unknown) => unknown;

/** Text with something in it, fit for any use. */
export const text: Decoder = (value) =>
  typeof value === 'string' && value.trim() ? wellFormed(value) : undefined;

/** The members that fit. */
export const list =
  (of: Decoder): Decoder =>
  (value) =>
    Array.isArray(value) ? value.map(of).filter((member) => member !== undefined) : undefined;

const KINDS: Record<string, Decoder> = {
  '': text,
  '#': (value) => (Number.isFinite(value) ? value : undefined),
  '?': (value) => (typeof value === 'boolean' ? value : undefined),
  '*': list(text),
};

function isObject(value: unknown): value is Record<string, unknown> {
  return Object(value) === value && !Array.isArray(value);
}

/** The values that fit, by key. */
export const record =
  (of: Decoder): Decoder =>
  (value) => {
    if (!isObject(value)) return undefined;
    const entries = Object.entries(value).map(([key, member]) => [key, of(member)] as const);
    return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
  };

/**
 * The known members that fit; nothing at all where a needed one is missing.
 *
 * @param plain the simple members with a space between them: `title` is text, `lat#` a number,
 *   `free?` true or false, `topics*` a list of texts, `only=women|men` one of these words (a word
 *   from a newer feed counts as unknown); a `!` behind it means that it is needed
 * @param nested shapes of the other members, their names likewise with a `!` where needed
 */
export const object = (plain: string, nested: Record<string, Decoder> = {}): Decoder => {
  const members: [name: string, shape: Decoder | undefined, needed?: string][] = [];
  for (const [, name = '', kind = '', words, needed] of plain.matchAll(
    /(\w+)([#?*]?)(?:=([\w|-]+))?(!)?/g,
  )) {
    const known = words?.split('|');
    const word: Decoder = (value) => known?.find((each) => each === value);
    members.push([name, known ? word : KINDS[kind], needed]);
  }
  for (const [name, shape] of Object.entries(nested)) {
    const [bare = '', needed] = name.split('!');
    members.push([bare, shape, needed]);
  }
  return (value) => {
    if (!isObject(value)) return undefined;
    const read: Record<string, unknown> = {};
    for (const [name, shape, needed] of members) {
      const member = shape?.(value[name]);
      if (member !== undefined) read[name] = member;
      else if (needed !== undefined) return undefined;
    }
    return read;
  };
};
