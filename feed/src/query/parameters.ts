import { dayNumber } from '../time/days.js';
import { nearest } from './nearest.js';
import { DEFAULT_LIMIT, MAX_WORDS, SORTS, type Query } from './query.js';
import { DAYS, DEFAULT_KM, LEVELS, MAX_LIMIT, TIMES_OF_DAY, type Day } from './values.js';

/** What reading a value gave; `undefined` asks for nothing, as a default does. */
export type ParsedValue<Value> =
  { value: Value | undefined } | { wrong: string; near?: string | undefined };

/** How one parameter is read. */
interface Parameter<Name extends keyof Query> {
  read(text: string): ParsedValue<NonNullable<Query[Name]>>;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Languages have two or three letters (ISO 639); BCP 47 keeps room for longer ones, but has none. */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/;
const SPAN = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const NUMBER = /^-?\d{1,3}(\.\d+)?$/;
/** A space is a plus that was not written as `%2B`. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+ -]\d\d:\d\d)$/i;

/** Five decimals of a degree; the addition makes -0 a plain 0. */
const aboutAMetre = (degrees: string) => Number(Number(degrees).toFixed(5)) + 0;

function many<Value extends string>(
  accepts: (word: string) => boolean,
  expected: string,
  choices: readonly string[] = [],
) {
  return {
    read(text: string) {
      const words = text.split(',').flatMap((word) => word.trim().toLowerCase() || []);
      const wrong = words.find((word) => !accepts(word));
      if (wrong !== undefined) {
        const near = nearest(wrong, choices);
        return { wrong: `"${wrong}" is not ${expected}`, near };
      }
      const distinct = [...new Set(words)].sort() as Value[];
      return { value: distinct.length > 0 ? distinct : undefined };
    },
  };
}

function choice<Value extends string>(choices: readonly Value[]) {
  return {
    read(text: string) {
      const found = choices.find((value) => value.toLowerCase() === text.toLowerCase());
      if (found) return { value: found };
      const near = nearest(text, choices);
      return { wrong: `"${text}" is not one of ${choices.join(', ')}`, near };
    },
  };
}

function whole(from: number, to: number, unless?: number) {
  return {
    read(text: string) {
      const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= from && value <= to) return { value: value === unless ? undefined : value };
      return { wrong: `"${text}" is not a whole number from ${from} to ${to}` };
    },
  };
}

const yes = {
  read(text: string) {
    return text === 'yes'
      ? { value: true as const }
      : { wrong: `"${text}" is not "yes", the only value`, near: 'yes' };
  },
};

const ids = () => many<string>((word) => ID.test(word), 'an id (small letters, digits, hyphens)');
const times = Object.keys(TIMES_OF_DAY);

/** How each parameter is read. */
export const PARAMETERS: { [Name in keyof Required<Query>]: Parameter<Name> } = {
  q: {
    read(text) {
      const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
      return words.length > MAX_WORDS
        ? { wrong: `the text is longer than ${MAX_WORDS} characters` }
        : { value: words || undefined };
    },
  },
  topic: ids(),
  audience: ids(),
  kind: ids(),
  place: ids(),
  at: ids(),
  provider: ids(),
  spoken: many<string>((word) => TAG.test(word), 'a language tag such as "de" or "ar"'),
  level: choice(LEVELS),
  age: whole(0, 120),
  free: yes,
  stepfree: yes,
  online: yes,
  childcare: yes,
  openings: yes,
  women: yes,
  day: many<Day>(
    (word) => (DAYS as readonly string[]).includes(word),
    `one of ${DAYS.join(', ')}`,
    DAYS,
  ),
  time: many<string>(
    (word) => times.includes(word) || (SPAN.test(word) && word.slice(0, 5) < word.slice(6)),
    `one of ${times.join(', ')}, or a span such as 09:00-12:30`,
    times,
  ),
  near: {
    read(text) {
      const [lat, lng, ...rest] = text.split(',').map((part) => part.trim());
      if (lat && lng && rest.length === 0 && NUMBER.test(lat) && NUMBER.test(lng)) {
        const point = { lat: aboutAMetre(lat), lng: aboutAMetre(lng) };
        if (Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180) return { value: point };
      }
      return { wrong: `"${text}" is not a latitude and a longitude such as 51.4436,7.3353` };
    },
  },
  km: whole(1, 100, DEFAULT_KM),
  changed: {
    read(text) {
      // `Date` takes the 30th of February for the 2nd of March.
      const isDay = INSTANT.test(text) && !Number.isNaN(dayNumber(text.slice(0, 10)));
      const plain = text.replace(' ', '+').toUpperCase();
      const instant = isDay ? new Date(plain).getTime() : Number.NaN;
      const value = Number.isNaN(instant) ? '' : new Date(instant).toISOString();
      // An offset may push the instant out of the years that four digits can name.
      if (INSTANT.test(value)) return { value };
      return { wrong: `"${text}" is not an instant such as 2026-09-07T00:00:00Z (RFC 3339)` };
    },
  },
  sort: choice(SORTS),
  limit: whole(1, MAX_LIMIT, DEFAULT_LIMIT),
  page: whole(1, 100_000, 1),
  lang: {
    read: (text) =>
      TAG.test(text.toLowerCase())
        ? { value: text.toLowerCase() }
        : { wrong: `"${text}" is not a language tag such as "de" or "uk" (BCP 47)` },
  },
};
