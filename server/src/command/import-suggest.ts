import { basename, dirname, join, parse } from 'node:path';
import { localTime } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { systemClock } from '../clock.js';
import { proposeLists, suggestMapping, visibleTable } from '../mapping/index.js';
import type { ProposedLists } from '../mapping/index.js';
import { MAPPING_KIND } from '../export/former-output.js';
import { visibleLines } from '../text/visible.js';
import type { Store } from '../store/store.js';
import { openBook } from '../table/open-book.js';
import { DEFAULT_ZONE } from '../importing/open-import.js';
import type { Input } from './input.js';
import { openOutput } from './output.js';
import type { Output, OutputOptions } from './output.js';
import { EXIT } from './usage.js';

/**
 * Writes a first mapping for a table: into the file `mapping`, or to standard output; beside the
 * file, lists of the office's own words where it needs them. An existing file is left alone unless
 * `force` says otherwise, since people have corrected it.
 * @returns the exit code
 */
export async function suggest(
  store: Store,
  input: Input,
  {
    mapping,
    source = 'ID',
    sheet,
    force = false,
  }: {
    mapping: string | undefined;
    source: string | undefined;
    sheet: string | undefined;
    force?: boolean;
  },
): Promise<number> {
  const options = { kind: MAPPING_KIND, inputs: [input.protected], force };
  const output = await openOutput(mapping, options);
  try {
    const head = await store.change(async (transaction) => ({ result: await transaction.head() }));
    const timeZone = head?.directory.timeZone ?? DEFAULT_ZONE;
    const context = {
      vocabulary: head?.vocabulary ?? defaultVocabulary,
      hasDirectory: head !== undefined,
      today: localTime(systemClock(), timeZone).date,
      timeZone,
    };
    const book = await openBook(input.source);
    try {
      const table = await visibleTable(book, {
        takesHidden: false,
        ...(sheet !== undefined && { sheet }),
      });
      const file = output.isStandardOutput ? undefined : mapping;
      // An existing directory has its own words.
      const proposed = head || !file ? undefined : await proposeLists(table, context);
      const lists = file === undefined ? [] : await openLists(file, proposed, options);
      try {
        const names = Object.fromEntries(
          lists.map(({ list, file: path }) => [list, basename(path)]),
        );
        const text = await suggestMapping(book, table, {
          ...context,
          vocabulary: proposed?.vocabulary ?? context.vocabulary,
          lists: { ...names, isElsewhere: proposed?.isElsewhere ?? false },
        });
        for (const each of lists) await each.output.write(each.csv);
        await output.write(text);
      } finally {
        for (const each of lists) await each.output.close();
      }
      if (file !== undefined) tell([file, ...lists.map((each) => each.file)], input, source);
    } finally {
      await book.close();
    }
    return EXIT.done;
  } finally {
    await output.close();
  }
}

function tell([mapping = '', ...lists]: string[], { name }: Input, source: string): void {
  const written = [mapping, ...lists].join(', ');
  process.stderr.write(
    visibleLines(
      `${written} ${lists.length > 0 ? 'are' : 'is'} written. Read, correct, then try: vielfalt import ${name} --mapping ${mapping} --source ${source} --dry-run\n`,
    ),
  );
}

interface List {
  list: 'places' | 'topics';
  file: string;
  csv: string;
  output: Output;
}

/** Opens the lists that are proposed beside the mapping, before any of them is written. */
async function openLists(
  mapping: string,
  proposed: ProposedLists | undefined,
  options: OutputOptions,
): Promise<List[]> {
  const lists: List[] = [];
  try {
    for (const list of ['places', 'topics'] as const) {
      const csv = proposed?.[list];
      if (csv === undefined) continue;
      const file = join(dirname(mapping), `${parse(mapping).name}-${list}.csv`);
      lists.push({ list, file, csv, output: await openOutput(file, options) });
    }
    return lists;
  } catch (error) {
    for (const each of lists) await each.output.close();
    throw error;
  }
}
