import type { VocabularyList } from '@vielfalt/feed';
import { fold } from '@vielfalt/feed';
import { readYesNo } from '../../reading/index.js';
import { plainText } from '../plain-text.js';
import { HIDDEN } from '../field.js';
import type { Field, ReaderName } from '../field.js';
import { FIELDS } from '../fields.js';
import type { FieldOptions } from '../mapping.js';
import { markKind } from '../marks.js';
import { STATUS_WORDS } from '../status-words.js';
import { guess, isForFields, isHouseNumber, isInternal, isKey, plainHeading } from './headings.js';
import type { Profile, Shape } from './profile.js';
import { settleTimes } from './moments.js';
import { findTicked } from './ticked.js';
import type { Kit } from '../readers.js';

/** Which column goes where. */
export interface Choice {
  fields: Map<string, FieldOptions>;
  keep: string[];
  /** Columns that are left out, each with the reason. */
  ignore: { name: string; why: string }[];
}

/** What cells must look like for some readers. */
const NEEDED: Partial<Record<ReaderName, readonly Shape[]>> = {
  coordinate: ['coordinate'],
  date: ['date'],
  email: ['email'],
  phone: ['phone'],
  web: ['web'],
  'yes-no': ['yes-no'],
};

/** Fields that cells show by themselves, whatever their column is called. */
const SHOWN: readonly { shape: Shape; field: string; share: number }[] = [
  { shape: 'email', field: 'contact.email', share: 0.6 },
  { shape: 'web', field: 'contact.web', share: 0.6 },
  { shape: 'postal-code', field: 'location.postalCode', share: 0.8 },
  { shape: 'phone', field: 'contact.phone', share: 0.7 },
  { shape: 'address', field: 'location', share: 0.6 },
  { shape: 'town', field: 'location.town', share: 0.6 },
  { shape: 'times', field: 'schedule', share: 0.5 },
];

const LIST_FIELDS: Readonly<Partial<Record<VocabularyList, string>>> = {
  language: 'spoken',
  audience: 'audiences',
  topic: 'topics',
  kind: 'kind',
};

/** Lists and texts may come from several columns. */
const JOINED = new Set(['description', 'topics', 'audiences', 'eligibility']);
const STATES = new Set(
  [...Object.keys(STATUS_WORDS), 'published', 'paused', 'ended', 'retired'].map(fold),
);
const LOOKS = 25;
const MISFIT = 45;
/** Takes away what a part of a column's name says, and leaves what the whole says. */
const DOUBT = 30;

interface Candidate {
  column: Profile;
  field: Field;
  score: number;
}

/** Decides by the columns' names and by what is in them. */
export function choose(profiles: readonly Profile[], kit: Kit): Choice {
  const fields = new Map<string, FieldOptions>();
  const { options: ticked, columns: tickedColumns } = findTicked(profiles, kit);
  const placed = new Set<string>(tickedColumns);
  for (const [name, options] of ticked) fields.set(name, options);

  const houseNumbers = joinHouseNumbers(profiles, placed);

  const candidates = profiles
    .filter(({ name }) => !placed.has(name))
    .flatMap((column) => candidatesOf(column))
    .sort((one, other) => other.score - one.score);
  for (const { column, field } of candidates) {
    if (placed.has(column.name)) continue;
    const before = fields.get(field.name);
    if (before && (!JOINED.has(field.name) || before.ticked)) continue;
    fields.set(
      field.name,
      before ? joined(before, column.name, field.reader === 'text') : { column: column.name },
    );
    placed.add(column.name);
  }
  nameOffers(fields, profiles, placed);
  houseNumbers(fields);
  settleTimes(fields, profiles, placed);
  const running = takeRunning(fields);
  splitLists(fields, profiles);
  tellHidden(fields, profiles);
  const { keep, ignore } = leftOver(profiles, placed);
  return { fields, keep, ignore: [...running, ...ignore] };
}

/** A house number in a column of its own belongs to the street, whatever it looks like. */
function joinHouseNumbers(
  profiles: readonly Profile[],
  placed: Set<string>,
): (fields: Map<string, FieldOptions>) => void {
  const number = profiles.find(({ name, filled }) => filled > 0 && isHouseNumber(name))?.name;
  if (number !== undefined) placed.add(number);
  return (fields) => {
    const { column } = fields.get('location.street') ?? {};
    if (number === undefined) return;
    if (column === undefined) placed.delete(number);
    else fields.set('location.street', { columns: [column, number], join: ' ' });
  };
}

