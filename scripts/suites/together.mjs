// Lets test files share processes: one of its own reads the service, its schemas and the words of all
// languages anew, which takes longer than the tests of most files.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../run.mjs';
import { COMPILED, compiledPath } from './compile.mjs';

/** How many files share a process: with more, the last ones would be waited for. */
const SHARING = 8;

const FOLDER = join(COMPILED, 'together');

/** Has tests, and no hooks outside of its groups: they would hold for all files of the process. */
function mayShare(file) {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return /^(describe|it|test)\(/m.test(text) && !/^(before|after)(Each)?\(|\{ after \}/m.test(text);
}

/** The file that runs the tests of others, one after the other. */
function write(files, name) {
  const path = join(FOLDER, `${name}.js`);
  const addresses = files.map((file) => pathToFileURL(join(ROOT, compiledPath(file))).href);
  writeFileSync(join(ROOT, path), addresses.map((each) => `import '${each}';\n`).join(''));
  return path;
}

/**
 * Puts test files that may share a process together. They have been compiled by `compile()`.
 *
 * @param {string[]} files from the checkout, such as `test/feed/codec.test.ts`
 * @returns {string[]} what to run, each in a process: files that leave none of these out
 */
export function together(files) {
  rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
  mkdirSync(join(ROOT, FOLDER), { recursive: true });
  const sharing = files.filter(mayShare);
  const alone = files.filter((file) => !sharing.includes(file)).map((file) => compiledPath(file));
  const starts = sharing.map((_, index) => index).filter((index) => index % SHARING === 0);
  const shared = starts.map((start) => sharing.slice(start, start + SHARING));
  return [...alone, ...shared.map((some, index) => write(some, index + 1))];
}
