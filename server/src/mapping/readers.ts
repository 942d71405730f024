import type { Location, Vocabulary, VocabularyList, Point } from '@vielfalt/feed';
import {
  firstPhone,
  isBelowNothing,
  MemberReader,
  mendPhone,
  readAddress,
  readAge,
  readContact,
  readCoordinate,
  readCost,
  readDate,
  readEmail,
  readLanguages,
  readLevel,
  readNumber,
  readOnlyFor,
  readPhone,
  readOpenings,
  readPoint,
  readPostalCode,
  readRegistration,
  readSchedule,
  readSince,
  readStepFree,
  readWeb,
  readYesNo,
  splitList,
  TermFinder,
  wallClock,
} from '../office-text/index.js';
import { parseJson } from '../files/json.js';
import type { Field, ReaderName } from './field.js';

const MAX_TITLE = 300;
/** A time of day, except those that programs write for whole days: midnight and the day's last minute. */
export const TIME_OF_DAY = /(?<![\d:])(?!0?0:00|24:00|23:59)\d{1,2}:\d\d/;

/** The result of reading a cell's text. */
export interface CellResult {
  value?: unknown;
  /** The value belongs to the object around the field: a town's cell may hold a district too. */
  around?: boolean;
  /** Text that the field could not take, for people to read elsewhere. */
  rest?: string;
  /** The reason; a sentence's end, as in faults. */
  reason?: string;
  /** A note about a value that was corrected: a sentence's end. */
  note?: string;
  /** Notes about parts of the text. */
  remarks?: readonly { value: string; reason: string }[];
}

/** The context that readers need besides the text. */
export interface ReadContext {
  finders: Readonly<Record<VocabularyList, TermFinder>>;
  /** The day on which weekly times without a date begin. */
  from: string;
  /** Later days have not been checked yet. */
  today: string;
  /** The country of postal codes and telephone numbers that name none; ISO 3166-1. */
  country: string;
  /** The directory's, an IANA name. */
  timeZone: string;
  /** Knows the providers that members of networks may be. */
  members: MemberReader;
}

export function finders(vocabulary: Vocabulary): ReadContext['finders'] {
  const { topic, audience, kind, place, language } = vocabulary;
  return {
    topic: new TermFinder(topic),
    audience: new TermFinder(audience),
    kind: new TermFinder(kind),
    place: new TermFinder(place),
    language: new TermFinder(language),
  };
}

/** For tables of offers, which have no members of networks. */
export const NO_MEMBERS = new MemberReader([], '');

/** Reads a text that is not empty. */
type Reader = (text: string, context: ReadContext, field: Field) => CellResult;

/** The members that a text names, and what is remarked about its parts. */
export function membersResult({
  members,
  remarks,
  rest,
}: ReturnType<MemberReader['list']>): CellResult {
  return {
    ...(members.length > 0 && { value: members }),
    ...(remarks.length > 0 && { remarks }),
    ...(rest.length > 0 && { rest: rest.join('\n'), reason: 'is not the name of a member' }),
  };
}

