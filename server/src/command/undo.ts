import { systemClock } from '../clock.js';
import { undoLastImport } from '../importing/undo.js';
import { visible } from '../text/visible.js';
import { openStore } from '../store/open.js';
import { printCounts, printLexicon, printSource } from './history.js';
import { print } from './print.js';
import { sayAfterwards } from './unwritten.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt undo: take the last import back

Usage
  vielfalt undo [OPTIONS]

Options
  --dry-run   say what would be taken back; change nothing

Records that the import changed or retired become what they were before. Those that it added are
retired: what has once been published keeps its address, which then says that the offer has gone.
Called again, it takes back the import before that one, up to the ten latest entries of the history.

Examples
  vielfalt history
  vielfalt undo --dry-run
  vielfalt undo

Exit codes
  0  taken back
  2  the command was called wrongly
  3  refused, since there is nothing to take back, or it is not kept any more
  4  the database cannot be used
  5  taken back, but standard output takes no more
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { 'dry-run': { type: 'boolean' } });
  if (positionals.length > 0) {
    throw new UsageError('It takes no file; it takes back the last import. See vielfalt history.');
  }
  const dryRun = values['dry-run'] ?? false;
  const store = await openStore(databaseUrl(), { create: false });
  try {
    const undo = await undoLastImport(store, { now: systemClock(), dryRun });
    switch (undo.outcome) {
      case 'nothing':
        process.stderr.write('There is no import to take back: nothing was changed.\n');
        return EXIT.refused;
      case 'forgotten':
        process.stderr.write(
          `What was there before import ${undo.entry.id} is not kept any more: nothing was changed. Import an older file, or put a backup in place.\n`,
        );
        return EXIT.refused;
      case 'done': {
        const { undone, sources, lexicon, revision } = undo;
        const lines = sources.map(
          (counts) => `source ${counts.source}: ${printSource(counts, printCounts)}\n`,
        );
        if (lexicon) lines.push(`own words: ${printLexicon(lexicon)}\n`);
        const said = `import ${undone.id}${undone.file ? ` of ${visible(undone.file.name)}` : ''}, ${undone.at.slice(0, 16).replace('T', ' ')} UTC\n${lines.join('')}${dryRun ? 'A dry run: nothing was changed.' : `Taken back: revision ${revision}.`}\n`;
        if (dryRun) await print(said);
        else {
          await sayAfterwards(`Import ${undone.id} is taken back: revision ${revision}`, [
            () => print(said),
          ]);
        }
        return EXIT.done;
      }
    }
  } finally {
    await store.close();
  }
}
