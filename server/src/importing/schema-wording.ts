import { nearest } from '@vielfalt/feed';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { didYouMean } from './fault.js';
import type { Fault } from './fault.js';
import { wordingOfFormat, wordingOfPattern, wordingOfType } from './wording.js';

/** What is wrong with a value that a schema does not take, and what to do: never in a validator's words. */
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
        reason: 'is no field that the directory knows',
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
      return { value, reason: 'is an empty list', remedy: 'Leave the field out.' };
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

/** A date as German tables write it, in the form that files want. */
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
  const shapes = new Set(ways.flatMap((way) => shapeOf(way) ?? []));
  if (shapes.size === 0) return { reason: 'is not what belongs here' };
  return { reason: `is not ${[...shapes].join(' or ')}` };
}

function shapeOf({ pattern, type }: Way): string | undefined {
  if (pattern !== undefined) return wordingOfPattern(pattern)?.what;
  return type === undefined ? undefined : wordingOfType(type);
}
