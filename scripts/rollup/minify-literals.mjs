/** Strings come first in both: nothing inside them may change, whatever it looks like. */
const STRING = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/.source;
const CSS_COMMENT = new RegExp(`${STRING}|/\\*[^]*?\\*/`, 'g');
const CSS_SPACE = new RegExp(
  `${STRING}|[\\s;]*(})\\s*|\\s*([{;,>])\\s*|(:)\\s+|^\\s+|\\b0(?=\\.\\d)|(\\s)\\s*`,
  'g',
);

/**
 * Shortens the text of a `css` literal: comments and noughts before a point go, and white space stays
 * only where it may mean something (between selectors, inside values, before a colon).
 *
 * @param {string} text the literal's text between two expressions, as written
 */
function minifyCss(text) {
  return text
    .replace(CSS_COMMENT, (_, string) => string ?? ' ')
    .replace(
      CSS_SPACE,
      (_, string, end, mark, colon, space) => string ?? end ?? mark ?? colon ?? (space ? ' ' : ''),
    );
}

/**
 * Shortens the text of an `html` or `svg` literal: a line break and its indentation become one
 * space, which a page shows in the same way, or nothing at a tag's end. Other white space is left
 * alone.
 *
 * @param {string} text the literal's text between two expressions, as written
 */
function minifyHtml(text) {
  return text.replace(/\s*\n\s*(\/?>)?/g, (_, end) => end ?? ' ');
}

const MINIFIERS = { css: minifyCss, html: minifyHtml, svg: minifyHtml };

/** Every node below `node` (an ESTree tree), itself included. */
function* nodes(node) {
  if (Array.isArray(node)) {
    for (const child of node) yield* nodes(child);
  } else if (typeof node?.type === 'string') {
    yield node;
    for (const child of Object.values(node)) {
      if (typeof child === 'object' && child !== null) yield* nodes(child);
    }
  }
}

/**
 * Shortens the `css`, `html` and `svg` literals of our own modules; terser leaves them as they are.
 *
 * @returns {import('rollup').Plugin}
 */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    transform(code, id) {
      if (id.includes('node_modules')) return null;
      const edits = [];
      for (const node of nodes(this.parse(code))) {
        const minify = node.type === 'TaggedTemplateExpression' && MINIFIERS[node.tag.name];
        if (!minify) continue;
        for (const { start, end } of node.quasi.quasis) {
          edits.push({ start, end, text: minify(code.slice(start, end)) });
        }
      }
      edits.sort((a, b) => b.start - a.start);
      let shorter = code;
      for (const { start, end, text } of edits) {
        shorter = shorter.slice(0, start) + text + shorter.slice(end);
      }
      return { code: shorter, map: null };
    },
  };
}
