import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the installed package that a module's file belongs to. */
function packageFolder(file) {
  for (let folder = dirname(file); folder.includes('node_modules'); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name) return folder;
  }
  return undefined;
}

/**
 * Puts the licences of all packages whose code is in the bundle into one file beside it; their
 * authors ask for that wherever their work is passed on. Fails the build where one has no licence.
 *
 * @param {string} fileName the file's name in the bundle
 * @returns {import('rollup').Plugin}
 */
export function licences(fileName) {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const folders = new Set();
      for (const chunk of Object.values(bundle)) {
        for (const [id, module] of Object.entries(chunk.modules ?? {})) {
          const folder = module.renderedLength > 0 && packageFolder(id.replace('\0', ''));
          if (folder) folders.add(folder);
        }
      }
      const texts = [...folders].sort().map((folder) => {
        const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        if (!file) return this.error(`${name} has no licence file.`);
        return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
      });
      const source = texts.join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
