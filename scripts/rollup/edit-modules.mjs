/** What is written otherwise in modules of others; each text has to be there once. */
const EDITS = [
  // A host page's own copy of Lit claims the policy name `lit-html`; where the page's policy lists
  // names, a second claim throws and the page stays blank (Trusted Types, "Create a Trusted Type
  // Policy").
  ['lit-html/lit-html.js', /(?<=createPolicy\(\s*)(["'])lit-html\1/g, '"vielfalt"'],
  // Browsers that can read our script at all (class static blocks) have constructable style sheets:
  // what Lit does where there are none need not be loaded.
  [
    '@lit/reactive-element/css-tag.js',
    /(?<=,e=)t\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype(?=,)/g,
    'true',
  ],
  // Nor what Lit does for browsers without shadow trees, or for pages that a server has drawn.
  ['lit-html/lit-html.js', /\b\w\.litHtmlPolyfillSupport\b/g, 'undefined'],
  [
    '@lit/reactive-element/reactive-element.js',
    /\b\w\.reactiveElementPolyfillSupport\b/g,
    'undefined',
  ],
  ['lit-element/lit-element.js', /\b\w\.litElementPolyfillSupport\b/g, 'undefined'],
  ['lit-element/lit-element.js', /\b\w\.litElementHydrateSupport\b/g, 'undefined'],
  ['@lit/reactive-element/reactive-element.js', /Symbol\.metadata\?\?=.*?new WeakMap;/g, ''],
  ['@lit/reactive-element/reactive-element.js', /const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this)/g, ''],
  // `Fuse.match` compares one pattern with one text. As a member of the class it would bring the
  // whole of Fuse along (indexes, keys, sorting); as a function it brings only what it calls.
  ['fuse.js/dist/fuse.basic.mjs', /^Fuse\.match = /gm, 'const match = '],
  ['fuse.js/dist/fuse.basic.mjs', /^export \{ \w+ as default \};$/gm, 'export default { match };'],
];

/**
 * Writes a few places of bundled modules otherwise, so that they get on with any host page and weigh
 * no more than what is used of them. Fails the build where a place is not found, or more than once.
 *
 * @returns {import('rollup').Plugin}
 */
export function editModules() {
  const missing = new Set();
  return {
    name: 'edit-modules',
    buildStart() {
      for (const edit of EDITS) missing.add(edit);
    },
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      let edited = code;
      for (const edit of EDITS) {
        const [module, written, instead] = edit;
        if (!path.endsWith(`/node_modules/${module}`)) continue;
        if (edited.match(written)?.length === 1) missing.delete(edit);
        edited = edited.replace(written, instead);
      }
      return edited === code ? null : { code: edited, map: null };
    },
    generateBundle() {
      for (const [module, written] of missing) this.error(`${written} is not once in ${module}.`);
    },
  };
}
