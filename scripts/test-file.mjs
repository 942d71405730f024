import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Failure, ROOT, main } from './run.mjs';
import {
  COMPILED_FOR_BROWSER,
  compile,
  compileForBrowser,
  compiledPath,
} from './suites/compile.mjs';

const USAGE = 'Name test files: npm run test:file -- test/feed/codec.test.ts';
/** What only tests of the built command import. */
const BUILT = 'test/support/built.ts';
/** The service serves the bundle, and does not start without one. */
const SERVES_BUNDLE = 'server/src/http/widget-files.ts';
const BUNDLE = join(ROOT, 'widget/bundle/vielfalt.js');

/** Runs a Node program in this terminal; its exit code becomes ours. */
async function pass(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.on('close', resolve));
  process.exitCode ||= code ?? 1;
}

/** What a compilation gives; its mistakes are for people. */
function compiled(compilation) {
  return compilation.catch(({ message }) => {
    throw new Failure(message);
  });
}

async function runInNode(files, options) {
  const sources = await compiled(compile(files));
  if (sources.includes(BUILT)) await build();
  else if (sources.includes(SERVES_BUNDLE) && !existsSync(BUNDLE)) await build();
  const reporter = '--test-reporter=spec';
  const paths = files.map((file) => compiledPath(file));
  await pass(['--enable-source-maps', '--test', reporter, ...options, ...paths]);
}

async function runInBrowser(files) {
  await compiled(compileForBrowser(files));
  const paths = files.map((file) => compiledPath(file, COMPILED_FOR_BROWSER));
  await pass(['node_modules/@web/test-runner/dist/bin.js', '--files', ...paths]);
}

await main(async () => {
  const args = process.argv.slice(2);
  const options = args.filter((arg) => arg.startsWith('-'));
  const files = args.filter((arg) => !arg.startsWith('-'));
  const missing = files.find((file) => !existsSync(join(ROOT, file)));
  if (missing) throw new Failure(`There is no ${missing}. ${USAGE}`);
  if (files.length === 0) throw new Failure(USAGE);
  const isForBrowser = (file) => file.startsWith('test/widget/');
  const inBrowser = files.filter(isForBrowser);
  const inNode = files.filter((file) => !isForBrowser(file));
  if (inNode.length > 0) await runInNode(inNode, options);
  if (inBrowser.length > 0) await runInBrowser(inBrowser);
});
