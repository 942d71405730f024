// Runs the test files given, which have been compiled, in a browser and prints one JSON line for each
// test, in the same form as node-reporter.mjs.
import { startTestRunner } from '@web/test-runner';
import config from '../../web-test-runner.config.mjs';
import { sourceOf } from './compile.mjs';

function print(status, name, detail) {
  console.log(JSON.stringify({ status, name: name.join(' › '), detail }));
}

function describeError({ message, stack, expected, actual }) {
  const values = expected === undefined ? [] : [`expected: ${expected}`, `actual: ${actual}`];
  return [message, ...values, stack].filter(Boolean).join('\n');
}

function printSuite(suite, path) {
  for (const test of suite.tests) {
    const name = [...path, test.name];
    if (test.skipped) print('skipped', name, 'no reason given');
    else if (test.passed) print('passed', name);
    else print('failed', name, describeError(test.error ?? { message: 'failed' }));
  }
  for (const inner of suite.suites) printSuite(inner, [...path, inner.name]);
}

function countTests(suite) {
  return suite.suites.reduce((sum, inner) => sum + countTests(inner), suite.tests.length);
}

/** What the page said and did not get, for a file that failed as a whole. */
function describeSession({ errors, logs, request404s }) {
  const said = logs.map((values) => values.map((value) => value?.stack ?? value).join(' '));
  const missing = request404s.map((url) => `not found: ${url}`);
  return [...errors.map(describeError), ...said, ...missing].join('\n');
}

const reporter = {
  onTestRunFinished({ sessions }) {
    console.log(); // ends what the runner may have left on the line
    for (const session of sessions) {
      const path = [sourceOf(session.testFile ?? '')];
      if (session.testResults) printSuite(session.testResults, path);
      if (session.errors.length > 0) print('failed', path, describeSession(session));
      const isEmpty = !session.testResults || countTests(session.testResults) === 0;
      if (isEmpty && session.errors.length === 0) print('failed', path, 'The file holds no test.');
    }
  },
};

const runner = await startTestRunner({
  config: { ...config, files: process.argv.slice(2), reporters: [reporter], staticLogging: true },
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
});
runner.on('stopped', (passed) => process.stdout.write('', () => process.exit(passed ? 0 : 1)));
