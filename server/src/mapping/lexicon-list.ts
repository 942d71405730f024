import { dirname, resolve } from 'node:path';
import { fold, nearest } from '@vielfalt/feed';
import type { Concept, OwnLexicon } from '@vielfalt/feed';
import { GERMAN } from '@vielfalt/feed/meaning';
import { languageName } from '@vielfalt/feed/wording';
import { troubleWith } from '../intake/check-lexicon.js';
import { tags } from '../languages/languages.js';
import { splitList } from '../reading/index.js';
import { sheetError } from '../table/sheet-error.js';
import { NoRowsError, openBook, TableError } from '../table/table.js';
import type { Row, Table } from '../table/table.js';
import type { Mapping } from './mapping.js';
import { saysNothing, textOf } from './plain-text.js';

/** Stands in the mapping where the words that the directory has are to be taken out. */
export const NO_LEXICON = 'none';

const HEADINGS = {
  german: 'Deutsch,German,Deutsches Wort,German word,Wort,Begriff',
  /** Other German words for the same. */
  [GERMAN]:
    'de,weitere Wörter,other words,Synonyme,de-synonyms,synonyms,auch,Abkürzung,Abkürzungen,abbreviation',
  ignored:
    'Nr,lfd Nr,Bemerkung,Bemerkungen,Notiz,Notizen,Kommentar,Hinweis,Quelle,Stand,note,notes,remark,remarks,comment',
};
/** What languages are called besides. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  kmr: ['ku', 'Kurdisch', 'Kurdish', 'Kurmancî', 'Kurmandschi'],
  fa: ['Farsi', 'Dari'],
};

const SEPARATORS = [';', ',', '،', '؛', '|', '\n', '\r'];
const MOST_WORDS = 10_000;
const LONGEST = 300;

/** What a column holds: `german`, `ignored`, or words of a language, by its tag. */
type Role = string;

/** The file with what an office's words mean, beside its mapping. */
export function lexiconFile({ name, lexicon }: Mapping): string | undefined {
  return lexicon === undefined || lexicon === NO_LEXICON
    ? undefined
    : resolve(dirname(name), lexicon);
}

/**
 * What an office's own words mean; empty where its mapping says that there are none any more, nothing
 * where it says nothing of them.
 * @throws FileError, TableError
 */
export async function ownLexicon(mapping: Mapping): Promise<OwnLexicon | undefined> {
  const file = lexiconFile(mapping);
  if (file === undefined) return mapping.lexicon === undefined ? undefined : [];
  const book = await openBook(file);
  try {
    return await readConcepts(file, await book.table());
  } catch (error) {
    if (!(error instanceof NoRowsError)) throw error;
    throw new TableError(
      `${error.message} To take the words out that the directory has, write "lexicon: ${NO_LEXICON}" in the mapping.`,
    );
  } finally {
    await book.close();
  }
}

async function readConcepts(file: string, table: Table): Promise<OwnLexicon> {
  const roles = table.columns.map((name) => roleOf(name, file));
  if (!roles.includes('german')) {
    throw new TableError(
      `${file} has no column “Deutsch” with the German words. It has: ${table.columns.join(', ')}.`,
    );
  }
  const concepts = new Map<string, Concept & { where: string }>();
  for await (const row of table.rows()) {
    const where = `${file}, line ${row.line}`;
    const concept = readConcept(row, roles, table.columns, where);
    const key = fold(concept.german);
    const earlier = concepts.get(key);
    if (earlier) {
      throw new TableError(
        `${where}: “${concept.german}” stands in ${earlier.where} already. Write all words for it into one row.`,
      );
    }
    if (concepts.size === MOST_WORDS) {
      throw new TableError(
        `${where}: there are more than ${MOST_WORDS} rows. Is it the right file? Whole dictionaries are for the operator: vielfalt dictionary add.`,
      );
    }
    concepts.set(key, { ...concept, where });
  }
  return [...concepts.values()].map(({ german, words }) => ({ german, words }));
}

function readConcept(
  { cells }: Row,
  roles: readonly Role[],
  columns: readonly string[],
  where: string,
): Concept {
  const concept: Concept = { german: '', words: {} };
  for (const [index, role] of roles.entries()) {
    const text = textOf(cells[index] ?? '').trim();
    if (role === 'ignored' || !text || saysNothing(text)) continue;
    const here = `${where}, column “${columns[index]}”`;
    const words = role === 'german' ? [text] : splitList(text, SEPARATORS);
    for (const word of words) checkWord(word, role, here);
    if (role === 'german') concept.german = text;
    else concept.words[role] = [...(concept.words[role] ?? []), ...words];
  }
  if (!concept.german) {
    throw new TableError(
      `${where}: the German word is missing. Write it into the column “${columns[roles.indexOf('german')]}”, or take the row out.`,
    );
  }
  for (const [tag, words] of Object.entries(concept.words)) {
    const once = new Map(words.map((word) => [fold(word), word]));
    once.delete(tag === GERMAN ? fold(concept.german) : '');
    concept.words[tag] = [...once.values()];
  }
  return concept;
}

/** @throws TableError where search could do nothing with a word */
function checkWord(word: string, role: Role, here: string): void {
  const fail = (reason: string): never => {
    const shown = word.length > 60 ? `${word.slice(0, 60)}…` : word;
    throw new TableError(`${here}: “${shown}” ${reason}`);
  };
  if (sheetError(word))
    fail('is an error of the spreadsheet. Mend the formula, or write the word.');
  if (word.length > LONGEST) fail(`is longer than ${LONGEST} characters. Write words, no texts.`);
  if (role === 'german' && !/\p{Script=Latin}/u.test(word)) {
    fail('is no German word. Is it in the right column?');
  }
  if (/[()[\]{}/]/.test(word)) {
    fail(
      'has brackets or a slash in it, which nobody types. Write each way to say it as a word of its own, others for the same German word into the column “weitere Wörter”.',
    );
  }
  const trouble = troubleWith(word, role === 'german' ? GERMAN : role);
  if (trouble) fail(`${trouble.reason}. ${trouble.remedy}`);
}

/** @throws TableError where nobody knows what a column is for */
function roleOf(name: string, file: string): Role {
  const plain = plainName(name);
  for (const role of ['german', GERMAN, 'ignored'] as const) {
    if (HEADINGS[role].split(',').some((heading) => plainName(heading) === plain)) return role;
  }
  const [tag = ''] = /^[a-z]{2,3}(?=-)/.exec(plain) ?? [plain];
  const known = tags.find((each) => namesOf(each).includes(tag));
  if (known !== undefined) return known;
  const names = tags.filter((tag) => tag !== GERMAN);
  const near = nearest(plain, names.flatMap(namesOf));
  throw new TableError(
    `${file}, column “${name}”: it is called like no language that search knows.${near === undefined ? '' : ` Did you mean “${near}”?`} Columns are Deutsch, weitere Wörter, Bemerkung, and languages: ${names.join(', ')}, or by their names, like Ukrainisch.`,
  );
}

/** What a language's column may be called. */
function namesOf(tag: string): string[] {
  const names = ['de', 'en', tag].map((lang) => languageName(tag, lang));
  return [tag, ...names, ...(CALLED[tag] ?? [])].map(plainName);
}

/** Without what stands in brackets: "Ukrainisch (uk)", and the second of two columns of one name. */
function plainName(name: string): string {
  return fold(name.replace(/\([^)]*\)/g, ''))
    .replace(/[.:*]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