/** Terms of the vocabulary are read by the mapper, which knows the mapping's own words for them. */
export const READERS: Readonly<Record<Exclude<ReaderName, 'term' | 'terms' | 'part'>, Reader>> = {
  address: (text, { finders: { place } }) => {
    const { location, complete } = readAddress(text, place);
    if (complete) return { value: location };
    return location.name === oneLine(text)
      ? { value: location, reason: 'names neither street nor town' }
      : { value: location, rest: text, reason: 'is not understood as an address in full' };
  },
  age: (text) => taken(text, readAge(text), 'is not an age'),
  choice: (text) => ({ value: text }),
  choices: (text) => ({ value: splitList(text, [',', ';', '|']) }),
  contact: (text, { country }) => {
    const { contact, rest } = readContact(text, country);
    return {
      value: contact,
      ...(rest.trim() && { rest: rest.trim(), reason: 'is not a complete contact' }),
    };
  },
  coordinate: (text, _, { name }) => {
    const { degrees, axis = '' } = readCoordinate(text) ?? {};
    return name.endsWith(axis)
      ? taken(text, degrees, 'is not a coordinate')
      : { rest: text, reason: `is no ${name.endsWith('lat') ? 'latitude' : 'longitude'}` };
  },
  cost: (text) => {
    const value = readCost(text);
    const understood = value.free !== undefined || value.amount !== undefined;
    if (understood) return { value };
    const reason = isBelowNothing(text)
      ? 'is less than nothing, which no price is'
      : 'has no amount and is not free';
    return { value, reason };
  },
  date: (text, { today, timeZone }, { name }) => {
    const local = wallClock(text, timeZone);
    const value = readDate(local);
    if (value !== undefined && name.startsWith('schedule.') && TIME_OF_DAY.test(local)) {
      return { value, rest: local, reason: 'has a time of day, which is the field schedule’s' };
    }
    return name.endsWith('checked.on') && value !== undefined && value > today
      ? { rest: text, reason: 'lies in the future' }
      : taken(text, value, 'is not a valid date');
  },
  email: (text) => orFromContact(text, readEmail(text), 'email', 'is not a valid e-mail address'),
  json: readJsonCell,
  key: (text) => ({ value: oneLine(text) }),
  language: (text, { finders: { language } }) => {
    const [first, ...more] = readLanguages(text, language).spoken;
    if (!first) return { rest: text, reason: 'is not a language that the vocabulary has' };
    return {
      value: first.language,
      ...(more.length > 0 && { rest: text, reason: 'names more than one language' }),
    };
  },
  languages: (text, { finders: { language } }) => {
    const { spoken, unknown } = readLanguages(text, language);
    return {
      ...(spoken.length > 0 && { value: spoken }),
      ...(unknown.length > 0 && {
        rest: unknown.join(', '),
        reason: 'is not a language that the vocabulary has',
      }),
    };
  },
  level: (text) => taken(text, readLevel(text), 'is not a level from A0 to C2'),
  line: (text) => ({ value: oneLine(text) }),
  lines: (text) => ({ value: splitList(text, [';', '|']) }),
  links: readLinks,
  member: (text, { members }) => {
    const { value, ...said } = membersResult(members.one(text));
    const [member] = (value ?? []) as unknown[];
    return { ...said, ...(member !== undefined && { value: member }) };
  },
  members: (text, { members }) => membersResult(members.list(text)),
  number: (text) => taken(text, readNumber(text), 'is not a number'),
  only: (text) => taken(text, readOnlyFor(text), 'says neither women only nor men only'),
  period: (text, { timeZone }) => readPeriod(text, wallClock(text, timeZone)),
  phone: (text, { country }) => readPhoneCell(text, country),
  openings: (text) =>
    taken(text, readOpenings(text), 'says neither free nor waiting list nor full'),
  point: (text) => point(text, readPoint(text)),
  // In GeoJSON (RFC 7946) longitude comes first.
  position: (text) => point(text, readPoint(text, { lngFirst: true })),
  'postal-code': (text, { country, finders: { place } }) => {
    const { code, town } = readPostalCode(text, country) ?? {};
    if (code === undefined) return { rest: text, reason: 'is not a valid postal code' };
    if (town === undefined) return { value: code };
    const { location, complete } = readAddress(`${code} ${town}`, place);
    const around = complete ? location : { postalCode: code, locality: oneLine(town) };
    return { value: around, around: true };
  },
  registration: (text) => ({ value: readRegistration(text) }),
  schedule: (text, { from, timeZone }) => {
    const { schedule, complete } = readSchedule(text, { from, timeZone });
    return { value: schedule, ...(!complete && { reason: 'is not understood as times in full' }) };
  },
  since: (text) => {
    const { day, isExact } = readSince(text) ?? {};
    if (day === undefined) return { rest: text, reason: 'names neither a day nor a month or year' };
    return { value: day, ...(!isExact && { note: `is read as ${day}` }) };
  },
  'step-free': (text) => taken(text, readStepFree(text), 'says neither yes nor partly nor no'),
  street: (text, { finders: { place } }) => {
    const { location, complete }: { location: Partial<Location>; complete: boolean } =
      /\b\d{5}\b/.test(text) ? readAddress(text, place) : { location: {}, complete: false };
    return complete ? { value: location, around: true } : { value: oneLine(text) };
  },
  text: (text) => ({ value: text }),
  title: (text) => {
    const title = oneLine(text);
    if (title.length <= MAX_TITLE) return { value: title };
    const value = `${title.slice(0, MAX_TITLE - 1).trimEnd()}…`;
    return { value, rest: text, reason: `has more than ${MAX_TITLE} characters` };
  },
  town: (text, { finders: { place } }) => {
    const { location, complete } = readAddress(text, place);
    return complete
      ? { value: location, around: true }
      : { value: { locality: oneLine(text) }, around: true };
  },
  // A word that is not understood hides the address, or a shelter's might be published.
  visibility: (text) =>
    text === 'public' || text === 'on-request'
      ? { value: text }
      : {
          value: 'on-request',
          note: 'is neither public nor on-request: the address is shown nowhere until words says what it means',
        },
  web: (text) => orFromContact(text, readWeb(text), 'web', 'is not a valid web address'),
  'yes-no': (text) => taken(text, readYesNo(text), 'says neither yes nor no'),
};

