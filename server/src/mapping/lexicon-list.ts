import { basename, dirname, resolve } from 'node:path';
import { fold, nearest } from '@vielfalt/feed';
import type { Concept, OwnLexicon } from '@vielfalt/feed';
import { GERMAN } from '@vielfalt/feed/meaning';
import { languageName } from '@vielfalt/feed/wording';
import { lexiconTroubles } from '../validation/check-lexicon.js';
import type { Fault } from '../validation/fault.js';
import { tags } from '../languages/languages.js';
import { splitList } from '../office-text/index.js';
import { sheetError } from '../table/sheet-error.js';
import { openBook } from '../table/open-book.js';
import { NoRowsError, TableError } from '../table/table-error.js';
import type { TableRow, Table } from '../table/table.js';
import type { Mapping } from './mapping.js';
import { saysNothing, textOf } from './plain-text.js';

/** Stands in the mapping where the directory's words are to be removed. */
const NO_LEXICON = 'none';

const HEADINGS = {
  german: 'Deutsch,German,Deutsches Wort,German word,Wort,Begriff',
  /** Other German words for the same. */
  [GERMAN]:
    'de,weitere Wörter,other words,Synonyme,de-synonyms,synonyms,auch,Abkürzung,Abkürzungen,abbreviation',
  ignored:
    'Nr,lfd Nr,Bemerkung,Bemerkungen,Notiz,Notizen,Kommentar,Hinweis,Quelle,Stand,note,notes,remark,remarks,comment',
};
/** Other names for languages. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  kmr: ['ku', 'Kurdisch', 'Kurdish', 'Kurmancî', 'Kurmandschi'],
  fa: ['Farsi', 'Dari'],
};

const SEPARATORS = [';', ',', '،', '؛', '|', '\n', '\r'];
const MOST_ROWS = 10_000;
const LONGEST = 300;
/** Question marks in place of letters: Excel's plain CSV has only Latin ones. */
const LOST = /\?{2,}|(?<=\p{L})\?(?=\p{L})|\ufffd/u;
/** UTF-8 that was read as Latin letters and written again: `KÃ¤se`, `Ð´Ð¾`. */
const MANGLED = /[ÃÐÑØÙ][\u0080-\u00bf€‚„…†‡ˆ‰‹‘’“”•–—˜™›]/;

/** The content of a column: `german`, `ignored`, or words of a language, by its tag. */
type Role = string;

/** An office's list of words, and its faults. */
export interface LexiconList {
  lexicon: OwnLexicon;
  faults: readonly Fault[];
  /** Further sheets of the workbook, which are not read. */
  otherSheets: readonly string[];
}

/** A row of the list. */
interface Line {
  concept: Concept;
  line: number;
  /** The columns of its words, by language and word. */
  columns: ReadonlyMap<string, string>;
}

const isNone = (lexicon: string) => lexicon.trim().toLowerCase() === NO_LEXICON;

/** Returns the file with the meanings of an office's words, beside its mapping. */
export function lexiconFile({ name, lexicon }: Mapping): string | undefined {
  return lexicon === undefined || isNone(lexicon) ? undefined : resolve(dirname(name), lexicon);
}

/**
 * Reads the meanings of an office's own words; empty where its mapping says that there are none any more,
 * nothing where it does not mention them.
 * @throws FileError, TableError where it is not a list of words
 */
export async function ownLexicon(mapping: Mapping): Promise<LexiconList | undefined> {
  const file = lexiconFile(mapping);
  if (file === undefined) {
    return mapping.lexicon === undefined ? undefined : { lexicon: [], faults: [], otherSheets: [] };
  }
  const book = await openBook(file);
  try {
    const table = await book.table();
    const otherSheets = book.sheets.filter((sheet) => sheet !== table.name);
    return { ...(await readConcepts(basename(file), table)), otherSheets };
  } catch (error) {
    if (!(error instanceof NoRowsError)) throw error;
    throw new TableError(
      `${error.message} To take the words out that the directory has, write "lexicon: ${NO_LEXICON}" in the mapping.`,
    );
  } finally {
    await book.close();
  }
}

async function readConcepts(
  file: string,
  table: Table,
): Promise<Pick<LexiconList, 'lexicon' | 'faults'>> {
  const roles = rolesOf(table.columns, file);
  const faults: Fault[] = [];
  const lines: Line[] = [];
  for await (const row of table.rows()) {
    if (lines.length === MOST_ROWS) {
      throw new TableError(
        `${file}, line ${row.line}: there are more than ${MOST_ROWS} rows. Is it the right file? Whole dictionaries are for the operator: vielfalt dictionary add.`,
      );
    }
    const read = readLine(row, roles, table.columns);
    faults.push(...read.faults.map((fault) => ({ ...fault, file })));
    if (read.concept.german) lines.push({ ...read, line: row.line });
  }
  const lexicon = lines.map(({ concept }) => concept);
  const lineOf = (at: number) => `line ${lines[at]?.line}`;
  for (const { at, tag, value, reason, remedy } of lexiconTroubles(lexicon, lineOf)) {
    const { line = 0, columns } = lines[at] ?? {};
    const column =
      columns?.get(`${tag ?? 'german'} ${String(value)}`) ??
      table.columns[roles.indexOf(tag === undefined ? 'german' : tag)];
    const place = { path: 'lexicon', file, line, ...(column !== undefined && { column }) };
    faults.push({ ...place, ...(value !== undefined && { value }), reason, remedy });
  }
  const inOrder = faults.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return { lexicon, faults: inOrder };
}

