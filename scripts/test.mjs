import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { findBrowser } from './browser.mjs';
import { newerNode } from './newer-node.mjs';
import { installOtherBrowsers } from './other-browsers.mjs';
import { FOUND_POSTGRES, findPostgres } from './postgres.mjs';
import { fetchPackages } from './prepare.mjs';
import { FOUND_PROXIES, findProxies } from './proxies.mjs';
import { Failure, ROOT, main, run, runNode } from './run.mjs';
import { measure, sizeProblems } from './size.mjs';
import {
  COMPILED_FOR_BROWSER,
  compile,
  compileForBrowser,
  compiledPath,
} from './suites/compile.mjs';
import { Results } from './suites/results.mjs';
import { together } from './suites/together.mjs';
import { FOUND_WORDPRESS, findWordPress } from './wordpress.mjs';

/** Runs the others while the demo runs. */
const WITH_DEMO = 'test/e2e/with-demo.ts';

/** The test files under some folders of test/. */
function testFiles(folders) {
  return folders.flatMap((folder) => {
    const path = join('test', folder);
    if (!existsSync(join(ROOT, path))) return [];
    return readdirSync(join(ROOT, path), { recursive: true })
      .filter((name) => name.endsWith('.test.ts'))
      .sort()
      .map((name) => join(path, name));
  });
}

async function check(results, name, work) {
  const problem = await work();
  results.add({ status: problem ? 'failed' : 'passed', name, detail: problem });
}

/** The output of a Node program where it fails. */
async function complaint(args) {
  const { code, output } = await runNode(args);
  return code === 0 ? undefined : output || `exit code ${code}`;
}

async function buildProblem() {
  try {
    await build();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

async function size() {
  if (!existsSync(join(ROOT, '.cache/bundle.json'))) return 'There is no bundle to measure.';
  try {
    return sizeProblems(measure()).join('\n');
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

/** Runs a Node program that prints one JSON line for each test. */
async function suite(results, title, args, { env, node = process.execPath } = {}) {
  console.log(`${title} ...`);
  let count = 0;
  let hasFailed = false;
  const onLine = (line) => {
    if (!line.startsWith('{"status":')) return; // something else's talk
    const result = JSON.parse(line);
    count += 1;
    hasFailed ||= result.status === 'failed';
    results.add(result);
  };
  const { code, output } = await run(node, args, { env, onLine });
  // A program that broke down by itself has not reported that as a test.
  if (code !== 0 && !hasFailed) {
    results.add({ status: 'failed', name: title, detail: output || `exit code ${code}` });
  }
  console.log(`${title}: ${count} tests`);
}

/** Why a compilation failed, if it did. */
async function problemOf(compilation) {
  try {
    await compilation;
    return undefined;
  } catch ({ message }) {
    return message;
  }
}

/** Runs files in Node; see there. */
const IN_NODE = ['--enable-source-maps', 'scripts/suites/node.mjs'];

/** Folders of tests that wait for browsers and services; what only computes runs beside them. */
const WAITING = ['e2e', 'hosts'];
const COMPUTING = ['feed', 'server', 'demo', 'scripts'];

/** Take a minute or more, and begin first, so that nothing waits for them at the end. */
const LONG = [
  'test/e2e/upkeep.test.ts',
  'test/hosts/gauntlet.test.ts',
  'test/hosts/gauntlet-in-firefox.test.ts',
  'test/hosts/gauntlet-in-webkit.test.ts',
  'test/scripts/packed-widget.test.ts',
  'test/server/changes-orders.test.ts',
  'test/server/columns.test.ts',
  'test/server/formats-calendar.test.ts',
  'test/server/formats-same.test.ts',
  'test/server/homes.test.ts',
  'test/server/kill.test.ts',
  'test/server/near-and-far.test.ts',
  'test/server/pages-valid.test.ts',
];

/** The test files under some folders, the long ones first. */
function longestFirst(folders) {
  const files = testFiles(folders);
  return [true, false].map((isLong) => files.filter((file) => LONG.includes(file) === isLong));
}

/** One list of several, in which each is spread evenly. */
function spread(...lists) {
  const placed = lists.flatMap((list) => list.map((item, at) => ({ item, at: at / list.length })));
  return placed.sort((one, other) => one.at - other.at).map(({ item }) => item);
}

async function nodeSuite(results, title, env) {
  const compiled = (files) => files.map((file) => compiledPath(file));
  const waiting = compiled(longestFirst(WAITING).flat());
  const [long, short] = longestFirst(COMPUTING);
  const files = spread(waiting, [...compiled(long), ...together(short)]);
  return suite(results, title, [compiledPath(WITH_DEMO), ...IN_NODE, ...files], { env });
}

/** Runs what an older Node had to skip, having no SQLite of its own: files that try each driver. */
async function newerNodeSuite(results, title, node) {
  const files = testFiles(['server']);
  const concerned = files.filter((file) => /\bof drivers\b/.test(readFileSync(file, 'utf8')));
  const compiled = concerned.map((file) => compiledPath(file));
  return suite(results, title, [...IN_NODE, '--only=node:sqlite', ...compiled], { node });
}

async function browserSuite(results, title, env) {
  const files = testFiles(['widget']);
  await check(results, 'compile for the browser', () => problemOf(compileForBrowser(files)));
  const compiled = files.map((file) => compiledPath(file, COMPILED_FOR_BROWSER));
  return suite(results, title, ['scripts/suites/browser.mjs', ...compiled], { env });
}

/** What of this machine the tests use besides Node; what is missing is installed where it may. */
async function findPrograms() {
  const browser = await findBrowser();
  await installOtherBrowsers();
  return {
    CHROME_PATH: browser,
    [FOUND_WORDPRESS]: JSON.stringify(await findWordPress()),
    [FOUND_POSTGRES]: JSON.stringify(await findPostgres()),
    [FOUND_PROXIES]: JSON.stringify(await findProxies()),
  };
}

await main(async () => {
  const { finished } = await fetchPackages();
  const newer = newerNode();
  const results = new Results();
  const [types, lint, format] = [
    ['node_modules/typescript/bin/tsc', '-b'],
    ['node_modules/eslint/bin/eslint.js', '.'],
    ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
  ];

  const tests = [WITH_DEMO, ...testFiles([...WAITING, ...COMPUTING])];
  const built = (async () => {
    await check(results, 'build', buildProblem);
    await check(results, 'size', size);
    await check(results, 'compile', () => problemOf(compile(tests)));
  })();
  const programs = findPrograms();
  // Each of the two keeps one core busy, and most machines have two.
  await Promise.all([
    programs,
    (async () => {
      await built;
      console.log('Lint, format and types ...');
      await check(results, 'lint', () => complaint(lint));
      await check(results, 'format', () => complaint(format));
      await check(results, 'types', () => complaint(types));
      await browserSuite(results, 'Tests in the browser', await programs);
      await finished;
      const node = await newer;
      if (node) await newerNodeSuite(results, 'Tests of what only a newer Node has', node);
    })(),
    (async () => {
      await Promise.all([finished, built]);
      await nodeSuite(results, 'Tests in Node and end to end', await programs);
    })(),
  ]);

  results.printSummary();
  if (results.failed > 0) process.exitCode = 1;
});