/** Puts a text on one line, as names, titles and keys are. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function taken(text: string, value: unknown, reason: string): CellResult {
  return value === undefined ? { rest: text, reason } : { value };
}

/** Finds one part of a contact among other text, as in "info@example.org, nur vormittags". */
function orFromContact(
  text: string,
  value: string | undefined,
  part: 'email' | 'web',
  reason: string,
): CellResult {
  if (value !== undefined) return { value };
  const first = readContact(text).contact[part];
  // "http://our club.example" is cut off before its host ends.
  return first === undefined || (part === 'web' && !new URL(first).hostname.includes('.'))
    ? { rest: text, reason }
    : { value: first, rest: text, reason: 'has more in it than the field takes' };
}

/** Reads one number; the first where there are several or something else stands beside it. */
function readPhoneCell(text: string, country: string): CellResult {
  const mended = mendPhone(text, country);
  if (mended) {
    const { phone, isMended } = mended;
    return {
      value: phone,
      ...(isMended && { note: `is read as ${phone}, as spreadsheets drop what stands before it` }),
    };
  }
  const first = firstPhone(text, country);
  if (first) {
    const reason = `names more than one telephone number: ${first.phone} is taken`;
    return { value: first.phone, rest: text, reason };
  }
  // "030 23125 118 (Frau Muster)"
  const bare = readPhone(text.replace(/\([^()]*\p{L}[^()]*\)/gu, ''), country);
  const phone = bare ?? readContact(text, country).contact.phone;
  return phone === undefined
    ? { rest: text, reason: 'is not a telephone number that can be dialled from everywhere' }
    : { value: phone, rest: text, reason: 'has more in it than the field takes' };
}

function point(text: string, value: Point | undefined): CellResult {
  return value === undefined
    ? { rest: text, reason: 'is not a pair of coordinates' }
    : { value, around: true };
}

const DATE = /\d{1,2}\. ?(?:\d{1,2}\.|\p{L}{3,9}\.?) ?\d{2,4}|\d{4}-\d\d-\d\d/gu;

/**
 * Reads "1.9.2026 – 30.6.2027", "bis 31.12.2026", "ab 1. Oktober 2026".
 * @param local the text with moments as the directory's clocks show them
 */
function readPeriod(text: string, local: string): CellResult {
  const found = [...local.matchAll(DATE)].flatMap(([date]) => readDate(date) ?? []);
  const words = local
    .replace(DATE, '')
    .replace(/[\s.,–—-]+/g, ' ')
    .trim()
    .toLowerCase();
  const [first, last, ...more] = found;
  if (first !== undefined && more.length === 0) {
    if (
      last !== undefined &&
      first <= last &&
      /^(?:(?:vom|von|from)? ?(?:bis|to|until)?)(?: zum)?$/.test(words)
    ) {
      return { value: { validFrom: first, validTo: last } };
    }
    if (last === undefined && /^(?:bis|until)(?: zum)?$/.test(words))
      return { value: { validTo: first } };
    if (last === undefined && /^(?:ab|seit|vom|von|from|since)(?: dem)?$/.test(words)) {
      return { value: { validFrom: first } };
    }
  }
  return { rest: text, reason: 'is not understood as a first and a last day' };
}

function readJsonCell(text: string): CellResult {
  const read = parseJson(text);
  return 'json' in read ? { value: read.json } : { rest: text, reason: 'is not JSON' };
}

const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s,;|<>"]+/gi;

/** Reads links as JSON, or as web addresses, each with the words before it as its label. */
function readLinks(text: string): CellResult {
  if (text.startsWith('[')) return readJsonCell(text);
  const links: { label: string; url: string }[] = [];
  let from = 0;
  for (const match of text.matchAll(WEB_ADDRESS)) {
    const url = readWeb(match[0]);
    if (url === undefined) continue;
    const before = oneLine(text.slice(from, match.index)).replace(/^[\s,;|–-]+|[\s:,;|(–-]+$/g, '');
    links.push({ label: before || new URL(url).hostname.replace(/^www\./, ''), url });
    from = match.index + match[0].length;
  }
  const after = text
    .slice(from)
    .replace(/^[\s,;|)–-]+/, '')
    .trim();
  return {
    ...(links.length > 0 && { value: links }),
    ...((links.length === 0 || after) && {
      rest: links.length === 0 ? text : after,
      reason: 'is not a valid web address',
    }),
  };
}
