import { nearest } from '@vielfalt/feed';
import { letters } from '../header.js';
import type { InputFile } from '../../files/input-file.js';
import { TableError } from '../table-error.js';
import type { TextEncoding } from '../table.js';
import { decodeBytes, foreignWord, SingleByteGuess } from './single-byte.js';
import { EncodingDetector } from './utf8-check.js';

/** Names of the encodings among people and programs. */
const NAMES = new Map<string, TextEncoding>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['utf-16', 'utf-16le'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['macintosh', 'macintosh'],
  ['macroman', 'macintosh'],
  ['mac-roman', 'macintosh'],
  ['mac', 'macintosh'],
  ['cp850', 'cp850'],
  ['ibm850', 'cp850'],
  ['cp437', 'cp850'],
  ['ibm437', 'cp850'],
  ['dos', 'cp850'],
]);

/** The number of zeros in one half of the byte pairs that cannot be an accident. */
const FEWEST_ZEROS = 8;
/** The number of bytes that are enough to detect an encoding. */
const ENOUGH = 4_000_000;

/**
 * Detects how a text file's letters are encoded; looks at the whole file.
 * @param wanted the encoding that the user names
 * @throws TableError where letters are broken, or it is not a text
 */
export async function encodingOf(
  source: InputFile,
  wanted: string | undefined,
): Promise<TextEncoding> {
  const named = wanted === undefined ? undefined : encodingNamed(wanted);
  const encoding = named ?? utf16Of(await source.bytes(4096));
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    await checkUtf16(source, encoding);
    return encoding;
  }
  const check = new EncodingDetector();
  for await (const chunk of source.read()) check.add(chunk);
  const { verdict, line, nulLine, unassignedLine, utf8Line } = check.result();
  if (nulLine) {
    throw new TableError(
      `${source.name}, line ${nulLine}: there is a NUL byte, which no text has. Export the table again as CSV.`,
    );
  }
  if (encoding === 'macintosh' || encoding === 'cp850') return encoding;
  if (encoding === 'windows-1252' && !unassignedLine) return encoding;
  if (verdict === 'broken' || (encoding === 'utf-8' && verdict === 'other')) {
    throw new TableError(
      `${source.name}, line ${line}: a letter is broken${await placeIn(source, line)}; all before it is UTF-8. Export the table again, whole, as “CSV UTF-8”.`,
    );
  }
  if (verdict === 'utf-8') return encoding ?? 'utf-8';
  const guess = encoding ?? (await guessOf(source));
  if (guess === 'windows-1252' && unassignedLine) {
    throw new TableError(
      `${source.name}, line ${unassignedLine}: letters${await placeIn(source, unassignedLine)} are neither UTF-8 nor Windows-1252. Save it as “CSV UTF-8”.`,
    );
  }
  if (utf8Line && encoding === undefined) {
    throw new TableError(
      `${source.name}, line ${utf8Line}: letters${await placeIn(source, utf8Line)} are UTF-8, and those of other lines are not. Export each part of the table again as “CSV UTF-8”, or write the line anew. If it is right as it is, say file: { encoding: windows-1252 } in the mapping.`,
    );
  }
  if (guess === 'windows-1252' && encoding === undefined) await refuseForeign(source);
  return guess;
}

/** Refuses a file whose letters exist in Windows-1252, but whose words do not. */
async function refuseForeign(source: InputFile): Promise<void> {
  let line = 1;
  let text = '';
  for await (const chunk of source.read()) {
    text += decodeBytes(chunk, 'windows-1252');
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const each of lines) refuseLine(source, each, line++);
  }
  refuseLine(source, text, line);
}

function refuseLine({ name }: InputFile, text: string, line: number): void {
  const word = /[^\0-\x7f]/.test(text) ? foreignWord(text) : undefined;
  if (word === undefined) return;
  throw new TableError(
    `${name}, line ${line}: ${JSON.stringify(word.slice(0, 40))} is not a word: the table seems to be in a Cyrillic, Turkish or Polish code page. Save it as “CSV UTF-8”. If it is right as it is, say file: { encoding: windows-1252 } in the mapping.`,
  );
}

