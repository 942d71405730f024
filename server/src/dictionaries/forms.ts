import { FileError } from '../files/file-error.js';
import { TableError } from '../table/table-error.js';
import type { InputFile } from '../files/input-file.js';

/** Larger files are not dictionaries: FreeDict's largest has 100 MB. */
const LARGEST = 1_000_000_000;
/** The offset at which an uncompressed archive says that it is one (ustar, POSIX.1-1988). */
const TAR_MARK = 257;

/** The beginnings of compressed files, and the programs that unpack one file. */
const COMPRESSED: readonly [beginning: RegExp, program: string][] = [
  [/^\xfd7zXZ/, 'unxz'],
  [/^BZh/, 'bunzip2'],
  [/^\x1f\x8b/, 'gunzip'],
];

/**
 * Refuses a file whose beginning says that it is not TEI.
 * @throws FileError, TableError that say what to do
 */
export async function refuseOtherForms(source: InputFile): Promise<void> {
  const { name } = source;
  if (source.size > LARGEST) throw new FileError(`${name} is larger than any dictionary.`);
  const start = (await source.bytes(4096)).toString('latin1');
  const reason = packed(start, name) ?? encoded(start) ?? otherForm(start);
  if (reason !== undefined) throw new TableError(`${name} ${reason}`);
}

function packed(start: string, name: string): string | undefined {
  const [, program] = COMPRESSED.find(([beginning]) => beginning.test(start)) ?? [];
  const isTar =
    start.startsWith('ustar', TAR_MARK) ||
    (program !== undefined && /\.(?:tar\.\w+|t[gx]z|tbz2?)$/i.test(name));
  if (isTar) return 'is an archive. Unpack it first (tar xf), and name the .tei in it.';
  if (start.startsWith('PK\x03\x04')) {
    return 'is an archive. Unpack it first (unzip), and name the .tei in it.';
  }
  return program && `is compressed. Unpack it first (${program}), and name the .tei.`;
}

function encoded(start: string): string | undefined {
  const encoding = /^(?:\xff\xfe|\xfe\xff)/.test(start)
    ? 'UTF-16'
    : /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([^"']+)/.exec(start)?.[1];
  if (encoding === undefined || /^utf-?8$/i.test(encoding)) return undefined;
  return `is written in ${encoding}. Convert it to UTF-8 first: iconv -f ${encoding} -t UTF-8, and say so in its first line.`;
}

function otherForm(start: string): string | undefined {
  if (start.startsWith('!-1SLOB')) {
    return 'is a slob. Take the same dictionary’s source, which has a .tei.';
  }
  if (/<(?:\w+:)?TEI(?:\.2)?[\s>]/.test(start)) return undefined;
  return 'is not a dictionary in TEI, the form that FreeDict keeps its dictionaries in (files that end in .tei).';
}
