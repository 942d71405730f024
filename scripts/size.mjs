import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { prepare } from './prepare.mjs';
import { Languages, REFERENCE } from '../languages/read.mjs';
import { Failure, ROOT, isMain, main } from './run.mjs';

const RECORD = join(ROOT, 'scripts/size.json');
/** What a visitor's browser may have to load at most, in bytes, each file compressed by gzip. */
const GOALS = { firstLoad: 22_000, untouched: 25_000, withSearch: 40_000, frame: 1_000 };
/** What the texts of another language, which come before anything shows, may add at most, in bytes. */
const LANGUAGE_GOAL = 4_000;
/** How far a figure may move before somebody has to own up to it. */
const TOLERANCE = 0.01;

/** A bundle file and all files it imports, directly or not, without `import()`. */
function closure(chunks, file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const imported of chunks[file].imports) closure(chunks, imported, found);
  return found;
}

const readChunks = () => JSON.parse(readFileSync(join(ROOT, '.cache/bundle.json'), 'utf8'));

function gzipBytes(files) {
  const sizes = [...files].map(
    (file) => gzipSync(readFileSync(join(ROOT, 'widget/bundle', file)), { level: 9 }).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What comes by itself once a directory's first offers are there. */
const isAfterwards = (module) => module === 'widget/dist/directory/afterwards.js';
const isSearch = (module) => module === 'feed/dist/src/search/index.js';
const isMap = (module) => module === 'widget/dist/map/define-map.js';
/** What comes once the feed has said something of a question: marks, filters to choose instead. */
const isHints = (module) => module === 'widget/dist/hints/hints.js';

/** The files that are loaded once the search engine is: the first part that comes later may bring it, or the next. */
function untilSearch(chunks, first) {
  const later = (files) =>
    [...files].flatMap((file) => chunks[file].dynamicImports).filter((file) => !files.has(file));
  for (let ways = [first]; ways.length > 0;) {
    const found = ways.filter((files) =>
      [...files].some((file) => chunks[file].modules.some(isSearch)),
    );
    if (found.length > 0) return new Set(found.flatMap((files) => [...files]));
    ways = ways.flatMap((files) =>
      later(files).map((file) => closure(chunks, file, new Set(files))),
    );
  }
  throw new Failure('The bundle has no part with the search engine.');
}

/**
 * The bundle's files that a visitor of a German page loads: `firstLoad` before anything shows,
 * `untouched` before they do anything, `withSearch` once they have searched by words as well, and
 * `withHints` with what is said of their words, which comes after what they find; `withMap` before a
 * map shows, on a page that has one.
 * `test/e2e` holds the browser to it.
 *
 * @returns {Record<'firstLoad' | 'untouched' | 'withSearch' | 'withHints' | 'withMap', Set<string>>}
 */
export function loadedFiles() {
  const chunks = readChunks();
  const firstLoad = closure(chunks, 'vielfalt.js');
  const fileWith = (isWanted) =>
    Object.keys(chunks).find((file) => chunks[file].modules.some(isWanted));
  const afterwards = fileWith(isAfterwards);
  if (!afterwards) throw new Failure('The bundle has no part that comes after the first offers.');
  const untouched = closure(chunks, afterwards, new Set(firstLoad));
  const withSearch = untilSearch(chunks, untouched);
  const hints = fileWith(isHints);
  if (!hints) throw new Failure('The bundle has no part for what is said of a question.');
  const withHints = closure(chunks, hints, new Set(withSearch));
  const map = fileWith(isMap);
  if (!map) throw new Failure('The bundle has no part with the map.');
  const withMap = closure(chunks, map, new Set(firstLoad));
  return { firstLoad, untouched, withSearch, withHints, withMap };
}

/**
 * What they weigh, in bytes after gzip, and the script that stands beside a frame.
 *
 * @returns {{ firstLoad: number, untouched: number, withSearch: number, frame: number }}
 */
export function measure() {
  const { firstLoad, untouched, withSearch } = loadedFiles();
  return {
    firstLoad: gzipBytes(firstLoad),
    untouched: gzipBytes(untouched),
    withSearch: gzipBytes(withSearch),
    frame: gzipBytes(['frame.js']),
  };
}

/** What the first file of each language but the built-in one weighs, in bytes after gzip, by its tag. */
function languageSizes() {
  const files = Object.entries(readChunks());
  const sizeOf = (tag) => {
    const [file] = files.find(([, { modules }]) => modules.includes(`\0languages/${tag}`)) ?? [];
    if (!file) throw new Failure(`The bundle has no part with the language ${tag}.`);
    return gzipBytes([file]);
  };
  const others = new Languages().spoken.filter((tag) => tag !== REFERENCE);
  return Object.fromEntries(others.map((tag) => [tag, sizeOf(tag)]));
}

/**
 * What is wrong with the bundle's size, in sentences.
 *
 * @param {Record<string, number>} sizes in bytes
 */
export function sizeProblems(sizes) {
  const record = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {};
  const languages = Object.entries(languageSizes())
    .filter(([, size]) => size > LANGUAGE_GOAL)
    .map(
      ([tag, size]) =>
        `language ${tag}: ${size} bytes, more than the goal of ${LANGUAGE_GOAL}. Where few pages show some of its texts: LATER in scripts/rollup/language-modules.mjs`,
    );
  const others = Object.entries(sizes).flatMap(([name, size]) => {
    const recorded = record[name] ?? 0;
    if (size > GOALS[name]) return `${name}: ${size} bytes, more than the goal of ${GOALS[name]}.`;
    if (Math.abs(size - recorded) <= recorded * TOLERANCE) return [];
    return `${name}: unexplained change from ${recorded} to ${size} bytes. Where it is meant: npm run size -- --record`;
  });
  return [...others, ...languages];
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await prepare();
    await build();
    const sizes = measure();
    const { firstLoad, withSearch, withHints, withMap } = loadedFiles();
    for (const [name, size] of Object.entries(sizes)) {
      console.log(`${name}: ${size} bytes after gzip (goal ${GOALS[name]})`);
    }
    const more = (files, before) => gzipBytes([...files].filter((file) => !before.has(file)));
    console.log(
      `after a search, what is said of its words: ${more(withHints, withSearch)} bytes more`,
    );
    console.log(`a page with a map: ${more(withMap, firstLoad)} bytes more`);
    const languages = Object.entries(languageSizes()).map(([tag, size]) => `${tag} ${size}`);
    console.log(`each other language (goal ${LANGUAGE_GOAL}): ${languages.join(', ')} bytes`);
    if (process.argv.includes('--record')) {
      writeFileSync(RECORD, `${JSON.stringify(sizes, null, 2)}\n`);
    }
    const problems = sizeProblems(sizes);
    if (problems.length > 0) throw new Failure(problems.join('\n'));
  });
}
