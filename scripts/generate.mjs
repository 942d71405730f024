import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readCommands } from './public/commands.mjs';
import { readElements } from './public/elements.mjs';
import { readDeclarations } from './public/program.mjs';
import { elementReport, entriesOf, moduleReport } from './public/report.mjs';
import { filled, tablesOf } from './public/tables.mjs';
import { Failure, ROOT, isMain, main, runNode } from './run.mjs';

const WIDGET = 'widget/dist/index.d.ts';
const PACKAGES = ['feed', 'server', 'widget'];
/** The guides that have tables to be filled in. */
const GUIDES = ['docs/embed.md', 'docs/feed.md', 'docs/operate.md'];

const textOf = (path) =>
  existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '';

/** The committed files that are made of others, with what they should hold. */
async function generated() {
  const feed = entriesOf('feed');
  const program = readDeclarations([WIDGET, ...feed.map(([, file]) => file)]);
  // Only now: it imports what has just been compiled.
  const { readParameters } = await import('./public/parameters.mjs');
  const parameters = readParameters();
  const elements = readElements(program, parameters.locks);
  const tables = tablesOf({ elements, parameters, commands: await readCommands() });
  const texts = {
    'docs/api/feed.md': moduleReport(program, 'API of `@vielfalt/feed`', feed),
    'docs/api/widget.md': elementReport(program, elements, WIDGET),
    ...Object.fromEntries(GUIDES.map((path) => [path, filled(textOf(path), tables)])),
  };
  const style = await resolveConfig(join(ROOT, 'package.json'));
  const formatted = Object.entries(texts).map(async ([path, text]) => [
    path,
    await format(text, { ...style, filepath: path }),
  ]);
  return Promise.all(formatted);
}

/**
 * Renews the API reports and the tables of the guides; with `--check` it says which of them are not
 * what they should be, and changes nothing.
 */
async function generate() {
  const isCheck = process.argv.includes('--check');
  const { code, output } = await runNode(['node_modules/typescript/bin/tsc', '-b', ...PACKAGES]);
  if (code !== 0) throw new Failure(output.trim());
  const stale = (await generated()).filter(([path, text]) => textOf(path) !== text);
  if (isCheck && stale.length > 0) {
    const paths = stale.map(([path]) => path).join(', ');
    throw new Failure(`Not what the code says any more: ${paths}. Run npm run generate.`);
  }
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(path);
  }
}

if (isMain(import.meta.url)) await main(generate);
