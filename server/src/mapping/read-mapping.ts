import { createReadStream } from 'node:fs';
import { nearest } from '@vielfalt/feed';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isMap, isPair, isScalar, isSeq, LineCounter, visit } from 'yaml';
import type { Document } from 'yaml';
import { shortened } from '../validation/fault.js';
import { stepsOfPointer, wordingOfError } from '../validation/schema-wording.js';
import { FileError, fileError } from '../files/file-error.js';
import { bothNames, presentName } from '../files/former-names.js';
import { withoutEffect } from './effect.js';
import { HIDDEN } from './field.js';
import type { Field } from './field.js';
import { FIELDS, fieldOf } from './fields.js';
import { FieldOptions, MappingFile, columnsOf, rowKind } from './mapping.js';
import { MappingError } from './mapping-error.js';
import type { Filling, Mapping, MappingPosition } from './mapping.js';
import { contentOf, lostAlias, parseYaml, TOO_DEEP, yamlWording } from './yaml.js';

const ajv = new Ajv2020({ allErrors: false, verbose: true, code: { optimize: false } });
formats.default(ajv);
const isOptions = ajv.compile<FieldOptions>(FieldOptions);
/** Checks everything but the fields, which are checked one by one. */
const isRest = ajv.compile<MappingFile>({
  ...MappingFile,
  properties: { ...MappingFile.properties, fields: { type: 'object' } },
});

/** The default first day of weekly times: long ago, so that no page shows it. */
const LONG_AGO = '2020-01-01';

/** The largest size of a mapping; a longer file is not one, and would take long to read. */
const MOST_BYTES = 1_000_000;

/** Stands in a suggestion where a person has to fill something in. */
export const TODO = 'TODO';

/**
 * Reads a mapping from its file.
 * @throws FileError where it cannot be opened, MappingError where it cannot be used
 */
export async function readMapping(file: string): Promise<Mapping> {
  const bytes = await bytesOf(file);
  const text = decode(bytes);
  if (text === undefined) {
    throw new FileError(`The mapping ${file} is not written in UTF-8. Save it as UTF-8.`);
  }
  return parseMapping(text, file);
}

/** Reads the file's bytes, also of a device or a pipe, up to the most a mapping can have. */
async function bytesOf(file: string): Promise<Buffer> {
  if (file === '') throw new FileError('The name of the mapping is empty. Name its file.');
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size > MOST_BYTES) {
        throw new FileError(`${file} is larger than any mapping. Is it the right file?`);
      }
    }
    return Buffer.concat(parts);
  } catch (error) {
    throw fileError(file, error);
  }
}

/** Decodes UTF-8, or UTF-16 as PowerShell writes redirected output. */
function decode(bytes: Uint8Array): string | undefined {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** @param name of the file, for messages  @throws MappingError */
export function parseMapping(text: string, name: string): Mapping {
  const lines = new LineCounter();
  const document = parseYaml(text, name, lines);
  const at = (offset: number): MappingPosition => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const fail = (place: MappingPosition, message: string): never => {
    throw new MappingError({ name }, place, message);
  };
  const [trouble] = document.errors;
  if (trouble) fail(at(trouble.pos[0]), yamlWording(trouble.code));
  const place = (...keys: (string | number)[]) => at(offsetOf(document, keys));

  const lost = lostAlias(document);
  if (lost !== undefined) fail(at(lost), yamlWording('BAD_ALIAS'));
  const content = contentOf(document, withoutEmpty, () => fail(at(0), TOO_DEEP));
  if (typeof content !== 'object' || content === null || !('vielfalt-mapping' in content)) {
    fail(at(0), 'this is not a mapping. It begins with "vielfalt-mapping: 1".');
  }
  const todo = findTodo(document);
  if (todo) fail(at(todo.offset), `${JSON.stringify(todo.text)} has to be filled in first.`);
  const noList = lexiconTrouble(content);
  if (noList) fail(place('lexicon'), noList);
  if (!isRest(content)) {
    const error = isRest.errors?.at(-1);
    if (error) fail(place(...stepsTo(error)), wording(error));
    throw new Error('An invalid mapping has an error.');
  }

  const fillings = Object.entries<unknown>(content.fields).map(([key, given]): Filling => {
    const field =
      fieldOf(presentName(key)) ??
      fail(place('fields', key), `${JSON.stringify(key)} is not a field.${fieldHint(key)}`);
    const options: unknown = typeof given === 'string' ? { column: given } : given;
    if (given === null) fail(place('fields', key), `${key} has nothing after it: a column's name.`);
    if (!isOptions(options)) {
      const error = isOptions.errors?.at(-1);
      const steps = error ? stepsTo(error) : [];
      const below = fieldOf(presentName(`${key}.${String(steps[0])}`));
      const message = below
        ? `write it as a line of its own: "${below.name}: …".`
        : error
          ? wording(error)
          : '';
      return fail(place('fields', key, ...steps), message);
    }
    if (field.name !== key && field.name in content.fields) {
      fail(place('fields', key), `${bothNames(key, field.name)}.`);
    }
    const reason = contradiction(field, options);
    if (reason) fail(place('fields', key), `${key} ${reason}`);
    return { field, options };
  });
  const kind = rowKind({ fillings });
  const isOther = ({ field }: Filling) =>
    field.name.startsWith('network.') !== (kind === 'network');
  const other = fillings.find(isOther);
  if (other) {
    const { name: key } = other.field;
    fail(
      place('fields', key),
      kind === 'network'
        ? `${key} is a field of offers, and network.name says that the rows are networks. Map offers by another mapping.`
        : `${key} is a field of networks. Say network.name, too: the rows are networks then.`,
    );
  }
  for (const needed of kind === 'network' ? [] : ['title', 'provider']) {
    if (fillings.some(({ field }) => field.name === needed)) continue;
    const example =
      needed === 'title' ? 'title: Angebot' : 'provider: { value: Landkreis Beispiel }';
    fail(place('fields'), `the fields lack ${needed}. Add a line like "${example}".`);
  }

  const { source, directory, vocabulary, file = {}, language, keep = [], ignore = [] } = content;
  const { sheet, continued, ...book } = file;
  return {
    name,
    ...(source && { source }),
    ...(directory && { directory }),
    ...(vocabulary && { vocabulary }),
    ...(content.lexicon !== undefined && { lexicon: content.lexicon }),
    book,
    ...(sheet !== undefined && { sheet }),
    ...(continued !== undefined && { continued }),
    ...(language !== undefined && { language }),
    timesFrom: content['times-from'] ?? LONG_AGO,
    takesHidden: content.hidden === 'take',
    fillings,
    keep,
    ignore,
    place,
  };
}

/** Says why the list of the office's own words cannot be read; nothing where it can. */
function lexiconTrouble(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null || !('lexicon' in content)) return undefined;
  const { lexicon } = content;
  if (lexicon === null || lexicon === '') {
    return `lexicon has nothing after it. Name one file, or write "lexicon: none" to take the words out.`;
  }
  if (typeof lexicon !== 'string') return 'lexicon takes one list. Name one file.';
  return /^\w+:\/\//.test(lexicon)
    ? 'lexicon names a file beside the mapping, not an address. Download the list first.'
    : undefined;
}

