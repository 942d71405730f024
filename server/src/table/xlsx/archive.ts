import { fromFdPromise, type Entry, type ZipFile } from 'yauzl';
import { inWords, MAX_RATIO, MAX_UNPACKED, MUCH } from '../limits.js';
import type { InputFile } from '../../files/input-file.js';
import { TableError } from '../table-error.js';

/** Parts of other files, which are archives like workbooks. */
const FOREIGN: readonly [part: RegExp, sentence: string][] = [
  [/^content\.xml$/, 'is an OpenDocument file. Save it as XLSX'],
  [/^xl\/workbook\.bin$/, 'is a binary workbook (.xlsb). Save it as XLSX'],
  [/^word\//, 'is a text document. Put its table in a spreadsheet and save that as CSV or XLSX'],
  [/^ppt\//, 'is a presentation. Put its table in a spreadsheet and save that as CSV or XLSX'],
  [/^index\/.*\.iwa$/, 'is a Numbers spreadsheet. Export it as XLSX or CSV'],
];

/** The parts of a workbook's archive (ECMA-376, part 2); each is unpacked while it is read. */
export class Archive {
  private constructor(
    private readonly name: string,
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws TableError where it is damaged, not a workbook, or unpacks to too much */
  static async open(source: InputFile): Promise<Archive> {
    try {
      // Closing it would also close the source's file, which the source does itself.
      const file = await fromFdPromise(source.file, { autoClose: false });
      const entries = new Map<string, Entry>();
      for await (const entry of file.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
      refuseForeign(source.name, entries);
      refuseBomb(source, entries);
      return new Archive(source.name, file, entries);
    } catch (error) {
      throw error instanceof TableError ? error : damaged(source.name, error);
    }
  }

  /** Returns the unpacked size of a part in bytes; 0 where there is none. */
  size(part: string): number {
    return this.entries.get(part.toLowerCase())?.uncompressedSize ?? 0;
  }

  /** Reads a part in pieces; nothing where there is none. */
  async *read(part: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(part.toLowerCase());
    if (!entry) return;
    try {
      yield* (await this.file.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
    } catch (error) {
      throw damaged(this.name, error);
    }
  }
}

/** @param cause the error that was found */
export function damaged(name: string, cause: unknown): TableError {
  return new TableError(
    `${name} is damaged. Open it in a spreadsheet program, save it again, or get it again.`,
    { cause },
  );
}

function refuseForeign(name: string, entries: ReadonlyMap<string, Entry>): void {
  if (entries.has('[content_types].xml') && entries.has('xl/workbook.xml')) return;
  for (const [part, sentence] of FOREIGN) {
    for (const entry of entries.keys()) {
      if (part.test(entry)) throw new TableError(`${name} ${sentence}.`);
    }
  }
  if (!entries.has('[content_types].xml')) {
    throw new TableError(`${name} is an archive and no workbook. Unpack it first.`);
  }
}

/** Checks the sizes that the entries state; one that turns out larger is stopped while it is read. */
function refuseBomb({ name, size }: InputFile, entries: ReadonlyMap<string, Entry>): void {
  let unpacked = 0;
  for (const entry of entries.values()) unpacked += entry.uncompressedSize;
  if (unpacked <= MAX_UNPACKED && (unpacked <= MUCH || unpacked / size <= MAX_RATIO)) return;
  throw new TableError(
    `${name} has ${inWords(size)} bytes and unpacks to ${inWords(unpacked)}, which no table needs. Save the sheet as CSV.`,
  );
}
