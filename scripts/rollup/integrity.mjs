import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Writes the package's version, the name of the one file of an output and its hash (Subresource
 * Integrity), for pages that load nothing else. The last of an output's plugins: it takes the code as it is.
 *
 * @param {string} fileName where the two go, in the bundle
 * @returns {import('rollup').OutputPlugin}
 */
export function integrity(fileName) {
  return {
    name: 'integrity',
    generateBundle(_, bundle) {
      const [{ code, fileName: file }] = Object.values(bundle);
      const hash = createHash('sha384').update(code).digest('base64');
      const { version } = JSON.parse(readFileSync('widget/package.json', 'utf8'));
      const about = { version, file, integrity: `sha384-${hash}` };
      const source = `${JSON.stringify(about, null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
