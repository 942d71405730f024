import { FIELDS } from '../fields.js';
import type { FieldOptions, RowKind } from '../mapping.js';
import { TODO } from '../read-mapping.js';
import type { Unmet } from '../unmet.js';
import { sampleOf } from './settle-choice.js';
import type { ColumnChoice } from './settle-choice.js';
import type { Profile } from './profile.js';
import type { Trial } from './trial.js';

/** Where stays what no field takes. */
const TEXTS: Readonly<Record<RowKind, string>> = { offer: 'description', network: 'aim' };

/** The most words to go through in a mapping. */
const MOST_WORDS = 60;

export interface Suggestion {
  choice: ColumnChoice;
  trial: Trial;
  profiles: readonly Profile[];
  file: Readonly<Record<string, string>>;
  /** Tells whether the texts are in English. */
  isEnglish: boolean;
  hasDirectory: boolean;
  /** The further sheets of a workbook. */
  otherSheets: readonly string[];
  timesFrom: string;
  /** Files with the office's own words that are written beside it. */
  lists: Lists;
}

/** The names of those files. */
export interface Lists {
  places?: string;
  topics?: string;
  /** Tells whether the directory's area differs from that of its vocabulary. */
  isElsewhere?: boolean;
}

/** Prints the suggestion as a mapping file, with comments for the person who corrects it. */
export function printSuggestion(suggestion: Suggestion): string {
  return [...lines(suggestion)].join('\n') + '\n';
}

function* lines({
  choice,
  trial,
  profiles,
  file,
  isEnglish,
  hasDirectory,
  otherSheets,
  timesFrom,
  lists,
}: Suggestion): Generator<string> {
  const rows = profiles[0]?.rows ?? 0;
  yield '# How the columns of the table become fields of the directory. docs/mapping.md explains all of it.';
  yield `# Suggested from the column names and ${rows} rows: go through it once from top to bottom.`;
  yield `# What begins with ${TODO} has to be filled in. A line that begins with # counts for nothing.`;
  if (choice.kind === 'network') {
    yield '# Each row is taken for a network, of people who meet and work on one thing.';
  }
  if (otherSheets.length > 0) {
    const names = otherSheets.map((name) => JSON.stringify(name)).join(', ');
    yield `# Further sheets of the workbook need mappings of their own (--suggest --sheet NAME): ${names}.`;
  }
  yield 'vielfalt-mapping: 1';
  yield '';
  if (!hasDirectory) yield* directory();
  yield* ownLists(lists);
  if (Object.keys(file).length > 0) {
    yield '# How the file is written.';
    yield 'file:';
    for (const [key, value] of Object.entries(file)) {
      if (key === 'continued')
        yield '  # Where this column is empty, or the same, a row goes on with the one above.';
      yield `  ${key}: ${plain(value)}`;
    }
    yield '';
  }
  if (isEnglish) {
    yield '# The texts are in English.';
    yield 'language: en';
    yield '';
  }
  if (['schedule', 'schedule.days', 'network.schedule'].some((name) => choice.fields.has(name))) {
    yield '# Weekly times without a date begin on this day. Leave it as it is from month to month.';
    yield `times-from: ${timesFrom}`;
    yield '';
  }
  yield 'fields:';
  yield* key(choice, trial);
  for (const name of ordered(choice.fields)) {
    const options = choice.fields.get(name);
    if (options) yield* field(name, options, trial, { kind: choice.kind, profiles });
  }
  yield* choice.kind === 'network' ? lacksOfNetworks(choice) : lacksOfOffers(choice);
  if (choice.keep.length > 0) {
    yield '';
    yield `# These columns stand at the end of the ${TEXTS[choice.kind]}, each with its name.`;
    yield 'keep:';
    for (const name of choice.keep) yield* item(name, samples(name, profiles));
  }
  if (choice.ignore.length > 0) {
    yield '';
    yield '# These columns are left out. Move those that visitors should see to fields or keep.';
    yield 'ignore:';
    for (const { name, why } of choice.ignore)
      yield* item(name, `${why}; ${samples(name, profiles)}`);
  }
}

/** Says what a person has to fill in, as no column has it. */
function* lacksOfOffers({ fields }: ColumnChoice): Generator<string> {
  const { column: address } = fields.get('provider.address') ?? {};
  const places = ['location', 'location.street', 'location.town', 'location.name'];
  const hasPlace = places.some((name) => fields.has(name));
  if (address !== undefined && !hasPlace) {
    yield '  # Where the offers take place at the provider’s own address:';
    yield `  # location: ${plain(address)}`;
  }
  if (!fields.has('title')) {
    yield '  # What the offer is called: the name of a column.';
    yield `  title: "${TODO} which column?"`;
  }
  if (!fields.has('provider')) {
    yield '  # No column says who makes the offers: one provider for all of them, or the name of a column.';
    yield `  provider: { value: "${TODO} who makes these offers" }`;
  }
}

function* lacksOfNetworks({ fields }: ColumnChoice): Generator<string> {
  if (fields.has('network.name')) return;
  yield '  # What the network is called: the name of a column.';
  yield `  network.name: "${TODO} which column?"`;
}