/** Describes what contradicts itself within one field. */
function contradiction(field: Field, options: FieldOptions): string | undefined {
  const { column, columns, ticked, value, terms, words } = options;
  const ways = { column, columns, ticked, value };
  const given = Object.entries(ways).flatMap(([way, said]) => (said === undefined ? [] : [way]));
  if (given.length === 0 && options.default === undefined) {
    return 'has no column. Say column, columns, ticked or value.';
  }
  if (given.length > 1) return `has both ${given.join(' and ')}. Leave all but one of them out.`;
  if (terms && !field.list) return 'takes no terms of the vocabulary. Say words instead of terms.';
  if (words && field.list) return 'takes terms of the vocabulary. Say terms instead of words.';
  if (value === HIDDEN && field.name === 'status') return 'leaves every row out. Say the column.';
  const twice = columnsOf(options).find((name, index, all) => all.indexOf(name) !== index);
  return twice === undefined
    ? withoutEffect(field, options)
    : `names the column ${JSON.stringify(twice)} twice.`;
}

/** Keys that count as absent where everything below them is a comment. */
const MAY_BE_EMPTY = ['terms', 'words', 'keep', 'ignore'];

function withoutEmpty(key: unknown, value: unknown): unknown {
  return value === null && MAY_BE_EMPTY.includes(String(key)) ? undefined : value;
}

/** Finds the first text that still waits for a person. */
function findTodo(document: Document): { text: string; offset: number } | undefined {
  let found: { text: string; offset: number } | undefined;
  visit(document, {
    Scalar(_, { value, range }) {
      if (typeof value !== 'string' || !value.startsWith(TODO)) return undefined;
      found = { text: value, offset: range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

/** Finds where the key that the keys lead to stands, or, in a list, the entry; else what is around it. */
function offsetOf(document: Document, keys: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!isPair(pair) || !isScalar(pair.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isScalar(node) || isMap(node)) offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

function stepsTo({ instancePath, params }: ErrorObject): string[] {
  const steps = stepsOfPointer(instancePath);
  const extra: unknown = params['additionalProperty'];
  return typeof extra === 'string' ? [...steps, extra] : steps;
}

function wording(error: ErrorObject): string {
  const { keyword, params, parentSchema, data } = error;
  const properties = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {});
  switch (keyword) {
    case 'additionalProperties': {
      const extra = String(params['additionalProperty']);
      return `${JSON.stringify(extra)} is not known here.${hint(extra, properties)}`;
    }
    case 'required':
      return `${String(params['missingProperty'])} is missing.`;
    case 'const':
      return `${JSON.stringify(data)} is a format that this program does not know. It reads 1.`;
    default: {
      const { reason, remedy } = wordingOfError(error);
      return [`${shortened(data)} cannot stand here: it ${reason}.`, remedy]
        .filter(Boolean)
        .join(' ');
    }
  }
}

/** Suggests the field that a name is like, once was, or is a part of. */
function fieldHint(key: string): string {
  const today = presentName(key.toLowerCase());
  const [first = ''] = today.split('.');
  const near = FIELDS.has(today) ? today : nearest(today, FIELDS.keys());
  return hint(near ?? (FIELDS.has(first) ? first : key), FIELDS.keys());
}

/** Suggests the nearest known word, or all of them where nothing is near. */
function hint(word: string, known: Iterable<string>): string {
  const all = [...known];
  const near = nearest(word, all);
  if (near !== undefined) return ` Did you mean ${JSON.stringify(near)}?`;
  return all.length > 20 ? ' docs/mapping.md lists the fields.' : ` It may be ${all.join(', ')}.`;
}
