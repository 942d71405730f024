import terser from '@rollup/plugin-terser';

/** What a file of the bundle lets others import, as Rollup writes it. */
const EXPORTS = /^export \{ (.*) \};$/m;

/**
 * Shortens the code of each file by terser. What a file exports gets the short name inside it that
 * Rollup has chosen for the others to import it by: `export{a}` instead of `export{x as a}`.
 *
 * @param {string} banner a comment for the top of the entry; no other file is loaded without it
 * @param {import('@rollup/plugin-terser').Options} options terser's
 * @returns {import('rollup').Plugin}
 */
export function minifyCode(banner, options) {
  return {
    name: 'minify-code',
    renderChunk(code, chunk, ...output) {
      const exported = EXPORTS.exec(code)?.[1] ?? '';
      const names = exported.matchAll(/([\w$]+) as (?!default\b)([\w$]+)/g);
      const props = Object.fromEntries([...names].map(([, inside, name]) => [`$${inside}`, name]));
      const { renderChunk } = terser({
        ...options,
        format: { comments: false, preamble: chunk.isEntry ? banner : '' },
        nameCache: { vars: { props } },
      });
      return renderChunk.call(this, code, chunk, ...output);
    },
  };
}
