import { FileError } from '../intake/read-file.js';
import { writeWhole } from '../outlet/write-whole.js';

/**
 * Writes a whole file, or to standard output where none is named.
 * @throws FileError
 */
export async function writeOutput(
  file: string | undefined,
  content: string | Uint8Array,
): Promise<void> {
  if (file === undefined) {
    process.stdout.write(content);
    return;
  }
  try {
    await writeWhole(file, content);
  } catch (error) {
    throw new FileError(
      `${file} cannot be written: check that its folder exists and may be written to. (${String(error)})`,
      { cause: error },
    );
  }
}
