import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, ROOT, isMain, main, runNode } from './run.mjs';

const STAMP = join(ROOT, '.cache/built');
const INPUTS = [
  'feed/src',
  'feed/data',
  'server/src',
  'widget/src',
  'scripts/rollup',
  'languages',
  'feed/package.json',
  'feed/tsconfig.json',
  'server/package.json',
  'server/tsconfig.json',
  'widget/package.json',
  'widget/tsconfig.json',
  'tsconfig.base.json',
  'rollup.config.mjs',
  'package-lock.json',
];
const BUNDLE = join(ROOT, 'widget/bundle');
/** Which files the last build has made. */
const REPORT = join(ROOT, '.cache/bundle.json');
/** The name of the one file with all parts, and its hash. */
const WHOLE = join(BUNDLE, 'integrity.json');
const OUTPUTS = [
  'feed/dist/src/index.js',
  'server/dist/index.js',
  'widget/bundle/vielfalt.js',
  'widget/bundle/frame.js',
  'widget/bundle/integrity.json',
  '.cache/bundle.json',
];
/** How long chunks of earlier builds stay, in milliseconds: open pages and caches ask for them. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** One hash over the names and texts of everything that goes into a build. */
function hashInputs() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const input of INPUTS) {
    if (!existsSync(join(ROOT, input))) continue;
    const isFile = /\.\w+$/.test(input);
    const names = isFile ? [''] : readdirSync(join(ROOT, input), { recursive: true }).sort();
    for (const name of names) {
      if (!isFile && !/\.\w+$/.test(name)) continue; // a folder
      if (/\.txt$/.test(name)) continue; // for search, which reads it when it starts
      hash.update(`\0${input}/${name}\0`).update(readFileSync(join(ROOT, input, name)));
    }
  }
  return hash.digest('hex');
}

async function step(args) {
  const { code, output } = await runNode(args);
  if (code !== 0) throw new Failure(output.trim());
}

/** The files that the last build has made; none before the first. */
function bundled() {
  const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});
  const { file = [] } = read(WHOLE);
  return [...Object.keys(read(REPORT)), ...[file].flat()];
}

/** Bundles the widget. Chunks that this build no longer has stay for a while, counted from now. */
async function bundle() {
  const now = new Date();
  for (const file of bundled().map((name) => join(BUNDLE, name))) {
    if (existsSync(file)) utimesSync(file, now, now);
  }
  await step(['node_modules/rollup/dist/bin/rollup', '--config', '--silent']);
  const files = new Set(bundled());
  for (const name of readdirSync(join(BUNDLE, 'chunks'))) {
    const file = join(BUNDLE, 'chunks', name);
    const isOld = now.getTime() - statSync(file).mtimeMs > KEPT;
    if (isOld && !files.has(`chunks/${name}`)) rmSync(file);
  }
}

/**
 * Compiles the three packages and bundles the widget, where something changed since last time.
 *
 * @throws {Failure} with what the compiler or the bundler said
 */
export async function build() {
  const hash = hashInputs();
  const isBuilt = OUTPUTS.every((output) => existsSync(join(ROOT, output)));
  if (isBuilt && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  console.log('Building ...');
  rmSync(STAMP, { force: true });
  await step(['node_modules/typescript/bin/tsc', '-b', 'feed', 'server', 'widget']);
  await bundle();
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hash);
}

if (isMain(import.meta.url)) await main(build);
