const LIT = [
  'lit-html/lit-html.js',
  '@lit/reactive-element/reactive-element.js',
  'lit-element/lit-element.js',
];
/** Modules of Lit besides that use what it calls `_$…`. */
const DIRECTIVES = ['lit-html/directive.js', 'lit-html/directive-helpers.js'];
/** Members that only Lit's own modules ask for, under names that all of these keep in full. */
const LIT_ONLY = [
  'createProperty',
  'createRenderRoot',
  'elementProperties',
  'elementStyles',
  'enableUpdating',
  'finalize',
  'finalizeStyles',
  'finalized',
  'getPropertyDescriptor',
  'getPropertyOptions',
  'performUpdate',
];
const CSS_TAG = '@lit/reactive-element/css-tag.js';
const FUSE = 'fuse.js/dist/fuse.basic.mjs';

/** `_$AH` as `$H`, `_$Em` as `_m`, and others, such as `_$litType$`, as `$$litType$`. */
function shortMark(mark, letter) {
  return { A: '$', E: '_' }[letter] ?? '$$';
}

/** What is written otherwise in modules of others. */
const EDITS = [
  // A host page's own copy of Lit claims the policy name `lit-html`; where the page's policy lists
  // names, a second claim throws and the page stays blank (Trusted Types, "Create a Trusted Type
  // Policy").
  ['lit-html/lit-html.js', /(?<=createPolicy\(\s*)(["'])lit-html\1/g, '"vielfalt"'],
  // Browsers that can read our script at all (class static blocks) have constructable style sheets
  // and shadow trees: what Lit does where there are none need not be loaded. No server draws our
  // elements, none of them has decorators, and the page need not count its copies of Lit.
  [CSS_TAG, /(?<=,e=)t\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype(?=,)/g, 'true'],
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
  // No template of ours has a comment, was compiled before, is drawn into another document or listens
  // by an object; and no directive has to know whether its element is on the page.
  [LIT[0], '"!--"===u[1]?c=_:void 0!==u[1]?c=m:', ''],
  [LIT[0], ':c===_||c===m?c=v', ''],
  [LIT[0], 'c=n??v', 'c=v'],
  [LIT[0], ',n=void 0', ''],
  [LIT[0], '(t?.creationScope??l)', 'l'],
  [LIT[0], /"number"==typeof s\?(this\._\$AC\(t\)):\(.*?\),s\)/g, '$1'],
  [LIT[0], '||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
  [LIT[0], '"function"==typeof this._$AH?', ''],
  [LIT[0], ':this._$AH.handleEvent(t)', ''],
  [LIT[0], /get (_\$AU|tagName|startNode|endNode)\(\)\{.*?\}/g, ''],
  [LIT[0], ',this._$Cv=e?.isConnected??!0', ''],
  [LIT[0], /,this\._\$AN=void 0/g, ''],
  [LIT[0], 'this._$AP?.(!1,!0,s);', ';'],
  [LIT[0], /setConnected\(t\)\{.*?\)\}/g, ''],
  [LIT[2], /(dis)?connectedCallback\(\)\{.*?\)\}/g, ''],
  [LIT[2], 'this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
  // The one directive that we use stands by itself in a property, and in no other directive.
  [
    LIT[0],
    /function M\(t,i,s=t,e\)\{.*?i\}(?=class R)/g,
    'function M(t,i){const s=a(i)?0:i._$litDirective$;return s?(t._$Cl??=new s(t))._$AS(t,i.values):i}',
  ],
  [LIT[0], 't=M(this,t,i),a(t)?', 'a(t)?'],
  [LIT[0], 't!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
  [LIT[0], 't=M(this,t,i,0),o=', 't=M(this,t),o='],
  [LIT[0], 'r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n])', 'r=e[s+n]'],
  [LIT[0], 't,i=this){if((t=M(this,t,i,0)??A)===E)return;', 't){t??=A;'],
  // Our elements leave alone what a class of Lit may have besides: initializers, converters and
  // comparisons of its own, values that attributes fall back to, updates that are skipped; and their
  // styles are lists of style sheets.
  [LIT[1], 'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
  [LIT[1], ',void 0!==t.l&&(this.l=[...t.l])', ''],
  [LIT[1], ',this.constructor.l?.forEach(t=>t(this))', ''],
  [LIT[1], 'removeController(t){this._$EO?.delete(t)}', ''],
  [LIT[1], 's.state&&(s.attribute=!1),', ''],
  [LIT[1], ',this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)', ''],
  [LIT[1], /const t=this\.constructor\.elementProperties;if\(t\.size>0\).*?,i,e\)\}/g, ''],
  [LIT[1], /!\(\(i\.hasChanged\?\?f\).*?\)\)\)(?=\)return)/g, '!f(h,s)'],
  [LIT[1], /\{useDefault:i,reflect:e,wrapped:h\},r\)\{i&&.*?\|\|\(/g, '{reflect:e}){('],
  [LIT[1], 'this.hasUpdated||i||', 'this.hasUpdated||'],
  [LIT[1], ',converter:u,reflect:!1,useDefault:!1,hasChanged:f', ''],
  [
    LIT[1],
    /const t=i\.getPropertyOptions\(e\),h=.*?,this\._\$Em=null/g,
    'this._$Em=e,this[e]=u.fromAttribute(s,i.getPropertyOptions(e).type),this._$Em=null',
  ],
  [LIT[1], '(void 0!==i.converter?.toAttribute?i.converter:u)', 'u'],
  [LIT[1], /(?<=finalizeStyles\(s\)\{).*?return i/g, 'return s??[]'],
  [LIT[1], '[...r(t),...o(t)]', 'r(t)'],
  [LIT[1], 'this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t))', 'this.hasUpdated=!0'],
  [LIT[1], 'firstUpdated(t){}', ''],
  [LIT[1], 'shouldUpdate(t){return!0}', ''],
  [LIT[1], 't=this.shouldUpdate(s),t?(', '('],
  [LIT[1], ':this._$EM()}catch(s){throw t=!1,', '}catch(s){throw '],
  [LIT[1], '}t&&this._$AE(s)', '}this._$AE(s)'],
  [LIT[1], 'this.getUpdateComplete()}getUpdateComplete(){return ', ''],
  [CSS_TAG, '.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet)', ''],
  [LIT[1], 'y.shadowRootOptions={mode:"open"},', ''],
  [LIT[1], 'this.constructor.shadowRootOptions', '{mode:"open"}'],
  [LIT[1], /\bd\((?="\w+"\))/g, '('],
  // Of the names that Lit's modules have for each other, nothing else of ours knows one. A mark stays
  // in front of the short ones: they are on elements, where pages have their own.
  ...[...LIT, ...DIRECTIVES].map((module) => [module, /_\$([AE]?)(?=\w)/g, shortMark]),
  ...LIT.slice(1).map((module) => [
    module,
    new RegExp(`\\b(${LIT_ONLY.join('|')})\\b`, 'g'),
    (name) => `$${LIT_ONLY.indexOf(name)}`,
  ]),
  // `Fuse.match` compares one pattern with one text. As a member of the class it would bring the
  // whole of Fuse along (indexes, keys, sorting); as a function it brings only what it calls.
  [FUSE, /^Fuse\.match = /gm, 'const match = '],
  [FUSE, /^export \{ \w+ as default \};$/gm, 'export default { match };'],
  // Words come to it folded, each other than the pattern; where in a word the pattern stands counts
  // for nothing, and nobody asks where, or how well, it was found.
  [FUSE, /^const NON_DECOMPOSABLE_RE = .*$/gm, ''],
  [FUSE, /^const stripDiacritics = .*$/gm, ''],
  [FUSE, /if \(options && options\.useTokenSearch\) throw .*;/g, ''],
  [
    FUSE,
    /createSearcher\(pattern, \{\s*\.\.\.Config,\s*\.\.\.options\s*\}\)/g,
    'new BitapSearch(pattern, options)',
  ],
  [FUSE, /(?<=constructor\(pattern, )\{ location = .*? \} = \{\}/g, '{ threshold }'],
  [FUSE, /(?<=this\.options = \{)\s*location,[^}]*/g, 'threshold'],
  [FUSE, /(pattern|text) = isCaseSensitive \? .*;/g, ''],
  [FUSE, /(pattern|text) = ignoreDiacritics \? .*;/g, ''],
  [FUSE, /const \{ isCaseSensitive, ignoreDiacritics, includeMatches \} = this\.options;/g, ''],
  [FUSE, /if \(this\.pattern === text\) \{.*?return result;\s*\}/gs, ''],
  [
    FUSE,
    'const { location, distance, threshold, findAllMatches, minMatchCharLength, ignoreLocation }',
    'const { threshold }',
  ],
  [
    FUSE,
    /location: location \+ startIndex,\s*distance,\s*threshold,[^}]*/g,
    'location: startIndex, threshold',
  ],
  [
    FUSE,
    /(?<=search\(text, pattern, patternAlphabet, )\{ location = .*? \} = \{\}/g,
    '{ location, threshold }',
  ],
  [FUSE, /const accuracy = (errors \/ patternLen);[^}]*/g, 'return $1;'],
  [FUSE, 'findAllMatches ? textLen : ', ''],
  [FUSE, /(?<=const computeMatches = )minMatchCharLength > 1 \|\| includeMatches/g, 'false'],
  [FUSE, /,\s*score: (Math\.max\(\.001, finalScore\)|hasMatches \? totalScore \/ .*)/g, ''],
  [FUSE, 'totalScore += score;', ''],
  [FUSE, /(?<=const \{ isMatch), score, indices(?= \} = search\()/g, ''],
  [FUSE, 'if (isMatch && indices) allIndices.push(...indices);', ''],
  [FUSE, /(?<!else )if \((hasMatches && )?includeMatches\) result\.indices = .*;/g, ''],
];

/**
 * Writes a few places of bundled modules otherwise, so that they get on with any host page and weigh
 * no more than what is used of them. Fails the build where a place is not found.
 *
 * @param {string} [from] only in modules whose path begins so, where no others are bundled
 * @returns {import('rollup').Plugin}
 */
export function editModules(from = '') {
  const edits = EDITS.filter(([module]) => module.startsWith(from));
  const missing = new Set();
  return {
    name: 'edit-modules',
    buildStart() {
      for (const edit of edits) missing.add(edit);
    },
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      let edited = code;
      for (const edit of edits) {
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
