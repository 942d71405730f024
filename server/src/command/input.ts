import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readJson as parse } from '../importing/read-file.js';
import { lexiconFile, readMapping, wordListFiles } from '../mapping/index.js';
import type { Protected } from '../export/target.js';
import { InputFile } from '../table/source.js';
import { UnwrittenError } from './unwritten.js';
import { UsageError } from './usage.js';

const STANDARD_INPUT = 0;

/** A file that a command reads, open for as long. */
export interface Input {
  source: InputFile;
  /** As it was given; messages call it so. */
  name: string;
  /** What no output of the same command may take the place of. */
  protected: Protected;
}

/**
 * Lets `work` read a file as often as it likes.
 * @param file a path, or `-` for standard input
 * @throws FileError
 */
export async function withInput<Result>(
  file: string,
  work: (input: Input) => Promise<Result>,
): Promise<Result> {
  if (file === '') throw new UsageError('The name of the file to read is empty. Name one.');
  const source = await InputFile.open(file);
  try {
    const isStandard = file === '-';
    return await work({
      source,
      name: isStandard ? source.name : file,
      protected: { file: isStandard ? STANDARD_INPUT : file, what: 'the file that is read' },
    });
  } catch (error) {
    // Whatever was met in it is no fault of the table.
    if (!(error instanceof UnwrittenError)) source.refuseChanged();
    throw error;
  } finally {
    await source.close();
  }
}

/**
 * A mapping and the lists of words that it names, which no output of the same command may take the
 * place of.
 * @throws FileError, MappingError
 */
export async function mappingFiles(file: string): Promise<Protected[]> {
  const mapping = await readMapping(file);
  const lists = [...wordListFiles(mapping), lexiconFile(mapping) ?? []].flat();
  return [
    { file, what: 'the mapping' },
    ...lists.map((list) => ({ file: list, what: 'a list of words that the mapping names' })),
  ];
}

/** What the history keeps of a file: its name without folders, and the SHA-256 of its bytes. */
export async function fingerprint({
  source,
  name,
}: Input): Promise<{ name: string; hash: string }> {
  const hash = createHash('sha256');
  for await (const bytes of source.read()) hash.update(bytes);
  return { name: basename(name), hash: hash.digest('hex') };
}

/** Whether a file begins as JSON does; or says so by its name. */
export async function looksLikeJson({ source, name }: Input): Promise<boolean> {
  const start = (await source.bytes(1024)).toString('utf8').replace(/^[\uFEFF\s]+/, '');
  return /^[{[]/.test(start) || name.toLowerCase().endsWith('.json');
}

/** @throws FileError, JsonError */
export async function readJson({ source, name }: Input): Promise<unknown> {
  return parse(await buffer(source.read()), name);
}
