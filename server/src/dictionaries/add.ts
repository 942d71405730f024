import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { safeLink } from '@vielfalt/feed';
import { GERMAN } from '@vielfalt/feed/meaning';
import { FileDraft } from '../export/draft.js';
import { codeOf } from '../files/file-error.js';
import { outputError } from '../export/output-error.js';
import { targetOf } from '../export/target.js';
import { TableError } from '../table/table-error.js';
import { TextRunError, XmlError } from '../table/xlsx/xml-reader.js';
import type { InputFile } from '../files/input-file.js';
import { languageTag, type Direction } from './about.js';
import { DictionaryBuilder, printHead } from './build.js';
import { licencesIn } from './licence.js';
import { ENDING } from './shelf.js';
import { withSingleSpaces, readTei, type Heading } from './tei.js';
import { Utf8Check } from './utf8-check.js';
import { headOf, type DictionaryHead } from './word-file.js';

const LONGEST_NAME = 150;

/** The dictionary that is wanted. */
export interface Wanted extends Direction {
  /** Replaces what the file says. */
  licence: string | undefined;
  title: string | undefined;
  /** Called with the share of the file that has been read, 0 to 1. */
  onProgress: (share: number) => void;
  /** Milliseconds since the epoch. */
  now: number;
}

/** A dictionary that has been put into the folder. */
export interface Added {
  head: DictionaryHead;
  /** Its place in the file system. */
  path: string;
  /** The one that it has replaced, as far as that could be read. */
  former?: DictionaryHead | 'unreadable';
}

/**
 * Reads a dictionary in TEI, by what its file begins with (`refuseOtherForms`), and puts it into a
 * folder, replacing one with the same id.
 *
 * @throws FileError, TableError, OutputError
 */
export async function addDictionary(
  folder: string,
  id: string,
  source: InputFile,
  wanted: Wanted,
): Promise<Added> {
  const builder = new DictionaryBuilder(wanted.language, wanted.isFromGerman);
  try {
    const heading = await readSource(source, wanted, builder);
    const head = headFrom(heading, source.name, wanted);
    for (const _ of builder.lines()) head.words += 1;
    if (head.words === 0) throw new TableError(emptyOf(source.name, wanted, heading));
    const path = join(folder, `${id}${ENDING}`);
    const former = formerAt(path);
    await write(path, head, builder);
    return { head, path, ...(former && { former }) };
  } finally {
    builder.close();
  }
}

/** Explains why a file has no entries for a language, by the languages its translations name. */
function emptyOf(
  name: string,
  { language, isFromGerman }: Wanted,
  { otherLanguages }: Heading,
): string {
  const [head, to] = isFromGerman ? [GERMAN, language] : [language, GERMAN];
  const others = [...otherLanguages].join(', ');
  if (otherLanguages.has(head)) {
    return `${name} has translations in ${others}, and none in ${to}. If its headwords are in ${to}, pass --from ${to}.`;
  }
  const found = others && ` It has translations in ${others}.`;
  return `${name} has no entries with words in ${head} and translations in ${to}.${found} Is it the right file, and the right --language?`;
}

/** @throws TableError where it names no licence that is known, or no title */
function headFrom(heading: Heading, name: string, wanted: Wanted): DictionaryHead {
  const licences = licencesIn(wanted.licence ?? heading.licence);
  const licence = wanted.licence ?? licences.map((each) => each.name).join(', ');
  if (!licence) {
    throw new TableError(
      heading.licence
        ? `${name} names no licence that is known here. It says: “${shortened(heading.licence)}” If you may use it, say on which terms: --licence "CC BY-SA 4.0".`
        : `${name} does not say what its licence is. Say it: --licence "CC BY-SA 4.0".`,
    );
  }
  const title = wanted.title ?? heading.title;
  if (!title) {
    throw new TableError(`${name} does not say what it is called. Say it: --title "…".`);
  }
  const [licenceUrl, ...more] = licences.map(({ url }) => url);
  return {
    'vielfalt-dictionary': 1,
    title: shortened(title),
    licence: shortened(licence),
    // Of several, one link would not tell the whole truth.
    ...(licenceUrl !== undefined && more.length === 0 && { licenceUrl }),
    ...(/^https?:/i.test(heading.source) &&
      safeLink(heading.source) !== undefined && { sourceUrl: heading.source }),
    ...{ language: wanted.language, words: 0, added: new Date(wanted.now).toISOString() },
  };
}

