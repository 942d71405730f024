import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { sourceOf } from './compile.mjs';

/**
 * A reporter for Node's test runner that prints one JSON line for each test that has no tests
 * inside, and for each group that is skipped as a whole: `{ status, name, detail }`, with `status` passed, failed or skipped and `detail` the
 * error or the reason.
 *
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* report(events) {
  const titles = new Map(); // of each file: the titles above the test that runs, outermost first
  const parents = new Map(); // of each file: how deep the last finished test stood
  const errorOutput = new Map();
  for await (const { type, data } of events) {
    const { file, name, nesting } = data;
    if (type === 'test:start') {
      titles.set(file, [...(titles.get(file) ?? []).slice(0, nesting), name]);
    } else if (type === 'test:stderr') {
      errorOutput.set(file, (errorOutput.get(file) ?? '') + data.message);
    } else if (type === 'test:pass' || type === 'test:fail') {
      const path = [...(titles.get(file) ?? []).slice(0, nesting), name];
      const hasTests = parents.get(file) === nesting + 1 || data.details.type === 'suite';
      parents.set(file, nesting);
      const result = resultOf(type, data, hasTests, errorOutput.get(file));
      if (!result) continue;
      const title = isWholeFile(data) ? [] : path;
      yield `${JSON.stringify({ ...result, name: [sourceOf(file), ...title].join(' › ') })}\n`;
    }
  }
}

/** Node reports a file as a test of its own where it failed as a whole or holds no test. */
function isWholeFile({ file, name, nesting }) {
  return nesting === 0 && resolve(name) === file;
}

function resultOf(type, data, hasTests, errorOutput = '') {
  if (type === 'test:fail') {
    const { error } = data.details;
    if (error.failureType === 'subtestsFailed') return undefined; // reported by themselves
    const detail = isWholeFile(data) ? errorOutput || error.message : inspect(error.cause ?? error);
    return { status: 'failed', detail };
  }
  if (isWholeFile(data)) return { status: 'failed', detail: 'The file holds no test.' };
  const skip = data.skip ?? data.todo;
  // A group that is skipped has no tests that would say so themselves.
  if (skip === undefined || skip === false) return hasTests ? undefined : { status: 'passed' };
  return { status: 'skipped', detail: typeof skip === 'string' && skip ? skip : 'no reason given' };
}
