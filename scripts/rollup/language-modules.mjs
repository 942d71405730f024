import { createHash } from 'node:crypto';
import { Languages, REFERENCE, isGroup, isPlural } from '../../languages/read.mjs';

const PREFIX = 'language:';
/** How Rollup knows them; what follows names their files. */
const MADE = '\0languages/';
/** The sections of texts for parts that few pages show: of every language but the built-in one a second file. */
const LATER = ['networks', 'passOn', 'professionals', 'shortlist', 'similar'];

/** Texts without forms that say the same as `other`, which serves for those that are missing. */
function lean(texts) {
  const entries = Object.entries(texts).map(([key, value]) => [key, leanValue(value)]);
  return Object.fromEntries(entries);
}

function leanValue(value) {
  if (isGroup(value)) return lean(value);
  if (!isPlural(value)) return value;
  const own = Object.entries(value).filter(
    ([form, text]) => form === 'other' || text !== value.other,
  );
  return Object.fromEntries(own);
}

/** JSON as an expression of JavaScript; a line without quotes around names that need none. */
function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${members(value).join(',')}}`;
}

function members(object) {
  return Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}:${literal(value)}`);
}

/** What the built-in language's section of choices has for filters alone, which come later. */
const FILTERS = ['filters', 'hints', 'more'];

/** The built-in language's sections as parts bring them: what filters alone say is one by itself. */
function builtInSections({ choices, ...texts }) {
  const words = Object.entries(choices);
  const filters = words.filter(([name]) => FILTERS.includes(name));
  const others = words.filter(([name]) => !FILTERS.includes(name));
  return { ...texts, choices: Object.fromEntries(others), filters: Object.fromEntries(filters) };
}

/** A language's sections in the first or the second of its files. */
function inFile(texts, isSecond) {
  const sections = Object.entries(texts).filter(([name]) => LATER.includes(name) === isSecond);
  return Object.fromEntries(sections);
}

/** Files of texts that only a part of the elements needs: they are loaded with it. */
const PARTS = ['map', 'diagnosis', 'reports'];

/**
 * The source of the modules that the elements take their words from: `language:all`, `language:names`,
 * `language:built-in/SECTION`, `language:TAG` and `language:TAG/later`, its second file; of a part with
 * a file of its own `language:PART/all` and `language:PART/TAG`.
 *
 * @param {string} id the module's name
 * @param {Languages} languages
 * @returns {string}
 * @throws {Error} where there is no such language or section
 */
function languageModule(id, languages) {
  const [tag, section] = id.slice(PREFIX.length).split('/');
  const headOf = (language) => {
    const { locale, direction } = languages.head(language);
    return { language, tag: locale, dir: direction };
  };
  const textsOf = (language) => lean(languages.texts(language, 'interface'));
  if (tag === 'all') {
    const others = languages.spoken.filter((each) => each !== REFERENCE);
    const loads = others.map((each, at) => `load${at} = () => import('${PREFIX}${each}')`);
    const found = [...languages.spoken.map((each) => [each, each]), ...languages.further];
    const loaders = found.map(([each, language]) => {
      const load = language === REFERENCE ? 0 : language && `load${others.indexOf(language)}`;
      return `${JSON.stringify(each)}: ${load}`;
    });
    return `const ${loads.join(', ')};
      export const loaders = { ${loaders.join(', ')} };`;
  }
  if (PARTS.includes(tag)) {
    if (section !== 'all') return `export default ${literal(lean(languages.texts(section, tag)))};`;
    const loaders = languages.spoken.map((language) => {
      const load = language === REFERENCE ? 0 : `() => import('${PREFIX}${tag}/${language}')`;
      return `${JSON.stringify(language)}: ${load}`;
    });
    return `export const loaders = { ${loaders.join(', ')} };`;
  }
  if (tag === 'names') {
    const names = languages.spoken.map((language) => [language, languages.head(language).name]);
    return `export default ${literal(names)};`;
  }
  if (tag === 'built-in') {
    const value =
      section === 'head' ? headOf(REFERENCE) : builtInSections(textsOf(REFERENCE))[section];
    if (value !== undefined) return `export default ${literal(value)};`;
  } else if (languages.spoken.includes(tag)) {
    if (section === 'later') return `export default ${literal(inFile(textsOf(tag), true))};`;
    const { locale, words } = languages.head(tag);
    const bringing = words
      ? `import { bringWords } from '@vielfalt/feed/wording';
        bringWords(${literal(locale)}, ${literal(words)});`
      : '';
    const texts = members({ ...headOf(tag), ...inFile(textsOf(tag), false) });
    return `${bringing}export default {${texts.join(',')},later:()=>import('${PREFIX}${tag}/later')};`;
  }
  throw new Error(`The folder of languages makes no module ${id}.`);
}

/**
 * Names the files of languages that are loaded by themselves and hold nothing but texts. All have
 * the hash of all in their names, not of themselves: what names have in common compresses, and the
 * entry has each of them.
 *
 * @param {Languages} [languages]
 * @returns {(chunk: { facadeModuleId: string | null }) => string | undefined} undefined of other files
 */
export function languageFiles(languages = new Languages()) {
  const others = languages.spoken.filter((tag) => tag !== REFERENCE);
  const first = others.filter((tag) => !languages.head(tag).words);
  const ofParts = PARTS.flatMap((part) => others.map((tag) => `${part}/${tag}`));
  const ids = [...first, ...others.map((tag) => `${tag}/later`), ...ofParts];
  const texts = ids.map((id) => languageModule(PREFIX + id, languages));
  const hash = createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 6);
  const files = new Map([
    ...first.map((tag) => [MADE + tag, '[name]']),
    ...others.map((tag) => [`${MADE}${tag}/later`, `${tag}-later`]),
    ...ofParts.map((id) => [MADE + id, id.replace('/', '-')]),
  ]);
  return ({ facadeModuleId: id }) =>
    files.has(id) ? `chunks/${files.get(id)}-${hash}.js` : undefined;
}

/**
 * Makes the modules of the languages for the bundle.
 *
 * @param {Languages} [languages]
 * @returns {import('rollup').Plugin}
 */
export function languageModules(languages = new Languages()) {
  return {
    name: 'language-modules',
    resolveId: (id) => (id.startsWith(PREFIX) ? id.replace(PREFIX, MADE) : null),
    load: (id) =>
      id.startsWith(MADE) ? languageModule(id.replace(MADE, PREFIX), languages) : null,
  };
}

/**
 * Makes the same modules where the sources are compiled for tests.
 *
 * @param {Languages} [languages]
 * @returns {import('esbuild').Plugin}
 */
export function compiledLanguageModules(languages = new Languages()) {
  return {
    name: 'language-modules',
    setup(build) {
      const namespace = 'languages';
      build.onResolve({ filter: new RegExp(`^${PREFIX}`) }, ({ path }) => ({ path, namespace }));
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: languageModule(path, languages),
        resolveDir: process.cwd(),
      }));
    },
  };
}
