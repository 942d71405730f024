import type { Document, ErrorCode, LineCounter } from 'yaml';
import { parseDocument, visit } from 'yaml';
import { MappingError } from './mapping-error.js';

/** The deepest nesting of a mapping; endless nesting would overflow the stack. */
const MOST_DEEP = 50;
const LIST_IN_LIST = new RegExp(`^\\s*(?:[-?] ){${MOST_DEEP}}`, 'm');

export const TOO_DEEP =
  'this is nested too deep, or names itself by & and *. Write it out plainly.';

const QUOTES = 'Put quotes round a name with : # [ ] { } or , in it.';

/** Faults of YAML and their remedies: a parser's own words are for programmers. */
const TROUBLES: { readonly [code in ErrorCode]?: string } = {
  BAD_ALIAS: `an * stands here that refers to nothing. ${QUOTES}`,
  ALIAS_PROPS: `an * cannot stand with other marks. ${QUOTES}`,
  BAD_DQ_ESCAPE:
    'a backslash in double quotes begins nothing that is known. Write \\\\, or use single quotes.',
  BAD_INDENT: `the line is not indented as the lines above it, or a bracket above it is not closed. Give lines that belong together as many blanks. ${QUOTES}`,
  BAD_SCALAR_START: `a value cannot begin like this. ${QUOTES}`,
  BLOCK_AS_IMPLICIT_KEY: `a second colon stands in one line. ${QUOTES}`,
  BLOCK_IN_FLOW: 'lines with their own names cannot stand in brackets. Take the brackets away.',
  DUPLICATE_KEY: 'the same name stands here twice. Leave one of them out.',
  MISSING_CHAR: `a bracket, a quotation mark or a comma is missing. ${QUOTES}`,
  MULTILINE_IMPLICIT_KEY: `a name goes over two lines, or a colon is missing. ${QUOTES}`,
  MULTIPLE_DOCS:
    'a second text begins here, after ---. Keep one mapping in a file, and take the line away.',
  TAB_AS_INDENT: 'a tab stands where spaces must. Put spaces in its place.',
  TAG_RESOLVE_FAILED: `a word with ! stands here that means nothing. ${QUOTES}`,
};

export function yamlWording(code: ErrorCode): string {
  return TROUBLES[code] ?? `this cannot be read. ${QUOTES}`;
}

/** @throws MappingError where it is nested too deep */
export function parseYaml(text: string, name: string, lines: LineCounter): Document.Parsed {
  const fail = (): never => {
    throw new MappingError({ name }, { line: 1, column: 1 }, TOO_DEEP);
  };
  if (LIST_IN_LIST.test(text) || bracketDepth(text) > MOST_DEEP) fail();
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: false });
  } catch (error) {
    return isOverflow(error) ? fail() : rethrow(error);
  }
}

/**
 * Returns a document's content as values.
 * @param fail called where nesting has no end, or aliases grow without bound ("billion laughs")
 */
export function contentOf(
  document: Document.Parsed,
  reviver: (key: unknown, value: unknown) => unknown,
  fail: () => never,
): unknown {
  try {
    const content: unknown = document.toJS({ reviver });
    if (isDeep(content, MOST_DEEP)) fail();
    return content;
  } catch (error) {
    // The library's own limit on alias growth throws a ReferenceError.
    return isOverflow(error) || error instanceof ReferenceError ? fail() : rethrow(error);
  }
}

/** Finds the first * that refers to nothing. */
export function lostAlias(document: Document.Parsed): number | undefined {
  const anchors = new Set<string>();
  let found: number | undefined;
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor);
    },
    Alias(_, { source, range }) {
      if (anchors.has(source)) return undefined;
      found = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Counts how many brackets are open at once; also those in texts, which are usually closed again. */
function bracketDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(depth - 1, 0);
    most = Math.max(most, depth);
  }
  return most;
}

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeep(member, levels - 1));
}

function isOverflow(error: unknown): boolean {
  return error instanceof RangeError;
}

function rethrow(error: unknown): never {
  throw error;
}