/** On one line, and not too long a one. */
function shortened(text: string): string {
  const line = withSingleSpaces(text);
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line;
}

async function readSource(
  source: InputFile,
  wanted: Wanted,
  builder: DictionaryBuilder,
): Promise<Heading> {
  const { language, isFromGerman, onProgress } = wanted;
  const to = isFromGerman ? language : GERMAN;
  const check = new ScriptCheck();
  async function* pieces() {
    const encoding = new Utf8Check();
    let read = 0;
    for await (const piece of source.read()) {
      const wrong = encoding.add(piece);
      if (wrong !== undefined) {
        throw new TableError(
          `${source.name}, line ${wrong}: this is not UTF-8, which it says it is, or has to be where it says nothing. If it is Latin-1, convert it first: iconv -f WINDOWS-1252 -t UTF-8.`,
        );
      }
      yield piece;
      read += piece.length;
      onProgress(source.size ? read / source.size : 1);
    }
  }
  try {
    const heading = await readTei(
      pieces(),
      (tag) => languageTag(tag) ?? tag,
      to,
      (entry) => {
        check.add(isFromGerman ? entry.words : entry.translations);
        builder.add(entry);
      },
    );
    if (check.isNotLatin) {
      throw new TableError(
        `${source.name}: what should be German in it is not written in Latin letters. Pass --from ${isFromGerman ? language : GERMAN}, the language of its headwords.`,
      );
    }
    return heading;
  } catch (error) {
    throw teiError(error, source.name);
  }
}

/** Says in words what is wrong with a file as XML; returns any other error as it is. */
function teiError(error: unknown, name: string): unknown {
  if (error instanceof TextRunError) {
    return new TableError(
      `${name}, line ${error.line}: a text or a comment goes on for millions of characters, as in no dictionary. Download and unpack it again, or take it out.`,
      { cause: error },
    );
  }
  if (!(error instanceof XmlError)) return error;
  const place = error.line === undefined ? name : `${name}, line ${error.line}`;
  const what = error.message.replace(/\.+$/, '');
  return new TableError(
    what === 'undefined entity'
      ? `${place}: this has an entity, such as &auml;, that XML itself does not know. Put the characters themselves in their places first: xmllint --noent OLD.tei > NEW.tei.`
      : `${place}: this is not a whole XML file (${what}). Download and unpack it again.`,
    { cause: error },
  );
}

/** Tells by the letters whether supposed German can be German. */
class ScriptCheck {
  #latin = 0;
  #others = 0;

  add(words: readonly string[]): void {
    for (const word of words) {
      if (/\p{Script=Latin}/u.test(word)) this.#latin += 1;
      else if (/\p{L}/u.test(word)) this.#others += 1;
    }
  }

  get isNotLatin(): boolean {
    return this.#others > this.#latin;
  }
}

function formerAt(path: string): Added['former'] {
  try {
    return headOf(path);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : 'unreadable';
  }
}

async function write(path: string, head: DictionaryHead, builder: DictionaryBuilder) {
  try {
    // Only the folder beside an existing database is made.
    await mkdir(dirname(path));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw outputError(dirname(path), error);
  }
  const draft = await FileDraft.open(await targetOf(path));
  try {
    function* content() {
      yield printHead(head);
      yield* builder.lines();
    }
    await draft.write(content());
    await draft.keep();
  } finally {
    await draft.discard();
  }
}
