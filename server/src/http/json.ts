/** The depth down to which what lists and objects hold is written one by one. */
const DEPTH = 2;

/**
 * The JSON of an answer, as `JSON.stringify` writes it, in pieces that are short enough to be made
 * between other answers. What an iterable gives, which may be made only then, is written as a list.
 */
export function* jsonPieces(value: unknown, depth = DEPTH): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    // In a list; members without a value are left out before.
    yield value === undefined ? 'null' : JSON.stringify(value);
    return;
  }
  const isList = Symbol.iterator in value;
  let before = isList ? '[' : '{';
  for (const [name, member] of isList ? unnamed(value as Iterable<unknown>) : named(value)) {
    yield before + name;
    yield* jsonPieces(member, depth - 1);
    before = ',';
  }
  yield (before === ',' ? '' : before) + (isList ? ']' : '}');
}

function* unnamed(list: Iterable<unknown>): Generator<[string, unknown]> {
  for (const each of list) yield ['', each];
}

function* named(object: object): Generator<[string, unknown]> {
  for (const [name, member] of Object.entries(object) as [string, unknown][]) {
    if (member !== undefined) yield [`${JSON.stringify(name)}:`, member];
  }
}
