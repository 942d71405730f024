import { DAYS, dayNumber } from '../time/days.js';
import { nearest } from './nearest.js';
import {
  ANSWER_PARAMETERS,
  LIST_PARAMETERS,
  PERSON_PARAMETERS,
  WORD_PARAMETERS,
  type ListParameter,
  type ValueKind,
} from './parameters.js';
import { isFlag, isList, type List, type Point, type Query } from './query.js';
import { TIMES } from './values.js';

/** The outcome of reading a value; `undefined` asks for nothing, as a default does. */
export type ParsedValue =
  | { value: string | number | true | string[] | Point | undefined }
  | { wrong: string; near?: string | undefined };

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Languages have two or three letters (ISO 639); BCP 47 keeps room for longer ones, but has none. */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/;
const SPAN = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const NUMBER = /^-?\d{1,3}(\.\d+)?$/;
/** A space is a plus that was not written as `%2B`. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+ -]\d\d:\d\d)$/i;

/** Five decimals of a degree; the addition makes -0 a plain 0. */
const aboutAMetre = (degrees: string) => Number(Number(degrees).toFixed(5)) + 0;

const oneOf = (choices: readonly string[]) => `one of ${choices.join(', ')}`;

function refused(text: string, expected: string, choices: readonly string[] = []): ParsedValue {
  return { wrong: `"${text}" is not ${expected}`, near: nearest(text, choices) };
}

/** An entry of a list: whether it can be read, what is expected, and what else it may be. */
type ListEntry = [
  accepts: (word: string) => boolean,
  expected: string,
  choices?: readonly string[],
];

const ENTRIES: Record<NonNullable<ListParameter['of']>, ListEntry> = {
  tag: [(word) => TAG.test(word), 'a language tag such as "de" or "ar"'],
  day: [(word) => (DAYS as readonly string[]).includes(word), oneOf(DAYS), DAYS],
  time: [
    (word) => TIMES.includes(word) || (SPAN.test(word) && word.slice(0, 5) < word.slice(6)),
    `${oneOf(TIMES)}, or a span such as 09:00-12:30`,
    TIMES,
  ],
};
const AN_ID: ListEntry = [(word) => ID.test(word), 'an id (lowercase letters, digits, hyphens)'];

function readFlag(text: string): ParsedValue {
  return text === 'yes'
    ? { value: true }
    : { ...refused(text, '"yes", the only value'), near: 'yes' };
}

function readList(text: string, { of }: ListParameter): ParsedValue {
  const [accepts, expected, choices = []] = of ? ENTRIES[of] : AN_ID;
  const words = text.split(',').flatMap((word) => word.trim().toLowerCase() || []);
  const wrong = words.find((word) => !accepts(word));
  if (wrong !== undefined) return refused(wrong, expected, choices);
  const distinct = [...new Set(words)].sort();
  return { value: distinct.length > 0 ? distinct : undefined };
}

type ReaderOf<Kind> = (text: string, parameter: Kind) => ParsedValue;

/** Readers for the values of each kind; a text has no space around it and is not empty. */
const READERS: {
  [Kind in ValueKind['kind']]: ReaderOf<Extract<ValueKind, { kind: Kind }>>;
} = {
  choice(text, { choices }) {
    const found = choices.find((value) => value.toLowerCase() === text.toLowerCase());
    return found ? { value: found } : refused(text, oneOf(choices), choices);
  },
  whole(text, { from, to, usual }) {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= from && value <= to) return { value: value === usual ? undefined : value };
    return refused(text, `a whole number from ${from} to ${to}`);
  },
  words(text, { most }) {
    const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
    return words.length > most
      ? { wrong: `the text is longer than ${most} characters` }
      : { value: words || undefined };
  },
  point(text) {
    const [lat, lng, ...rest] = text.split(',').map((part) => part.trim());
    if (lat && lng && rest.length === 0 && NUMBER.test(lat) && NUMBER.test(lng)) {
      const point = { lat: aboutAMetre(lat), lng: aboutAMetre(lng) };
      if (Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180) return { value: point };
    }
    return refused(text, 'a latitude and a longitude such as 51.4436,7.3353');
  },
  instant(text) {
    // `Date` takes the 30th of February for the 2nd of March.
    const isDay = INSTANT.test(text) && !Number.isNaN(dayNumber(text.slice(0, 10)));
    const plain = text.replace(' ', '+').toUpperCase();
    const instant = isDay ? new Date(plain).getTime() : Number.NaN;
    const value = Number.isNaN(instant) ? '' : new Date(instant).toISOString();
    // An offset may push the instant out of the years that four digits can name.
    if (INSTANT.test(value)) return { value };
    return refused(text, 'an instant such as 2026-09-07T00:00:00Z (RFC 3339)');
  },
  tag: (text) =>
    TAG.test(text.toLowerCase())
      ? { value: text.toLowerCase() }
      : refused(text, 'a language tag such as "de" or "uk" (BCP 47)'),
};

const ENTRY_KINDS: Record<List, ListParameter> = LIST_PARAMETERS;
const VALUES = { ...WORD_PARAMETERS, ...PERSON_PARAMETERS, ...ANSWER_PARAMETERS };

function readAs<Kind extends ValueKind['kind']>(
  parameter: Extract<ValueKind, { kind: Kind }>,
  kind: Kind,
  text: string,
): ParsedValue {
  return READERS[kind](text, parameter);
}

/** Reads a parameter's text; an empty one asks for nothing. */
export function readValue(name: keyof Query, text: string): ParsedValue {
  const trimmed = text.trim();
  if (!trimmed) return { value: undefined };
  if (isFlag(name)) return readFlag(trimmed);
  if (isList(name)) return readList(trimmed, ENTRY_KINDS[name]);
  const value: ValueKind = VALUES[name];
  return readAs(value, value.kind, trimmed);
}