function* directory(): Generator<string> {
  yield '# Nothing has been imported yet: whose directory is it?';
  yield 'directory:';
  yield `  title: "${TODO} what the directory is called"`;
  yield '  publisher:';
  yield `    name: "${TODO} the office that publishes it"`;
  yield '    # email: info@example.org';
  yield '  # reportTo: info@example.org   # where visitors report mistakes';
  yield '  timeZone: Europe/Berlin';
  yield '  language: de';
  yield '  languages: []   # further languages for its labels, as [en, ar]';
  yield '';
}

function* ownLists({ places, topics, isElsewhere = false }: Lists): Generator<string> {
  if (!isElsewhere && topics === undefined) return;
  yield '# Words of your own, each a table beside this file: go through them, and correct them.';
  yield 'vocabulary:';
  if (isElsewhere) yield `  area: "${TODO} what all the towns lie in: Landkreis Beispiel"`;
  if (places !== undefined) yield `  places: ${plain(places)}`;
  if (topics !== undefined) yield `  topics: ${plain(topics)}`;
  yield '';
}

/** Explains what rows are recognised by next month, where no column has their keys. */
function* key({ kind, fields }: ColumnChoice, { telling }: Trial): Generator<string> {
  const record = kind === 'network' ? 'network.record' : 'record';
  if (fields.has(record)) return;
  const [first, ...more] = telling;
  yield `  # Rows are known again next month by these columns: where one of them changes, the ${kind} counts as`;
  yield '  # a new one. A column of its own with a number that never changes is better.';
  if (first === undefined) {
    yield '  # Those looked at do not tell all rows apart; the import will list the rows that are the same.';
    yield `  # ${record}: { columns: [ … ], join: " / " }`;
  } else if (more.length === 0) yield `  ${record}: ${plain(first)}`;
  else yield `  ${record}: { columns: [${telling.map(plain).join(', ')}], join: " / " }`;
}

function* field(
  name: string,
  options: FieldOptions,
  { unmet, asText }: Trial,
  { kind, profiles }: { kind: RowKind; profiles: readonly Profile[] },
): Generator<string> {
  const columns = [options.column ?? [], options.columns ?? []].flat();
  for (const column of columns) yield `  # ${samples(column, profiles)}`;
  const { reader = 'text', list } = FIELDS.get(name) ?? {};
  // What is said of members is of as many kinds as they are: a rehearsal lists it.
  const kept = reader.startsWith('member') ? undefined : asText.get(name);
  if (kept && !list) {
    const values = kept.values.map((value) => JSON.stringify(sampleOf(value))).join(', ');
    yield `  # ${times(kept.count)} (${values}): ${kept.reason}`;
  }
  const words =
    list === undefined
      ? []
      : unmet.filter((word) => word.list === list && columns.includes(word.column));
  const { column, ...more } = options;
  if (column !== undefined && Object.keys(more).length === 0 && words.length === 0) {
    yield `  ${name}: ${plain(column)}`;
    return;
  }
  yield `  ${name}:`;
  if (column !== undefined) yield `    column: ${plain(column)}`;
  for (const [option, value] of Object.entries(more)) yield* optionLines(option, value);
  if (words.length > 0 && name !== 'location.town') yield* termLines(words, kind);
  else if (words.length > 0)
    yield `    # Not in the list of places, and kept as they are: ${words
      .slice(0, 8)
      .map(({ value }) => sampleOf(value))
      .join(', ')}`;
}

function* optionLines(option: string, value: unknown): Generator<string> {
  if (Array.isArray(value))
    yield `    ${option}: [${value.map((each) => plain(String(each))).join(', ')}]`;
  else if (typeof value === 'object' && value !== null) {
    yield `    ${option}:`;
    for (const [key, meaning] of Object.entries(value))
      yield `      ${plain(key)}: ${plain(String(meaning))}`;
  } else yield `    ${option}: ${typeof value === 'string' ? plain(value) : String(value)}`;
}

function* termLines(words: readonly Unmet[], kind: RowKind): Generator<string> {
  yield `    # Words that met no term of the vocabulary: they stand at the end of the ${TEXTS[kind]}.`;
  yield '    # Take the # away where the term is right, write another, or write ignore.';
  yield '    terms:';
  for (const { value, count, nearest } of words.slice(0, MOST_WORDS)) {
    const near = nearest ? `; nearest: ${nearest.label}` : '';
    yield `      # ${JSON.stringify(sampleOf(value, 300))}: ${nearest?.id ?? 'ignore'}   # ${times(count)}${near}`;
  }
  if (words.length > MOST_WORDS) yield `      # … and ${words.length - MOST_WORDS} more`;
}

function* item(name: string, comment: string): Generator<string> {
  yield `  - ${plain(name)}   # ${comment}`;
}

function samples(column: string, profiles: readonly Profile[]): string {
  const found = profiles.find(({ name }) => name === column);
  if (!found || found.filled === 0) return 'empty';
  const texts = [
    ...new Set([...found.values.keys()].map((text) => JSON.stringify(sampleOf(text)))),
  ];
  const share = found.filled === found.rows ? '' : ` (${found.filled} of ${found.rows} rows)`;
  return `${texts.slice(0, 3).join(', ')}${share}`;
}

/** Lists the fields in the order of the guide. */
function ordered(fields: ReadonlyMap<string, FieldOptions>): string[] {
  return [...FIELDS.keys()].filter((name) => fields.has(name));
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** Writes a text as YAML: in quotes wherever it might be taken for something else. */
function plain(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\d ./()*?!+&'-]*$/u.test(text) &&
    !/\s$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