function candidatesOf(column: Profile): Candidate[] {
  // What comes next month is reported then as a column that the mapping does not use.
  if (column.filled === 0) return [];
  const scores = new Map<string, Candidate>();
  const add = (name: string, score: number) => {
    const field = FIELDS.get(name);
    if (!field) return;
    const before = scores.get(name);
    if (before) before.score += score;
    else scores.set(name, { column, field, score });
  };
  const guesses = guess(column.name).filter(
    ({ field }) => !isKey(column.name) || field.reader === 'key',
  );
  for (const { field, score } of guesses) add(field.name, score + fitness(field, column));
  // What a name says of the provider is none of the offer's, whatever it looks like.
  const isProviders = guesses.some(({ field }) => field.name.startsWith('provider'));
  if (isForFields(column.name) && !isProviders && !isKey(column.name)) {
    for (const { shape, field, share } of SHOWN)
      if (column.shares[shape] >= share && (shape !== 'phone' || isDialled(column)))
        add(field, LOOKS);
    for (const [list, field] of Object.entries(LIST_FIELDS)) {
      // What stands nowhere twice is rather a title.
      if (column.terms[list as VocabularyList] >= 0.5 && !column.isUnique) add(field, LOOKS);
    }
  }
  return [...scores.values()].filter(({ score }) => score > 15);
}

/** Whether what is in a column is what its name says: points to take away, or to add. */
function fitness(
  { name, reader, list }: Field,
  { filled, shares, terms, length, isUnique, rows, values }: Profile,
): number {
  if (filled === 0) return 0;
  const share = Math.max(...(NEEDED[reader] ?? []).map((shape) => shares[shape]), 0);
  if (NEEDED[reader] && share < 0.3) return -MISFIT;
  switch (name) {
    case 'record':
      return isUnique && filled === rows && length < 40 ? 10 : -MISFIT;
    case 'title':
      return length > 150 || isFact(shares) ? -MISFIT : 0;
    case 'location.point':
      return average(values, /^\D*-?\d{1,3}[.,]\d+\D+\d{1,3}[.,]\d+\D*$/) > 0.5 ? 10 : -MISFIT;
    case 'age.from':
    case 'age.to':
      return shares.number > 0.5 ? 5 : -MISFIT;
    case 'location':
      return shares.address > 0.3 ? 10 : shares.town > 0.3 ? -20 : 0;
    case 'location.town':
      return shares.address > 0.3 || average(values, /\d|,/) > 0.5 ? -20 : 5;
    case 'location.name':
      return shares.address > 0.3 || shares.town > 0.5 ? -20 : 0;
    case 'schedule.start':
    case 'schedule.end':
      return shares.clock > 0.5 ? 15 : -MISFIT;
    case 'schedule.days':
      return shares.weekday > 0.4 ? 10 : -MISFIT;
    case 'contact':
      return average(values, /[@\d]/) > 0.3 ? 0 : -MISFIT;
    case 'contact.name':
      return average(values, /[@\d]/) > 0.5 ? -MISFIT : 0;
    case 'topics':
      // Keys of another program's categories are words for nobody.
      return average(values, /^[\da-f-]{16,}/i) > 0.5 ? -MISFIT : 10 * terms.topic;
    case 'schedule':
      // "wait_time": a word of the name alone.
      return shares.times > 0.2 ? 10 : -DOUBT;
    case 'kind':
      return terms.kind > 0 ? 10 * terms.kind : -DOUBT;
    case 'status':
    case 'provider.status':
      return statusShare(values) > 0.3 ? 5 : -MISFIT;
    case 'schedule.period':
      return average(values, /\d{4}|\.\d\d\b/) > 0.2 ? 10 : -MISFIT;
    case 'description':
      return length > 80 ? 5 : 0;
    default:
      return list !== undefined && list !== 'place' ? 10 * terms[list] : 0;
  }
}

/** Which part of the different values says whether a row is public. */
function statusShare(values: ReadonlyMap<string, number>): number {
  const texts = [...values.keys()];
  const known = texts.filter((text) => STATES.has(fold(text)) || readYesNo(text) !== undefined);
  return known.length / Math.max(texts.length, 1);
}

/** Whether it is rather a fact than what anything is called: a time, a coordinate, a number. */
function isFact(shares: Profile['shares']): boolean {
  const facts = [
    'yes-no',
    'number',
    'date',
    'clock',
    'coordinate',
    'times',
    'email',
    'web',
  ] as const;
  return Math.max(...facts.map((shape) => shares[shape]), shares.phone) > 0.5;
}

