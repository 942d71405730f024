import { nearest } from '@vielfalt/feed';
import * as schemas from '@vielfalt/feed/schemas';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { didYouMean } from './fault.js';
import type { Fault } from './fault.js';

/** Says what is wrong with a value that a schema rejects, and what to do, in words for people. */
export function wordingOfError(error: ErrorObject): Omit<Fault, 'path'> {
  const { keyword, data: value, schema: rule, parentSchema } = error;
  const limit = String(rule);
  switch (keyword) {
    case 'required':
      return { reason: 'is missing', remedy: 'Add it.' };
    case 'additionalProperties': {
      const known = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {});
      const near = nearest(String(error.params['additionalProperty']), known);
      return {
        reason: 'is not a field that the directory knows',
        ...(near ? didYouMean(near) : { remedy: `It knows: ${known.join(', ')}.` }),
      };
    }
    case 'type':
      return { value, reason: `is not ${wordingOfType(limit)}`, ...emptiness(value) };
    case 'minLength':
      return { value, reason: 'is empty', remedy: 'Leave a field out where nothing is known.' };
    case 'maxLength':
      return {
        value,
        reason: `has ${String(value).length} characters`,
        remedy: `At most ${limit} are allowed.`,
      };
    case 'minItems':
      return limit === '1'
        ? { value, reason: 'is an empty list', remedy: 'Leave the field out.' }
        : { value, reason: 'has too few entries', remedy: `At least ${limit} are needed.` };
    case 'maxItems':
      return { reason: `has too many entries`, remedy: `At most ${limit} are allowed.` };
    case 'minimum':
      return { value, reason: `is less than ${limit}` };
    case 'maximum':
      return { value, reason: `is more than ${limit}` };
    case 'pattern':
      return { value, ...shape(wordingOfPattern(limit), `does not match ${limit}`) };
    case 'format':
      return {
        value,
        ...shape(wordingOfFormat(limit), `is no ${limit}`),
        ...(limit === 'date' && germanDate(value)),
      };
    case 'const':
      return { value, reason: `is not ${JSON.stringify(rule)}` };
    case 'anyOf':
      return { value, ...choice(value, rule) };
    default:
      return { value, reason: 'is not what belongs here' };
  }
}

/** Says the same as a sentence's end alone, for a value that is not in a file yet. */
export function reasonOfError(error: ErrorObject): string {
  const { keyword, data, schema } = error;
  const limit = String(schema);
  switch (keyword) {
    case 'maxLength':
      return `has ${String(data).length} characters, where at most ${limit} are allowed`;
    case 'maxItems':
      return `has too many entries: at most ${limit} are allowed`;
    case 'pattern':
      return `is not ${wordingOfPattern(limit)?.what ?? 'written as it should be'}`;
    default:
      return wordingOfError(error).reason;
  }
}

function emptiness(value: unknown): { remedy?: string } {
  return value === null || value === ''
    ? { remedy: 'Leave a field out where nothing is known.' }
    : {};
}

function shape(
  words: { what: string; example: string } | undefined,
  otherwise: string,
): Omit<Fault, 'path'> {
  if (!words) return { reason: otherwise };
  return { reason: `is not ${words.what}`, remedy: `Write it like ${words.example}.` };
}

/** Rewrites a date as German tables write it in the form that files want. */
function germanDate(value: unknown): { remedy?: string } {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(String(value)) ?? [];
  if (!day || !month || !year) return {};
  return { remedy: `Write ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}.` };
}

/** One of the shapes that a value may have. */
interface Way {
  const?: string;
  pattern?: string;
  type?: string;
  properties?: object;
}

function choice(value: unknown, rule: unknown): Omit<Fault, 'path'> {
  const ways = rule as Way[];
  const words = ways.flatMap((way) => way.const ?? []);
  if (words.length > 0 && words.length === ways.length) {
    const near = typeof value === 'string' ? nearest(value, words) : undefined;
    return {
      reason: `is none of ${words.join(', ')}`,
      ...didYouMean(near),
    };
  }
  const members = ways.map(({ properties = {} }) => Object.keys(properties).join(', '));
  if (members.every(Boolean)) {
    return {
      reason: 'does not have the fields that belong together',
      remedy: `Write either ${members.join(', or ')}.`,
    };
  }
  const shapes = new Set(ways.flatMap((way) => shapeOf(way) ?? []));
  if (shapes.size === 0) return { reason: 'is not what belongs here' };
  return { reason: `is not ${[...shapes].join(' or ')}` };
}

function shapeOf({ pattern, type }: Way): string | undefined {
  if (pattern !== undefined) return wordingOfPattern(pattern)?.what;
  return type === undefined ? undefined : wordingOfType(type);
}

/** A name for the shape of a value, and an example. */
interface ShapeWords {
  what: string;
  example: string;
}

/** Words for people, where a schema describes a shape by a regular expression. */
const PATTERNS = new Map<string, ShapeWords>(
  (
    [
      [schemas.Id, 'an id of lowercase letters, digits and single hyphens', 'witten-mitte'],
      [schemas.LanguageTag, 'a language tag', 'de'],
      [
        schemas.LocalDateOrTime,
        'a date, or a date and time without zone',
        '2026-09-07 or 2026-09-07T09:00',
      ],
      [schemas.WebAddress, 'a web address', 'https://www.example.org/'],
      [schemas.Email, 'an e-mail address', 'info@example.org'],
      [schemas.DirectoryRecord.properties.keepers.items, 'an e-mail address', 'lee@office.example'],
      [schemas.Phone, 'a telephone number', '030 23125 123'],
      [schemas.Location.properties.postalCode, 'a postal code', '58452'],
      [schemas.Provider.properties.logo, 'a path below the feed’s address', '/logos/verein.svg'],
      [schemas.DirectoryRecord.properties.mapLink, 'an https address', 'https://www.example.org/'],
      [schemas.Offer.properties.cost.properties.currency, 'a currency of three letters', 'EUR'],
      [
        schemas.Recurrence.properties.byday.items,
        'a weekday, for monthly times with a number before it',
        'MO, 1TU or -1FR',
      ],
    ] as const
  ).map(([schema, what, example]) => [
    'pattern' in schema ? String(schema.pattern) : '',
    { what, example },
  ]),
);

const FORMATS = new Map<string, ShapeWords>([
  ['date', { what: 'a date', example: '2026-09-07' }],
  ['date-time', { what: 'a moment with its zone', example: '2026-09-07T09:00:00Z' }],
  ['uuid', { what: 'a UUID', example: '0b1f3c52-8f0e-5b43-9c41-5d2f1f0f8a11' }],
]);

const TYPES = new Map<string, string>([
  ['string', 'text in quotes'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list in square brackets'],
  ['object', 'fields in braces'],
]);

function wordingOfPattern(pattern: string): ShapeWords | undefined {
  return PATTERNS.get(pattern);
}

function wordingOfFormat(format: string): ShapeWords | undefined {
  return FORMATS.get(format);
}

function wordingOfType(type: string): string {
  return TYPES.get(type) ?? type;
}

/** Returns the steps of a JSON Pointer (RFC 6901), all as text. */
export function stepsOfPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
