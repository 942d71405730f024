import { access, constants } from 'node:fs/promises';
import { localTime } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { systemClock } from '../clock.js';
import { countryOf } from '../country.js';
import { suggestMapping } from '../mapping/index.js';
import type { Store } from '../store/store.js';
import { openBook } from '../table/table.js';
import { DEFAULT_ZONE } from './import-reading.js';
import type { Input } from './input.js';
import { writeOutput } from './output.js';
import { EXIT, UsageError } from './usage.js';

/**
 * Writes a first mapping for a table: into the file `mapping`, or to standard output. A file that is
 * there is left alone, since hands have mended it.
 * @returns the exit code
 */
export async function suggest(
  store: Store,
  input: Input,
  { mapping, source = 'ID' }: { mapping: string | undefined; source: string | undefined },
): Promise<number> {
  if (mapping !== undefined && (await exists(mapping))) {
    throw new UsageError(`${mapping} is there already. Name another file, or take it away first.`);
  }
  const head = await store.change(async (transaction) => ({ result: await transaction.head() }));
  const zone = head?.directory.timeZone ?? DEFAULT_ZONE;
  const book = await openBook(input.source);
  try {
    const text = await suggestMapping(book, await book.table(), {
      vocabulary: head?.vocabulary ?? defaultVocabulary,
      hasDirectory: head !== undefined,
      today: localTime(systemClock(), zone).date,
      country: countryOf(zone),
    });
    await writeOutput(mapping, text);
    if (mapping !== undefined) {
      process.stderr.write(
        `${mapping} is written. Read it, mend it, then try: vielfalt import ${input.name} --mapping ${mapping} --source ${source} --dry-run\n`,
      );
    }
    return EXIT.done;
  } finally {
    await book.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
}
