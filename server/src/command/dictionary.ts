import { unlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { GERMAN } from '@vielfalt/feed/meaning';
import { systemClock } from '../clock.js';
import { directionIn, languageTag, pairsIn, type Direction } from '../dictionaries/about.js';
import { addDictionary, type Added } from '../dictionaries/add.js';
import { refuseOtherForms } from '../dictionaries/forms.js';
import { dictionariesFolder, dictionariesIn, ENDING } from '../dictionaries/shelf.js';
import { headOf, type DictionaryHead } from '../dictionaries/word-file.js';
import { slugOf } from '../text/slug.js';
import { codeOf, reasonOfWriting } from '../files/file-error.js';
import { OutputError } from '../export/output-error.js';
import { visibleLines } from '../text/visible.js';
import { checkPath, filePath } from '../store/open.js';
import { isPostgres } from '../store/postgres/address.js';
import { withInput } from './input.js';
import { print } from './print.js';
import { ProgressBar } from './progress.js';
import { sayAfterwards } from './unwritten.js';
import { databaseUrl, EXIT, readArguments, suggestion, UsageError } from './usage.js';

export const help = `vielfalt dictionary: let search look words up in a dictionary

Usage
  vielfalt dictionary add FILE [OPTIONS]
  vielfalt dictionary list
  vielfalt dictionary remove ID

FILE is a dictionary of German and another language, in either direction, in TEI: the form that
FreeDict (freedict.org) keeps its dictionaries in. Unpack the source of one (tar xf), and name the
.tei in it. It is put into the folder "dictionaries" beside the database, apart from everything
else, and named with its licence at the foot of every page. A running service takes it within a
second. Search asks dictionaries only for words that neither it nor the office's own list knows.

Options
  --language TAG  the language that is not German; default: what the file's name says (ukr-deu.tei)
  --from TAG      the language of the headwords, de or that other one; default: what the name says,
                  else the other one
  --licence TEXT  its licence, in place of what the file says; needed where that names none
  --title TEXT    what it is called, in place of what the file says

A dictionary is known by its file's name, or where that has no Latin letters by its language. Adding
one of the same name puts it in the place of the other, and says so: rename the file to keep both.

Examples
  vielfalt dictionary add ukr-deu.tei
  vielfalt dictionary add words.tei --language uk --from de --licence "CC BY-SA 4.0"
  vielfalt dictionary remove ukr-deu

Exit codes
  0  done
  1  the file is not a dictionary that can be used, or names no licence: nothing was changed
  2  the command was called wrongly
  4  there is no database, or a file cannot be read or written
  5  done, but what is printed could not be written
`;

const LONGEST_ID = 60;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    language: { type: 'string' },
    from: { type: 'string' },
    licence: { type: 'string' },
    title: { type: 'string' },
  });
  const [act = '', name, ...more] = positionals;
  const beside = dictionariesFolder(databaseUrl());
  if (beside === undefined) {
    throw new UsageError('The database is in memory alone: there is nothing beside it.');
  }
  const folder = resolve(beside);
  if (more.length > 0) throw new UsageError(`One at a time: ${[name, ...more].join(', ')}.`);
  if (act !== 'add' && Object.keys(values).length > 0) {
    throw new UsageError(`--${Object.keys(values)[0]} belongs to vielfalt dictionary add.`);
  }
  if (['add', 'list', 'remove'].includes(act)) {
    const url = databaseUrl();
    if (!isPostgres(url)) await checkPath(resolve(filePath(url)), false);
  }
  switch (act) {
    case 'add':
      if (name === undefined) throw new UsageError('Name a file: vielfalt dictionary add FILE.');
      return add(folder, name, values);
    case 'list':
      if (name !== undefined) throw new UsageError('list takes no name; it lists all.');
      return list(folder);
    case 'remove':
      if (name === undefined) throw new UsageError('Say which: vielfalt dictionary remove ID.');
      return remove(folder, name);
    default:
      throw new UsageError(
        `Say add, list or remove${act && `, not ${JSON.stringify(act)}`}.${suggestion(act, ['add', 'list', 'remove'])} See vielfalt dictionary --help.`,
      );
  }
}

type Given = Partial<Record<'language' | 'from' | 'licence' | 'title', string>>;

