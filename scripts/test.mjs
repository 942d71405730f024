import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { findBrowser } from './browser.mjs';
import { newerNode } from './newer-node.mjs';
import { installOtherBrowsers } from './other-browsers.mjs';
import { FOUND_POSTGRES, findPostgres } from './postgres.mjs';
import { FOUND_PROXIES, findProxies } from './proxies.mjs';
import { prepare } from './prepare.mjs';
import { Failure, ROOT, main, run, runNode } from './run.mjs';
import { measure, sizeProblems } from './size.mjs';
import {
  COMPILED_FOR_BROWSER,
  compile,
  compileForBrowser,
  compiledPath,
} from './suites/compile.mjs';
import { Results } from './suites/results.mjs';
import { FOUND_WORDPRESS, findWordPress } from './wordpress.mjs';

/** A test that runs longer than this (in milliseconds) hangs; it must not hold up the others. */
const HANGS = 600_000;

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

/** How Node runs test files. */
const NODE_TEST = [
  '--enable-source-maps',
  '--test',
  `--test-reporter=${pathToFileURL(join(ROOT, 'scripts/suites/node-reporter.mjs')).href}`,
  '--test-reporter-destination=stdout',
  `--test-timeout=${HANGS}`,
  // Files that wait for a browser leave a core free.
  '--test-concurrency=3',
];

async function nodeSuite(results, title, files, env) {
  await check(results, 'compile', () => problemOf(compile([WITH_DEMO, ...files])));
  const compiled = files.map((file) => compiledPath(file));
  return suite(results, title, [compiledPath(WITH_DEMO), ...NODE_TEST, ...compiled], { env });
}

/** Runs what an older Node had to skip, having no SQLite of its own. */
async function newerNodeSuite(results, title, files, node) {
  const concerned = files.filter((file) => /\/drivers\.js'/.test(readFileSync(file, 'utf8')));
  const compiled = concerned.map((file) => compiledPath(file));
  const options = [...NODE_TEST, '--test-name-pattern=node:sqlite'];
  return suite(results, title, [...options, ...compiled], { node });
}

async function browserSuite(results, title, env) {
  const files = testFiles(['widget']);
  await check(results, 'compile for the browser', () => problemOf(compileForBrowser(files)));
  const compiled = files.map((file) => compiledPath(file, COMPILED_FOR_BROWSER));
  return suite(results, title, ['scripts/suites/browser.mjs', ...compiled], { env });
}

await main(async () => {
  await prepare();
  const browser = await findBrowser();
  const others = installOtherBrowsers();
  const env = {
    CHROME_PATH: browser,
    [FOUND_WORDPRESS]: JSON.stringify(await findWordPress()),
    [FOUND_POSTGRES]: JSON.stringify(await findPostgres()),
    [FOUND_PROXIES]: JSON.stringify(await findProxies()),
  };
  const newer = newerNode();
  const results = new Results();
  const [types, lint, format] = [
    ['node_modules/typescript/bin/tsc', '-b'],
    ['node_modules/eslint/bin/eslint.js', '.'],
    ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
  ];

  // Two things at a time, since each keeps one core busy and most machines have two.
  await Promise.all([
    check(results, 'build', buildProblem),
    check(results, 'format', () => complaint(format)),
  ]);
  await check(results, 'size', size);
  // Those end to end take longest; nothing must wait for them at the end. What only computes runs
  // beside what waits for browsers and services.
  await others;
  const files = testFiles(['e2e', 'hosts', 'feed', 'server', 'demo', 'scripts']);
  await Promise.all([
    (async () => {
      console.log('Lint and types ...');
      await check(results, 'lint', () => complaint(lint));
      await check(results, 'types', () => complaint(types));
      await browserSuite(results, 'Tests in the browser', env);
    })(),
    nodeSuite(results, 'Tests in Node and end to end', files, env),
  ]);
  const node = await newer;
  if (node) await newerNodeSuite(results, 'Tests of what only a newer Node has', files, node);

  results.printSummary();
  if (results.failed > 0) process.exitCode = 1;
});
