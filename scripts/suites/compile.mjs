// Makes JavaScript of test files and of the sources that they test, so that nothing has to be built
// before a test, and no process has to compile for itself what others have compiled.
import { readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledLanguageModules } from '../rollup/language-modules.mjs';
import { ROOT } from '../run.mjs';

/** The folder of a checkout that compiled tests go to; what it holds is named as in the checkout. */
export const COMPILED = '.cache/tests';

/** The same for what runs in a browser. */
export const COMPILED_FOR_BROWSER = '.cache/browser-tests';

/** The condition by which the packages of this repository lead to their sources. */
export const SOURCE = '@vielfalt/source';

/** Packages of others stay where they are installed; those of this repository are compiled too. */
const packages = {
  name: 'packages',
  setup(build) {
    build.onResolve(
      { filter: /^[^./]/ },
      async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (kind === 'entry-point' || path.startsWith('@vielfalt/') || pluginData) return undefined;
        // What only one of the workspaces has installed is not to be found from where the result lies.
        const isShared = relative(ROOT, importer).startsWith('test') || path.startsWith('node:');
        if (isShared) return { path, external: true };
        const found = await build.resolve(path, { resolveDir, kind, pluginData: true });
        const isNested = relative(ROOT, found.path).split(/[\\/]/).indexOf('node_modules') > 0;
        return { path: isNested ? pathToFileURL(found.path).href : path, external: true };
      },
    );
  },
};

/** Files know where their source lies, from which they find what they read. */
const addresses = {
  name: 'addresses',
  setup(build) {
    build.onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const address = JSON.stringify(pathToFileURL(path).href);
      const contents = text.replaceAll('import.meta.url', address);
      return { contents, loader: extname(path) === '.ts' ? 'ts' : 'js' };
    });
  },
};

/** Where the JavaScript of a file is, from the checkout. */
export function compiledPath(file, folder = COMPILED) {
  return join(folder, file.replace(/\.ts$/, '.js'));
}

/** The file of the checkout that compiled JavaScript was made from. */
export function sourceOf(file) {
  const folder = [COMPILED, COMPILED_FOR_BROWSER].find((each) => isInside(join(ROOT, each), file));
  return folder ? relative(join(ROOT, folder), file).replace(/\.js$/, '.ts') : relative(ROOT, file);
}

function isInside(folder, file) {
  return !relative(folder, file).startsWith('..');
}

/** What both kinds of tests are compiled with. */
const COMMON = {
  absWorkingDir: ROOT,
  outbase: '.',
  bundle: true,
  splitting: true,
  format: 'esm',
  sourcemap: true,
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  logLevel: 'silent',
};

/**
 * Compiles files of the checkout for Node, with all that they import of it.
 *
 * @param {string[]} files from the checkout, such as `test/feed/codec.test.ts`
 * @returns {Promise<string[]>} all files that went into it
 * @throws {Error} where a file has mistakes
 */
export async function compile(files) {
  // Loaded here, since in a fresh checkout it is installed after this module is read.
  const esbuild = await import('esbuild');
  const { metafile } = await esbuild.build({
    ...COMMON,
    entryPoints: files,
    outdir: COMPILED,
    platform: 'node',
    target: 'node20',
    conditions: [SOURCE],
    plugins: [packages, addresses],
  });
  return Object.keys(metafile.inputs);
}

/**
 * Compiles files of the checkout for a browser, with all that they import.
 *
 * @param {string[]} files from the checkout, such as `test/widget/lock.test.ts`
 * @throws {Error} where a file has mistakes
 */
export async function compileForBrowser(files) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    ...COMMON,
    entryPoints: files,
    outdir: COMPILED_FOR_BROWSER,
    platform: 'browser',
    target: 'es2022',
    // Lit without its development build, as visitors get it; our own packages as they are written.
    conditions: ['production', SOURCE],
    plugins: [compiledLanguageModules()],
    // The test runner's own, which it serves itself.
    external: ['/__*'],
  });
}
