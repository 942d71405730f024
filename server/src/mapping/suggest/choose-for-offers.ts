import type { VocabularyList } from '@vielfalt/feed';
import { readYesNo } from '../../office-text/index.js';
import { HIDDEN } from '../field.js';
import type { Field } from '../field.js';
import { FIELDS } from '../fields.js';
import type { FieldOptions } from '../mapping.js';
import { markKind } from '../marks.js';
import { fitness, isDialled, isFact, namesParts, namesPersons } from './fitness.js';
import { guess, isForFields, isHouseNumber, isKey } from './headings.js';
import type { Profile, CellShape } from './profile.js';
import { settleTimes } from './moments.js';
import { joined, settleChoice } from './settle-choice.js';
import type { ColumnChoice } from './settle-choice.js';
import { findTicked } from './ticked.js';
import type { ReadContext } from '../readers.js';

/** Fields recognised by their cells, whatever their column is called. */
const SHOWN: readonly { shape: CellShape; field: string; share: number }[] = [
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

/** Fields that may be filled from several columns. */
const JOINED = new Set(['description', 'topics', 'audiences', 'eligibility']);
const LOOKS = 25;

interface Candidate {
  column: Profile;
  field: Field;
  score: number;
}

/** Decides by the columns' names and contents, for a table of offers. */
export function chooseForOffers(profiles: readonly Profile[], context: ReadContext): ColumnChoice {
  const fields = new Map<string, FieldOptions>();
  const { options: ticked, columns: tickedColumns } = findTicked(profiles, context);
  const placed = new Set<string>(tickedColumns);
  for (const [name, options] of ticked) fields.set(name, options);

  const houseNumbers = joinHouseNumbers(profiles, placed);

  const candidates = profiles
    .filter(({ name }) => !placed.has(name))
    .flatMap((column) => candidatesOf(column))
    // Of two equally likely columns, the fuller one comes first.
    .sort((one, other) => other.score - one.score || other.column.filled - one.column.filled);
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
  leaveHalfPoints(fields, placed);
  settleTimes(fields, profiles, placed);
  tellHidden(fields, profiles);
  return settleChoice('offer', fields, profiles, placed);
}

/** Joins a house number from a column of its own to the street, whatever it looks like. */
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

/** Drops a lone coordinate: "Länge" alone may be how long a walk is; only two make a point. */
function leaveHalfPoints(fields: Map<string, FieldOptions>, placed: Set<string>): void {
  for (const [one, other] of [
    ['location.lat', 'location.lng'],
    ['location.lng', 'location.lat'],
  ] as const) {
    const { column } = fields.get(one) ?? {};
    if (column === undefined || fields.has(other)) continue;
    fields.delete(one);
    placed.delete(column);
  }
}

function candidatesOf(column: Profile): Candidate[] {
  // If it is filled next month, it is reported as a column that the mapping does not use.
  if (column.filled === 0 || namesParts(column)) return [];
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
  // A column named after the provider is not the offer's, whatever it looks like.
  const isProviders = guesses.some(({ field }) => field.name.startsWith('provider'));
  if (isForFields(column.name) && !isProviders && !isKey(column.name)) {
    for (const { shape, field, share } of SHOWN)
      if (column.shares[shape] >= share && (shape !== 'phone' || isDialled(column)))
        add(field, LOOKS);
    for (const [list, field] of Object.entries(LIST_FIELDS)) {
      // A column in which nothing repeats is rather a title.
      if (column.terms[list as VocabularyList] >= 0.5 && !column.isUnique) add(field, LOOKS);
    }
  }
  return [...scores.values()].filter(({ score }) => score > 15);
}

/** Gives offers a title, and a text where a column is long enough to be one. */
function nameOffers(
  fields: Map<string, FieldOptions>,
  profiles: readonly Profile[],
  placed: Set<string>,
): void {
  const free = profiles.filter(
    (column) =>
      !placed.has(column.name) &&
      column.filled > 0 &&
      isForFields(column.name) &&
      !namesParts(column),
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
      (column) =>
        !placed.has(column.name) &&
        column.filled > 0.9 * column.rows &&
        column.values.size > 0.5 * Math.min(column.filled, 500) &&
        column.length > 4 &&
        column.length < 120 &&
        !isFact(column.shares) &&
        !namesPersons(column) &&
        !isKey(column.name),
    ),
  );
  // A list of places to go to: each is both offer and provider.
  const provider = fields.get('provider');
  if (!fields.has('title') && provider) fields.set('title', { ...provider });
}

/** Sets what hides rows: with ticks alone an empty status cell, with a column like "deleted" a yes. */
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
