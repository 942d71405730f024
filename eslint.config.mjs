import { builtinModules } from 'node:module';
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

// The doors that stay shut: each list below is one of them.

/** What matches one of these names and nothing longer: `events`, but not `./events/x.js`. */
const exactly = (names) => `^(?:${names.join('|')})$`;

/** What the contract must not know: the clock, chance, the network, the page, the console. */
const OUTSIDE = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'performance', 'crypto', 'process', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
].map((name) => ({
  name,
  message: 'The contract does no input or output; pass it as an argument.',
}));

const CLOCK_AND_CHANCE = [
  { object: 'Date', property: 'now', message: '`now` is an argument.' },
  { object: 'Math', property: 'random', message: 'The contract knows no chance.' },
];

const CLOCK_SYNTAX = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: '`now` is an argument.',
  },
  { selector: "CallExpression[callee.name='Date']", message: '`now` is an argument.' },
];

/** What libraries of host pages have put their own in the place of (MooTools, Prototype.js, Datejs). */
const REPLACED_PROPERTIES = [
  {
    object: 'Array',
    property: 'from',
    message: 'MooTools replaces it; spread what can be gone through.',
  },
  { object: 'Date', property: 'parse', message: 'Datejs replaces it; use `new Date(text)`.' },
  ...['reduce', 'reduceRight'].map((property) => ({
    property,
    message: 'Prototype.js replaces it; use a loop.',
  })),
  { property: 'bind', message: 'Prototype.js replaces it; use an arrow function.' },
];

/** What strict host pages block, and what a visitor did not ask for. */
const BLOCKED_GLOBALS = [
  { name: 'Event', message: 'MooTools replaces it; use `UIEvent`.' },
  { name: 'eval', message: 'Strict host pages block it.' },
  { name: 'Function', message: 'Strict host pages block it.' },
  { name: 'Worker', message: 'Strict host pages block it.' },
  { name: 'SharedWorker', message: 'Strict host pages block it.' },
  { name: 'WebAssembly', message: 'Strict host pages block it.' },
  { name: 'localStorage', message: 'Nothing is stored that a visitor did not ask for.' },
  { name: 'sessionStorage', message: 'Nothing is stored that a visitor did not ask for.' },
  { name: 'indexedDB', message: 'Nothing is stored that a visitor did not ask for.' },
];

const BLOCKED_PROPERTIES = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'].map(
    (property) => ({ property, message: 'Trusted Types block it, and text is text.' }),
  ),
  { property: 'style', message: 'Strict host pages block style attributes; use a class.' },
  { property: 'cssText', message: 'Strict host pages block style attributes; use a class.' },
  { property: 'localStorage', message: 'Nothing is stored that a visitor did not ask for.' },
  { property: 'sessionStorage', message: 'Nothing is stored that a visitor did not ask for.' },
  { object: 'document', property: 'cookie', message: 'No cookies.' },
  { object: 'document', property: 'write', message: 'Trusted Types block it.' },
  ...REPLACED_PROPERTIES,
];

const BLOCKED_SYNTAX = [
  {
    selector:
      "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/\\sstyle\\s*=/]",
    message: 'Strict host pages block style attributes; use a class.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/<style/]",
    message: 'Strict host pages block style elements; use `static styles`.',
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'] > Literal[value='style']",
    message: 'Strict host pages block style attributes; use a class.',
  },
];

const BLOCKED_IMPORTS = {
  group: ['unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'style-map', 'static'].flatMap((name) => [
    `lit/directives/${name}.js`,
    `lit-html/directives/${name}.js`,
    `lit/${name}-html.js`,
  ]),
  message: 'Strict host pages block it, or it trusts text.',
};

function imports(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

const NODE_IMPORTS = {
  regex: exactly(['node:.*', ...builtinModules]),
  message: 'This runs in browsers too.',
};
const SERVER_IMPORTS = {
  group: ['@vielfalt/server', '@vielfalt/server/*', '**/server/**'],
  message: 'Only the feed service imports the feed service.',
};
const WIDGET_IMPORTS = {
  group: ['@vielfalt/widget', '@vielfalt/widget/*', '**/widget/**'],
  message: 'Resolve the path of the bundle; never import it.',
};
const SQL_IMPORTS = {
  regex: exactly(['sqlite3', 'node:sqlite']),
  message: 'Only stores talk to a database.',
};
const HTTP_IMPORTS = {
  regex: exactly(['koa', 'koa/.*', '@koa/.*', '(?:node:)?https?']),
  message: 'Stores hold no HTTP.',
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/bundle/', '**/modules/', '.cache/', 'widget-parts/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      // What strangers send is searched for control characters on purpose.
      'no-control-regex': 'off',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/prefer-optional-chain': 'error',
      // Text is folded and compared by code points.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }] },
      ],
      // A reader of rows or JSON takes the name of what it is to find there.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // An index that a loop has checked is known to be there, though not to the types.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A driver may answer at once what others must wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['process', 'console', 'URL', 'URLSearchParams', 'fetch', 'structuredClone'],
          ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
          ...['AbortController', 'AbortSignal', 'TextDecoder', 'TextEncoder', 'Buffer', 'Response'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    // What pages load: it runs in browsers, as it is.
    files: ['server/assets/**/*.js', 'test/bench/pages/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['window', 'document', 'location', 'history'],
          ...['navigator', 'Element', 'MutationObserver', 'parent', 'DOMParser', 'FormData'],
          ...['print', 'MiniSearch', 'accessibleAutocomplete', 'instantsearch'],
          ...['HTMLAnchorElement', 'HTMLInputElement', 'IntersectionObserver', 'ResizeObserver'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['feed/src/**/*.ts'],
    rules: {
      ...imports(NODE_IMPORTS, SERVER_IMPORTS, WIDGET_IMPORTS),
      'no-restricted-globals': ['error', ...OUTSIDE],
      'no-restricted-properties': ['error', ...CLOCK_AND_CHANCE, ...REPLACED_PROPERTIES],
      'no-restricted-syntax': ['error', ...CLOCK_SYNTAX],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    rules: imports(WIDGET_IMPORTS, SQL_IMPORTS),
  },
  {
    files: ['server/src/store/**/*.ts'],
    rules: imports(WIDGET_IMPORTS, HTTP_IMPORTS),
  },
  {
    files: ['widget/src/**/*.ts'],
    extends: [lit.configs['flat/recommended']],
    rules: {
      ...imports(NODE_IMPORTS, SERVER_IMPORTS, BLOCKED_IMPORTS),
      'no-restricted-globals': [
        'error',
        ...BLOCKED_GLOBALS,
        { name: 'fetch', message: 'Elements hold no fetch; ask the directory store.' },
      ],
      'no-restricted-properties': ['error', ...BLOCKED_PROPERTIES],
      'no-restricted-syntax': ['error', ...BLOCKED_SYNTAX],
    },
  },
  {
    // The one place that reads rules of a style sheet; they are no style attributes.
    files: ['widget/src/styles/extend.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...BLOCKED_PROPERTIES.filter(({ property }) => property !== 'cssText'),
      ],
    },
  },
  {
    // The feed client: the one place that talks to the feed.
    files: ['widget/src/store/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...BLOCKED_GLOBALS] },
  },
  {
    // The one place where a device keeps something: at the visitor's wish.
    files: ['widget/src/shortlist/{kept,keep}.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...BLOCKED_GLOBALS.filter(({ name }) => name !== 'localStorage'),
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // node:test returns promises that its runner waits for.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
      // A test may say of its own data what the types cannot know.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
