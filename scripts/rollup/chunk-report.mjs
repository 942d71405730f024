import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/**
 * Writes which modules each file of the bundle holds and which files it imports, for
 * `scripts/size.mjs`. The report is not part of the bundle.
 *
 * @param {string} file where the report goes
 * @returns {import('rollup').Plugin}
 */
export function chunkReport(file) {
  return {
    name: 'chunk-report',
    writeBundle(_, bundle) {
      const chunks = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunks[chunk.fileName] = {
          imports: chunk.imports,
          // Not those that another build has made.
          dynamicImports: chunk.dynamicImports.filter((file) => file in bundle),
          modules: chunk.moduleIds.map((id) => relative('.', id).replaceAll('\\', '/')),
        };
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(chunks, null, 2)}\n`);
    },
  };
}
