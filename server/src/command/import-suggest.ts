import { access, constants } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { localTime } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { systemClock } from '../clock.js';
import { countryOf } from '../country.js';
import { proposeLists, suggestMapping } from '../mapping/index.js';
import type { ProposedLists } from '../mapping/index.js';
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
    const table = await book.table();
    const context = {
      vocabulary: head?.vocabulary ?? defaultVocabulary,
      hasDirectory: head !== undefined,
      today: localTime(systemClock(), zone).date,
      country: countryOf(zone),
    };
    // A directory that is there has its own words.
    const proposed = head || mapping === undefined ? undefined : await proposeLists(table, context);
    const lists = mapping === undefined ? {} : await writeLists(mapping, proposed);
    const vocabulary = proposed?.vocabulary ?? context.vocabulary;
    const text = await suggestMapping(book, table, {
      ...context,
      vocabulary,
      lists: { ...lists, isElsewhere: proposed?.isElsewhere ?? false },
    });
    await writeOutput(mapping, text);
    if (mapping !== undefined) {
      const files = [mapping, ...Object.values(lists).map((file) => join(dirname(mapping), file))];
      process.stderr.write(
        `${files.join(', ')} ${files.length > 1 ? 'are' : 'is'} written. Read, mend, then try: vielfalt import ${input.name} --mapping ${mapping} --source ${source} --dry-run\n`,
      );
    }
    return EXIT.done;
  } finally {
    await book.close();
  }
}

/**
 * Writes the lists that are proposed beside the mapping.
 * @returns their names, as the mapping says them
 */
async function writeLists(
  mapping: string,
  proposed: ProposedLists | undefined,
): Promise<{ places?: string; topics?: string }> {
  const names: { places?: string; topics?: string } = {};
  for (const list of ['places', 'topics'] as const) {
    const csv = proposed?.[list];
    if (csv === undefined) continue;
    const file = join(dirname(mapping), `${parse(mapping).name}-${list}.csv`);
    if (await exists(file)) {
      throw new UsageError(
        `${file} is there already. Name another mapping, or take it away first.`,
      );
    }
    await writeOutput(file, csv);
    names[list] = basename(file);
  }
  return names;
}

async function exists(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
}
