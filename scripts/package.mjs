import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { format, resolveConfig } from 'prettier';
import { rollup } from 'rollup';
import { build } from './build.mjs';
import { cssData, htmlData, webTypes } from './public/editors.mjs';
import { readElements } from './public/elements.mjs';
import { manifestOf } from './public/manifest.mjs';
import { readParameters } from './public/parameters.mjs';
import { readDeclarations } from './public/program.mjs';
import { typesOf } from './public/types.mjs';
import { editModules } from './rollup/edit-modules.mjs';
import { languageModules } from './rollup/language-modules.mjs';
import { licences } from './rollup/licences.mjs';
import { ROOT, isMain, main } from './run.mjs';

const WIDGET = join(ROOT, 'widget');
const MODULES = join(WIDGET, 'modules');
const ENTRY = 'widget/dist/index.d.ts';

/**
 * Bundles the elements for those who bundle themselves: readable, and with the classes in a module
 * of their own. All in one piece as `bundle/` is what pages load; it is made by the build.
 */
async function bundleModules() {
  const bundle = await rollup({
    input: {
      elements: 'widget/dist/index.js',
      vielfalt: 'widget/dist/vielfalt.js',
      map: 'widget/dist/map/define-map.js',
    },
    onLog: (level, log, handle) => handle(level === 'warn' ? 'error' : level, log),
    plugins: [
      languageModules(),
      nodeResolve({ browser: true }),
      editModules(),
      licences('LICENSES.txt'),
    ],
  });
  await bundle.write({ dir: MODULES, format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' });
  await bundle.close();
}

/**
 * Makes what the package `@vielfalt/widget` holds besides `bundle/`: modules, type declarations, the
 * manifest of its elements, and what editors complete tags from. `npm pack` calls it.
 */
async function makePackage() {
  await build();
  rmSync(MODULES, { recursive: true, force: true });
  mkdirSync(MODULES);
  await bundleModules();
  const program = readDeclarations([ENTRY, 'feed/dist/src/index.d.ts']);
  const elements = readElements(program, readParameters().locks);
  const about = JSON.parse(readFileSync(join(WIDGET, 'package.json'), 'utf8'));
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  const files = {
    ...typesOf(program, elements, ENTRY),
    // There is nothing to run in them, but a bundler may follow an import of their types.
    'react.js': 'export {};\n',
    'vue.js': 'export {};\n',
    'vscode.html-custom-data.json': json(htmlData(elements)),
    'vscode.css-custom-data.json': json(cssData(elements)),
    'web-types.json': json(webTypes(elements, about)),
  };
  const style = await resolveConfig(join(WIDGET, 'package.json'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(MODULES, name), await format(text, { ...style, filepath: name }));
  }
  writeFileSync(join(WIDGET, 'custom-elements.json'), json(manifestOf(elements)));
}

if (isMain(import.meta.url)) await main(makePackage);
