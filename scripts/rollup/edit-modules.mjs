const LIT = [
  'lit-html/lit-html.js',
  '@lit/reactive-element/reactive-element.js',
  'lit-element/lit-element.js',
];

/** What is written otherwise in modules of others. */
const EDITS = [
  // A host page's own copy of Lit claims the policy name `lit-html`; where the page's policy lists
  // names, a second claim throws and the page stays blank (Trusted Types, "Create a Trusted Type
  // Policy").
  ['lit-html/lit-html.js', /(?<=createPolicy\(\s*)(["'])lit-html\1/g, '"vielfalt"'],
  // Browsers that can read our script at all (class static blocks) have constructable style sheets
  // and shadow trees: what Lit does where there are none need not be loaded. No server draws our
  // elements, none of them has decorators, and the page need not count its copies of Lit.
  [
    '@lit/reactive-element/css-tag.js',
    /(?<=,e=)t\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype(?=,)/g,
    'true',
  ],
  ...LIT.map((module) => [module, /\b\w\.\w+(Polyfill|Hydrate)Support\b/g, 'undefined']),
  ...LIT.map((module) => [module, /\(\w\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, 'undefined']),
  [LIT[1], /Symbol\.metadata\?\?=.*?new WeakMap;/g, ''],
  [LIT[1], /const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this)/g, ''],
  // `Fuse.match` compares one pattern with one text. As a member of the class it would bring the
  // whole of Fuse along (indexes, keys, sorting); as a function it brings only what it calls.
  ['fuse.js/dist/fuse.basic.mjs', /^Fuse\.match = /gm, 'const match = '],
  ['fuse.js/dist/fuse.basic.mjs', /^export \{ \w+ as default \};$/gm, 'export default { match };'],
];

/**
 * Writes a few places of bundled modules otherwise, so that they get on with any host page and weigh
 * no more than what is used of them. Fails the build where a place is not found.
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
        const before = edited;
        edited = edited.replace(written, instead);
        if (edited !== before) missing.delete(edit);
      }
      return edited === code ? null : { code: edited, map: null };
    },
    generateBundle() {
      for (const [module, written] of missing) this.error(`${written} is not in ${module}.`);
    },
  };
}
