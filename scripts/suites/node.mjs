// Runs the compiled test files given in Node, a process for each, in their order, and prints one JSON
// line for each test. `--only=TEXT` runs those tests alone whose names hold a text.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { parseArgs } from 'node:util';
import report from './node-reporter.mjs';

/** A process that runs longer than this (in milliseconds) hangs; it must not hold up the others. */
const HANGS = 1_200_000;

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
});

run({
  files: positionals.map((file) => resolve(file)),
  // Each waits for browsers, timers and processes half of its time.
  concurrency: 2 * availableParallelism(),
  timeout: HANGS,
  ...(values.only && { testNamePatterns: [new RegExp(values.only)] }),
})
  .on('test:fail', () => (process.exitCode = 1))
  .compose(report)
  .pipe(process.stdout);
