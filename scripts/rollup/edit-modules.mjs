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
  // Browsers' translators replace text nodes by elements. Where that has happened to a text that
  // changes, Lit would go on writing into what is no text; and where it has happened to the text
  // after one, Lit would no longer know where the changing one ends, but for an empty text node.
  [
    'lit-html/lit-html.js',
    /(?<=_\((\w)\)\{)this\._\$AH!==(\w)&&\w\(this\._\$AH\)(?=\?this\._\$AA\.nextSibling\.data=\1:)/g,
    '3===this._$AA.nextSibling?.nodeType&&$&',
  ],
  [
    'lit-html/lit-html.js',
    /this\._\$AB=(\w)(?=,)/g,
    'this._$AB=3===$1?.nodeType?$1.parentNode.insertBefore(new Text,$1):$1',
  ],
  // None of our templates has an expression in a comment, in a text area, a style or a title, or in a
  // tag without an attribute's name; none is a part of a drawing or a formula; and no property is
  // written as JSON.
  [LIT[0], /(?<=\(\{type:2,index:l\}\);)else\{let t=-1;for.*?o\.length-1\}/g, ''],
  [LIT[0], /if\(y\.test\(r\.tagName\)\)\{.*?r\.append\(t\[i\],c\(\)\)\}\}/g, ''],
  [LIT[0], /y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),/g, ''],
  [LIT[0], /else t\.startsWith\(o\)&&\(.*?\);/g, ''],
  [LIT[0], /6===r\.type&&\(i=new Z\(h,this,t\)\)/g, '0'],
  [LIT[0], /(?<=const j=)\{.*?\}(?=,B=)/g, '{I:k}'],
  [LIT[0], /2===i\?"<svg>":3===i\?"<math>":""/g, '""'],
  [LIT[0], /\+\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/g, ''],
  [LIT[0], /2===i\|\|3===i(?=\)\{)/g, 'false'],
  [
    LIT[1],
    /case Object:case Array:(t=null==t\?t:JSON\.stringify\(t\)|try\{.*?\}catch\(t\)\{i=null\})/g,
    '',
  ],
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
