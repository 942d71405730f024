import { nearest } from '@vielfalt/feed';
import type { Source } from '../source.js';
import { TableError } from '../table-error.js';
import type { Encoding } from '../table.js';
import { Utf8Check } from './utf8-check.js';

/** What people and programs call the encodings. */
const NAMES = new Map<string, Encoding>([
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
]);

/** What Windows-1252 has at 0x80 to 0x9f; at the blanks it has nothing. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * How a text file's letters are written; the whole file is looked at.
 * @param wanted what the user says it is
 * @throws TableError where letters are broken, or it is no text
 */
export async function encodingOf(source: Source, wanted: string | undefined): Promise<Encoding> {
  const named = wanted === undefined ? undefined : encodingNamed(wanted);
  const encoding = named ?? utf16Of(await source.bytes(4096));
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    await checkUtf16(source, encoding);
    return encoding;
  }
  const check = new Utf8Check();
  for await (const chunk of source.read()) check.add(chunk);
  const { verdict, line, nulLine, unassignedLine } = check.result();
  if (nulLine) {
    throw new TableError(
      `${source.name}, line ${nulLine}: there is a NUL byte, which no text has. Export the table again as CSV.`,
    );
  }
  if (encoding === 'windows-1252' && !unassignedLine) return encoding;
  if (verdict === 'broken' || (encoding === 'utf-8' && verdict === 'other')) {
    throw new TableError(
      `${source.name}, line ${line}: a letter is broken; all before it is UTF-8. Export the table again, whole, as “CSV UTF-8”.`,
    );
  }
  if (verdict === 'utf-8') return encoding ?? 'utf-8';
  if (unassignedLine) {
    throw new TableError(
      `${source.name}, line ${unassignedLine}: the letters are neither UTF-8 nor Windows-1252. Save it as “CSV UTF-8”.`,
    );
  }
  return 'windows-1252';
}

/** A file's text in UTF-8, part by part, without a byte order mark. */
export async function* utf8Parts(
  parts: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    yield* withoutMark(parts);
    return;
  }
  const decode = encoding === 'windows-1252' ? fromWindows : fromUtf16(encoding);
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

function fromWindows(chunk: Uint8Array): string {
  return Buffer.from(chunk)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => WINDOWS[control.charCodeAt(0) - 0x80]!);
}

function fromUtf16(encoding: Encoding): (chunk: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (chunk) => decoder.decode(chunk, { stream: true });
}

function encodingNamed(wanted: string): Encoding {
  const name = wanted.trim().toLowerCase();
  const encoding = NAMES.get(name);
  if (encoding) return encoding;
  const meant = nearest(name, NAMES.keys());
  throw new TableError(
    `“${wanted}” is no encoding that can be read.${meant ? ` Did you mean ${meant}?` : ' Write utf-8, utf-16le, utf-16be or windows-1252.'}`,
  );
}

/** UTF-16 by its mark, or because every other byte of western letters is zero. */
function utf16Of(start: Buffer): Encoding | undefined {
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
  if (zeros[1]! > pairs * 0.4 && zeros[0]! < pairs * 0.02) return 'utf-16le';
  if (zeros[0]! > pairs * 0.4 && zeros[1]! < pairs * 0.02) return 'utf-16be';
  return undefined;
}

async function checkUtf16(source: Source, encoding: Encoding): Promise<void> {
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
