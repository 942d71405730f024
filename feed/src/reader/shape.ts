/**
 * How a value from elsewhere has to look to be taken over. A validator says yes or no; a shape
 * keeps what is right of something that is partly wrong, without compiling code (host pages forbid
 * that).
 */
export type Shape = (value: unknown) => unknown;

/** Text with something in it. */
export const text: Shape = (value) =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

export const number: Shape = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export const flag: Shape = (value) => (typeof value === 'boolean' ? value : undefined);

/** One of these words: a word from a newer feed counts as unknown. */
export const word =
  (...words: readonly string[]): Shape =>
  (value) =>
    words.includes(value as string) ? value : undefined;

/** The members that fit. */
export const list =
  (of: Shape): Shape =>
  (value) =>
    Array.isArray(value) ? value.map(of).filter((member) => member !== undefined) : undefined;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values that fit, by key. */
export const record =
  (of: Shape): Shape =>
  (value) => {
    if (!isObject(value)) return undefined;
    const entries = Object.entries(value).map(([key, member]) => [key, of(member)] as const);
    return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
  };

/**
 * The known members that fit; nothing at all where a needed one (its name ends in `!`) is missing.
 * @param texts names of the members that are texts, with a space between them
 */
export const object = (texts: string, others: Record<string, Shape> = {}): Shape => {
  const members = [
    ...(texts ? texts.split(' ') : []).map((name) => [name, text] as const),
    ...Object.entries(others),
  ].map(([name, shape]) => [name.replace('!', ''), shape, name.endsWith('!')] as const);
  return (value) => {
    if (!isObject(value)) return undefined;
    const read: Record<string, unknown> = {};
    for (const [name, shape, needed] of members) {
      const member = shape(value[name]);
      if (member !== undefined) read[name] = member;
      else if (needed) return undefined;
    }
    return read;
  };
};