async function add(folder: string, file: string, given: Given): Promise<number> {
  for (const [option, text] of Object.entries(given)) {
    if (text.trim() === '') throw new UsageError(`--${option} is empty. Say what it is.`);
  }
  const { licence, title } = given;
  return withInput(file, async ({ source }) => {
    await refuseOtherForms(source);
    const direction = directionOf(file, given);
    const id = slugOf(basename(file).replace(/\.[^.]*$/, ''), LONGEST_ID) || direction.language;
    const bar = new ProgressBar('Reading');
    const added = await addDictionary(folder, id, source, {
      ...direction,
      ...{ licence: licence?.trim(), title: title?.trim() },
      onProgress: (share) => bar.show(share),
      now: systemClock(),
    }).finally(() => bar.end());
    await sayAfterwards(`The dictionary ${id} is added`, [
      () => print(printed(id, added.head) + placed(added)),
    ]);
    return EXIT.done;
  });
}

/** Takes the direction from the options, or else from the file's name. */
function directionOf(file: string, { language, from }: Given): Direction {
  const [tag, first] = [language, from].map((text) => text && languageTag(text));
  if (language && (!tag || tag === GERMAN)) {
    throw new UsageError(
      tag
        ? 'Say the language that is not German: --language uk.'
        : `--language: ${JSON.stringify(language)} is not a language that is known here. Write it like uk or ukr.`,
    );
  }
  const name = basename(file);
  const told = directionIn(name);
  const other = tag ?? told?.language ?? (first === GERMAN ? undefined : first);
  if (other === undefined) {
    const [pair] = pairsIn(name);
    throw new UsageError(
      pair && !pair.includes(GERMAN)
        ? `The name ${name} says that it is of ${pair.join(' and ')}. It has to be of German and another language; where it is, say which: --language uk.`
        : `The name ${name} does not say which language it is of. Say it: --language uk.`,
    );
  }
  if (from && first !== GERMAN && first !== other) {
    throw new UsageError(
      `--from is the language of the headwords: de or ${other}, not ${JSON.stringify(from)}.`,
    );
  }
  const isFromGerman = from ? first === GERMAN : told?.language === other && told.isFromGerman;
  return { language: other, isFromGerman };
}

async function list(folder: string): Promise<number> {
  const lines = (await dictionariesIn(folder)).map((name) => {
    const id = name.slice(0, -ENDING.length);
    try {
      return printed(id, headOf(join(folder, name)));
    } catch (error) {
      return `${id}  ${unreadable(error)}\n`;
    }
  });
  await print(lines.join(''));
  if (lines.length === 0) {
    process.stderr.write(visibleLines(`There are no dictionaries in ${folder}.\n`));
  }
  return EXIT.done;
}

async function remove(folder: string, id: string): Promise<number> {
  const names = (await dictionariesIn(folder)).map((name) => name.slice(0, -ENDING.length));
  if (!names.includes(id)) {
    const all = names.length > 0 ? `There are: ${names.join(', ')}.` : 'There are none.';
    throw new UsageError(
      `There is no dictionary ${JSON.stringify(id)}.${suggestion(id, names)} ${all}`,
    );
  }
  const path = join(folder, `${id}${ENDING}`);
  try {
    await unlink(path);
  } catch (error) {
    const reason = codeOf(error) === 'EISDIR' ? 'it is a folder' : reasonOfWriting(error);
    throw new OutputError(`${path} cannot be removed: ${reason}.`, { cause: error });
  }
  await sayAfterwards(`The dictionary ${id} is removed`, [() => print(`${id}: removed\n`)]);
  return EXIT.done;
}

/** Explains why a file cannot be used as a dictionary, and what to do about it. */
function unreadable(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: check its permissions';
  if (code === 'EISDIR') return 'is a folder, and should be a file: move it away';
  return 'cannot be read: add it again, or remove it';
}

/** Says where a dictionary is, and which one it replaced. */
function placed({ path, former }: Added): string {
  if (former === undefined) return visibleLines(`added: ${path}\n`);
  const what = former === 'unreadable' ? 'one that could not be read' : described(former);
  return visibleLines(`replaced: ${path}, which was ${what}\n`);
}

function printed(id: string, head: DictionaryHead): string {
  return visibleLines(`${id}  ${described(head)}\n`);
}

function described({ language, words, title, licence, added }: DictionaryHead): string {
  const count = words === 1 ? '1 word' : `${words} words`;
  return `${language}, ${count}, added ${added.slice(0, 10)}: ${title} (${licence})`;
}