/** Of a column whose name says nothing: figures as people dial them, and no key, date or number. */
function isDialled({ values, shares }: Profile): boolean {
  return shares.date < 0.3 && average(values, /^(?:tel\D*)?(?:[+(]|0\d+[ /()–-])/i) > 0.6;
}

/** Which part of the different values has something in it. */
function average(values: ReadonlyMap<string, number>, pattern: RegExp): number {
  const texts = [...values.keys()];
  return texts.filter((text) => pattern.test(text)).length / Math.max(texts.length, 1);
}

function joined(
  { column, columns = [], ...rest }: FieldOptions,
  more: string,
  isText: boolean,
): FieldOptions {
  return {
    ...rest,
    columns: [...(column === undefined ? [] : [column]), ...columns, more],
    ...(isText && { join: '\n\n' }),
  };
}

/** An offer has a title, and a text where a column is long enough to be one. */
function nameOffers(
  fields: Map<string, FieldOptions>,
  profiles: readonly Profile[],
  placed: Set<string>,
): void {
  const free = profiles.filter(
    ({ name, filled }) => !placed.has(name) && filled > 0 && isForFields(name),
  );
  const take = (field: string, column: Profile | undefined) => {
    if (!column || fields.has(field)) return;
    fields.set(field, { column: column.name });
    placed.add(column.name);
  };
  take(
    'description',
    [...free].sort((one, other) => other.length - one.length).find(({ length }) => length > 120),
  );
  take(
    'title',
    free.find(
      ({ name, filled, rows, values, length, shares }) =>
        !placed.has(name) &&
        filled > 0.9 * rows &&
        values.size > 0.5 * Math.min(filled, 500) &&
        length > 4 &&
        length < 120 &&
        !isFact(shares) &&
        !isKey(name),
    ),
  );
  // A list of places to go to: each is offer and provider in one.
  const provider = fields.get('provider');
  if (!fields.has('title') && provider) fields.set('title', { ...provider });
}

/** How lists in cells are taken apart. */
function splitLists(fields: Map<string, FieldOptions>, profiles: readonly Profile[]): void {
  for (const [name, options] of fields) {
    const reader = FIELDS.get(name)?.reader;
    if (reader !== 'terms') continue;
    const separators = new Set(
      profiles.flatMap(({ name: column, separator }) =>
        separator !== undefined && [options.column, ...(options.columns ?? [])].includes(column)
          ? [separator]
          : [],
      ),
    );
    const [first, ...more] = separators;
    if (first !== undefined)
      fields.set(name, { ...options, split: more.length > 0 ? [...separators] : first });
  }
}

/** A status column with ticks alone hides where it is empty; "deleted" hides by a yes. */
function tellHidden(fields: Map<string, FieldOptions>, profiles: readonly Profile[]): void {
  const options = fields.get('status');
  const column = profiles.find(({ name }) => name === options?.column);
  if (!options || !column || column.filled === 0) return;
  const values = [...column.values.keys()];
  if (markKind(column.name) === 'hidden') {
    const words = values.map((value): [string, string] => [
      value,
      readYesNo(value) ? HIDDEN : 'published',
    ]);
    fields.set('status', { ...options, words: Object.fromEntries(words) });
  } else if (column.filled < column.rows && values.every((value) => readYesNo(value) === true)) {
    fields.set('status', { ...options, default: HIDDEN });
  }
}

function leftOver(
  profiles: readonly Profile[],
  placed: ReadonlySet<string>,
): Pick<Choice, 'keep' | 'ignore'> {
  const keep: string[] = [];
  const ignore: Choice['ignore'] = [];
  for (const { name, filled } of profiles) {
    if (placed.has(name)) continue;
    const [first] = guess(name);
    if (markKind(name)) ignore.push({ name, why: 'rows that it marks as not public are left out' });
    else if (isInternal(name)) ignore.push({ name, why: 'for the office alone, by its name' });
    else if (filled === 0) ignore.push({ name, why: 'empty' });
    else if (first && first.score > 50 && /contact|description/.test(first.field.name))
      keep.push(name);
    else ignore.push({ name, why: first ? `perhaps ${first.field.name}` : 'not recognised' });
  }
  return { keep, ignore };
}

/** For comments: the start of a text, on one line. */
export function shortened(text: string, most = 40): string {
  const line = plainText(text).replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1).trim()}…` : line;
}

/** A running number is no key: it means another row as soon as one is put in between. */
function takeRunning(fields: Map<string, FieldOptions>): Choice['ignore'] {
  const { column } = fields.get('record') ?? {};
  if (column === undefined || !/\b(?:lfd|laufende|running)\b/.test(plainHeading(column))) return [];
  fields.delete('record');
  return [{ name: column, why: 'running numbers change when a row is put in between' }];
}
