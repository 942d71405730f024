import { localTime } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { systemClock } from '../clock.js';
import { suggestMapping } from '../mapping/index.js';
import { MAPPING_KIND } from '../outlet/former-output.js';
import { visibleLines } from '../outlet/visible.js';
import type { Head, Store } from '../store/store.js';
import { openBook } from '../table/table.js';
import { DEFAULT_ZONE } from './import-reading.js';
import type { Input } from './input.js';
import { openOutput } from './output.js';
import { EXIT } from './usage.js';

/**
 * Writes a first mapping for a table: into the file `mapping`, or to standard output. A file that is
 * there is left alone unless `force` says otherwise, since hands have mended it.
 * @returns the exit code
 */
export async function suggest(
  store: Store,
  input: Input,
  {
    mapping,
    source = 'ID',
    force = false,
  }: { mapping: string | undefined; source: string | undefined; force?: boolean },
): Promise<number> {
  const output = await openOutput(mapping, {
    kind: MAPPING_KIND,
    inputs: [input.protected],
    force,
  });
  try {
    const head = await store.change(async (transaction) => ({ result: await transaction.head() }));
    await output.write(await suggestionFor(input, head));
    if (mapping !== undefined && !output.isStandardOutput) {
      process.stderr.write(
        visibleLines(
          `${mapping} is written. Read it, mend it, then try: vielfalt import ${input.name} --mapping ${mapping} --source ${source} --dry-run\n`,
        ),
      );
    }
    return EXIT.done;
  } finally {
    await output.close();
  }
}

async function suggestionFor(input: Input, head: Head | undefined): Promise<string> {
  const timeZone = head?.directory.timeZone ?? DEFAULT_ZONE;
  const book = await openBook(input.source);
  try {
    return await suggestMapping(book, await book.table(), {
      vocabulary: head?.vocabulary ?? defaultVocabulary,
      hasDirectory: head !== undefined,
      today: localTime(systemClock(), timeZone).date,
      timeZone,
    });
  } finally {
    await book.close();
  }
}