function readLine(
  { cells, line }: TableRow,
  roles: readonly Role[],
  columns: readonly string[],
): Pick<Line, 'concept' | 'columns'> & { faults: Fault[] } {
  const concept: Concept = { german: '', words: {} };
  const columnOf = new Map<string, string>();
  const faults: Fault[] = [];
  let isSaid = false;
  for (const [index, role] of roles.entries()) {
    const text = textOf(cells[index] ?? '').trim();
    if (role === 'ignored' || isEmpty(text, role)) continue;
    const column = columns[index] ?? '';
    if (role === 'german') isSaid = true;
    for (const word of role === 'german' ? [text] : splitList(text, SEPARATORS)) {
      const trouble = wordTrouble(word, role);
      if (trouble) {
        faults.push({ path: 'lexicon', line, column, value: word, ...trouble });
        continue;
      }
      columnOf.set(`${role} ${word}`, column);
      if (role === 'german') concept.german = word;
      else concept.words[role] = [...(concept.words[role] ?? []), word];
    }
  }
  if (!isSaid) {
    faults.push({
      ...{ path: 'lexicon', line, reason: 'the German word is missing' },
      remedy: `Write it into the column “${columns[roles.indexOf('german')]}”, or take the row out.`,
    });
  }
  for (const [tag, words] of Object.entries(concept.words)) {
    const once = new Map(words.map((word) => [fold(word), word]));
    once.delete(tag === GERMAN ? fold(concept.german) : '');
    concept.words[tag] = [...once.values()];
  }
  return { concept, columns: columnOf, faults };
}

/** Tells whether a cell is empty: a lone question mark is, several in place of letters are not. */
function isEmpty(text: string, role: Role): boolean {
  const isLost = text.length > 1 && LOST.test(text);
  // Kurdish for bread; in a column of German words, what some programs write for an empty cell.
  const isBread = text === 'nan' && role !== 'german' && role !== GERMAN;
  return !text || (saysNothing(text) && !isLost && !isBread);
}

type Trouble = Required<Pick<Fault, 'reason' | 'remedy'>>;

/** Says why a cell's text cannot be a word; nothing where it can be one. */
function wordTrouble(word: string, role: Role): Trouble | undefined {
  if (sheetError(word)) {
    return {
      reason: 'is an error of the spreadsheet',
      remedy: 'Correct the formula, or write the word.',
    };
  }
  if (word.startsWith('=')) {
    return { reason: 'is a formula', remedy: 'Write the word that it should give.' };
  }
  if (LOST.test(word) || MANGLED.test(word)) {
    return {
      reason: 'has lost its letters, as it happens where a table is saved as plain CSV',
      remedy: 'Write it again, and save the table as “CSV UTF-8” or as XLSX.',
    };
  }
  if (word.length > LONGEST) {
    return { reason: `is longer than ${LONGEST} characters`, remedy: 'Write words, no texts.' };
  }
  if (role === 'german' && /\p{L}/u.test(word) && !/\p{Script=Latin}/u.test(word)) {
    return { reason: 'is not a German word', remedy: 'Is it in the right column?' };
  }
  if (/[()[\]{}/]/.test(word)) {
    return {
      reason: 'has brackets or a slash in it, which nobody types',
      remedy:
        'Write each way to say it as a word of its own, others for the same German word into the column “weitere Wörter”.',
    };
  }
  return undefined;
}

/** @throws TableError where a column's purpose is unknown, or no column has German words */
function rolesOf(columns: readonly string[], file: string): Role[] {
  const roles = columns.map(roleOf);
  const unknown = columns.filter((_, at) => roles[at] === undefined);
  const names = tags.filter((tag) => tag !== GERMAN);
  const all = `Columns are Deutsch, weitere Wörter, Bemerkung, and languages: ${names.join(', ')}, or by their names, like Ukrainisch.`;
  const [name] = unknown;
  if (unknown.length === columns.length) {
    throw new TableError(
      `${file}, column “${name}”: its first row has no column names that search knows. Put a row with them above the words. ${all}`,
    );
  }
  if (name !== undefined) {
    const letter = /^Column ([A-Z]+)$/.exec(name)?.[1];
    if (letter !== undefined) {
      throw new TableError(
        `${file}: column ${letter} has words in it and no name. Name it above, or empty it. ${all}`,
      );
    }
    const near = nearest(plainName(name), names.flatMap(namesOf));
    throw new TableError(
      `${file}, column “${name}”: that is not the name of a language that search knows.${near === undefined ? '' : ` Did you mean “${near}”?`} ${all}`,
    );
  }
  const known = roles.filter((role) => role !== undefined);
  if (!known.includes('german')) {
    throw new TableError(
      `${file} has no column “Deutsch” with the German words. It has: ${columns.join(', ')}.`,
    );
  }
  return known;
}

/** Returns the purpose of a column; nothing where it is unknown. */
function roleOf(name: string): Role | undefined {
  const plain = plainName(name);
  for (const role of ['german', GERMAN, 'ignored'] as const) {
    if (HEADINGS[role].split(',').some((heading) => plainName(heading) === plain)) return role;
  }
  const [tag = ''] = /^[a-z]{2,3}(?=-)/.exec(plain) ?? [plain];
  return tags.find((each) => namesOf(each).includes(tag));
}

/** Returns the names that a language's column may have. */
function namesOf(tag: string): string[] {
  const names = ['de', 'en', tag].map((lang) => languageName(tag, lang));
  return [tag, ...names, ...(CALLED[tag] ?? [])].map(plainName);
}

/** Removes brackets, as of "Ukrainisch (uk)" or of the second of two columns of one name. */
function plainName(name: string): string {
  return fold(name.replace(/\([^)]*\)/g, ''))
    .replace(/[.:*]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