async function guessOf(source: InputFile): Promise<TextEncoding> {
  const guess = new SingleByteGuess();
  let seen = 0;
  for await (const chunk of source.read()) {
    guess.add(chunk);
    seen += chunk.length;
    if (seen > ENOUGH) break;
  }
  return guess.result();
}

/** Describes column and word of the first letter beyond ASCII in a line, as far as they can be told. */
async function placeIn(source: InputFile, wanted: number): Promise<string> {
  let line = 1;
  let text = '';
  for await (const chunk of source.read()) {
    for (const [at, part] of chunk.toString('latin1').split('\n').entries()) {
      if (at > 0) line++;
      if (line === wanted) text += part;
    }
    if (line > wanted) break;
  }
  const before = text.slice(0, Math.max(text.search(/[^\0-\x7f]/), 0));
  const cells = Math.max(...[';', ',', '\t'].map((sign) => before.split(sign).length));
  const word = /[^\s;,"\t]*[^\0-\x7f][^\s;,"\t]*/.exec(text)?.[0];
  const shown = word === undefined ? '' : `, ${JSON.stringify(word.slice(0, 40))}`;
  return ` (column ${letters(cells - 1)}${shown})`;
}

/** Yields a file's text in UTF-8, part by part, without a byte order mark. */
export async function* utf8Parts(
  parts: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    yield* withoutMark(parts);
    return;
  }
  const decode =
    encoding === 'utf-16le' || encoding === 'utf-16be'
      ? fromUtf16(encoding)
      : (chunk: Uint8Array) => decodeBytes(chunk, encoding);
  for await (const part of parts) yield Buffer.from(decode(part));
}

async function* withoutMark(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const part of parts) {
    yield isFirst && part.subarray(0, 3).toString('latin1') === '\xef\xbb\xbf'
      ? part.subarray(3)
      : part;
    isFirst = false;
  }
}

function fromUtf16(encoding: 'utf-16le' | 'utf-16be'): (chunk: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (chunk) => decoder.decode(chunk, { stream: true });
}

function encodingNamed(wanted: string): TextEncoding {
  const name = wanted.trim().toLowerCase();
  const encoding = NAMES.get(name);
  if (encoding) return encoding;
  const meant = nearest(name, NAMES.keys());
  throw new TableError(
    `“${wanted}” is not an encoding that can be read.${meant ? ` Did you mean ${meant}?` : ' Write utf-8, utf-16le, utf-16be, windows-1252, macintosh or cp850.'}`,
  );
}

/** Detects UTF-16 by its mark, or because every other byte of western letters is zero. */
function utf16Of(start: Buffer): TextEncoding | undefined {
  if (start.length >= 2) {
    const mark = start.readUInt16BE(0);
    if (mark === 0xfffe) return 'utf-16le';
    if (mark === 0xfeff) return 'utf-16be';
  }
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  const pairs = start.length / 2;
  const [even, odd] = zeros as [number, number];
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.02) return 'utf-16be';
  // Cyrillic and Arabic letters have no zero bytes, but the separators between cells have.
  if (odd >= FEWEST_ZEROS && even === 0) return 'utf-16le';
  if (even >= FEWEST_ZEROS && odd === 0) return 'utf-16be';
  return undefined;
}

async function checkUtf16(source: InputFile, encoding: TextEncoding): Promise<void> {
  const decoder = new TextDecoder(encoding);
  let line = 1;
  const check = (text: string) => {
    const broken = text.search(/[\0\ufffd]/);
    line += text.slice(0, broken < 0 ? undefined : broken).split('\n').length - 1;
    if (broken < 0) return;
    throw new TableError(
      `${source.name}, line ${line}: a letter is broken; all before it is UTF-16. Export the table again, whole, as “CSV UTF-8”.`,
    );
  };
  for await (const chunk of source.read()) check(decoder.decode(chunk, { stream: true }));
  check(decoder.decode());
}
