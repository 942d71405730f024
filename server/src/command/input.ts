import { lexiconFile, wordListFiles } from '../mapping/index.js';
import type { Mapping } from '../mapping/index.js';
import type { Protected } from '../export/target.js';
import { InputFile } from '../files/input-file.js';
import { UnwrittenError } from './unwritten.js';
import { UsageError } from './usage.js';

const STANDARD_INPUT = 0;

/** A file that a command reads, open for as long as it does. */
export interface Input {
  source: InputFile;
  /** The name as it was given; messages use it. */
  name: string;
  /** The files that no output of the same command may replace. */
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
    // Whatever was met in it is not the table's fault.
    if (!(error instanceof UnwrittenError)) source.refuseChanged();
    throw error;
  } finally {
    await source.close();
  }
}

/**
 * A mapping and the lists of words that it names, which no output of the same command may replace.
 */
export function mappingFiles(file: string, mapping: Mapping): Protected[] {
  const lists = [...wordListFiles(mapping), lexiconFile(mapping) ?? []].flat();
  return [
    { file, what: 'the mapping' },
    ...lists.map((list) => ({ file: list, what: 'a list of words that the mapping names' })),
  ];
}
