import { nodeResolve } from '@rollup/plugin-node-resolve';
import { chunkReport } from './scripts/rollup/chunk-report.mjs';
import { editModules } from './scripts/rollup/edit-modules.mjs';
import { integrity } from './scripts/rollup/integrity.mjs';
import { languageFiles, languageModules } from './scripts/rollup/language-modules.mjs';
import { licences } from './scripts/rollup/licences.mjs';
import { minifyCode } from './scripts/rollup/minify-code.mjs';
import { minifyLiterals } from './scripts/rollup/minify-literals.mjs';
import { plainKeys, splitObjects } from './scripts/rollup/split-objects.mjs';

const banner = '/*! Vielfalt, Apache-2.0, and others: LICENSES.txt */';

/** What a visitor's acts have in common with parts after them, and the words of search among it. */
const ACTS =
  /\/(time\/(days|series)|query\/(values|nearest)|styles\/extend|src\/text|search\/(german|stem|tokens)|answer\/distance)\.js$/;

/** The page's own address, for offers and choices in it: apart, since few pages have it changed. */
const ADDRESS = /\/store\/(page-address|fragment)\.js$/;

/** Objects with all that is to be known of each thing; a part that is loaded takes what it uses. */
const OBJECTS = /feed\/dist\/src\/query\/parameters\.js$/;

/** The file that a module is put into by name. */
function chunkOf(id) {
  const path = id.replaceAll('\\', '/');
  if (ADDRESS.test(path)) return 'address';
  return ACTS.test(path) ? 'acts' : undefined;
}

const languageFile = languageFiles();

/** How code is shortened. */
const compress = {
  passes: 3,
  keep_fargs: false,
  unsafe_arrows: true,
  // Nothing in the bundle reads a member only for what the reading does, or makes a text of what
  // `String()` and `+ ''` would tell differently.
  pure_getters: true,
  unsafe: true,
};

const shortened = [minifyCode(banner, { module: true, ecma: 2021, compress }), plainKeys()];

/** The script with parts that come later, as pages load it. */
const inParts = {
  dir: 'widget/bundle',
  format: 'es',
  entryFileNames: '[name].js',
  // The entry names them all: few characters compress best. `.cache/bundle.json` says what is in each.
  chunkFileNames: (chunk) => languageFile(chunk) ?? 'chunks/[hash:6].js',
  hashCharacters: 'hex',
  onlyExplicitManualChunks: true,
  manualChunks: chunkOf,
  plugins: [...shortened, licences('LICENSES.txt'), chunkReport('.cache/bundle.json')],
};

/** All of it in one file, whose hash a page can insist on: it would cover no later part. */
const whole = {
  dir: 'widget/bundle',
  format: 'es',
  entryFileNames: 'chunks/vielfalt-[hash].js',
  inlineDynamicImports: true,
  plugins: [...shortened, integrity('integrity.json')],
};

/** What answers for a feed made of files. */
const STATIC = /[/\\]static-answers\.js$/;
let staticFile;

/**
 * By itself, with all that it needs: shared with it, parts of the elements that every page loads would
 * fall into more and smaller files.
 */
const staticAnswers = {
  input: 'widget/dist/store/static-answers.js',
  plugins: [nodeResolve({ browser: true }), splitObjects(OBJECTS, []), editModules('fuse.js')],
  output: {
    dir: 'widget/bundle',
    format: 'es',
    entryFileNames: 'chunks/[hash:6].js',
    hashCharacters: 'hex',
    inlineDynamicImports: true,
    plugins: [
      ...shortened,
      {
        name: 'static-file',
        generateBundle: (_, bundle) => void ([staticFile] = Object.keys(bundle)),
      },
    ],
  },
};

const elements = {
  input: { vielfalt: 'widget/dist/vielfalt.js' },
  // Parts that come later take what they share from the entry, which stays one file.
  preserveEntrySignatures: 'allow-extension',
  // A warning (an import that was not found, a circle) is never right in what strangers load.
  onLog: (level, log, handle) => handle(level === 'warn' ? 'error' : level, log),
  plugins: [
    languageModules(),
    // Without the condition `development`, Lit resolves to its production build.
    nodeResolve({ browser: true }),
    splitObjects(OBJECTS, []),
    editModules(),
    minifyLiterals(),
  ],
};

const elementsInParts = {
  ...elements,
  external: STATIC,
  // The entry stands beside the folder of parts.
  output: { ...inParts, paths: (id) => (STATIC.test(id) ? `./${staticFile}` : id) },
};

/** The script beside a frame: a classic one, as editors paste it with any attributes. */
const frame = {
  input: 'widget/dist/frame.js',
  output: {
    file: 'widget/bundle/frame.js',
    format: 'iife',
    plugins: [minifyCode('/*! Vielfalt, Apache-2.0 */', { ecma: 2021, compress })],
  },
};

export default [staticAnswers, elementsInParts, { ...elements, output: whole }, frame];
