/** What is written otherwise: `match` becomes a function of its own, and the only one to be had. */
const EDITS = [
  [/^Fuse\.match = /m, 'const match = '],
  [/^export \{ \w+ as default \};$/m, 'export default { match };'],
];

/**
 * Takes of Fuse no more than `Fuse.match`, which compares one pattern with one text: as a member of
 * the class `Fuse` it would bring the whole of it along (indexes, keys, sorting). Its code stays as
 * it is; what it does not call is left out of the bundle.
 *
 * Fails the build where Fuse is not written as expected.
 *
 * @returns {import('rollup').Plugin}
 */
export function fuseMatch() {
  return {
    name: 'fuse-match',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith('/fuse.js/dist/fuse.basic.mjs')) return null;
      let changed = code;
      for (const [written, instead] of EDITS) {
        if (!written.test(changed)) this.error(`${id} has no ${written}.`);
        changed = changed.replace(written, instead);
      }
      return { code: changed, map: null };
    },
  };
}
