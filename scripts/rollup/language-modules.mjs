import { createHash } from 'node:crypto';
import { Languages, REFERENCE, isGroup, isPlural } from '../../languages/read.mjs';

const PREFIX = 'language:';
/** How Rollup knows them; what follows names their files. */
const MADE = '\0languages/';

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
  const members = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}:${literal(inner)}`,
  );
  return `{${members.join(',')}}`;
}

/**
 * The source of the modules that the elements take their words from: `language:all`, `language:names`,
 * `language:built-in/SECTION` and `language:TAG`, the whole of one; of `diagnosis.json`,
 * `language:diagnosis` and `language:TAG/diagnosis`.
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
  if (tag === 'diagnosis') {
    const loaders = languages.spoken.map(
      (language) => `${JSON.stringify(language)}: () => import('${PREFIX}${language}/diagnosis')`,
    );
    return `export const loaders = { ${loaders.join(', ')} };`;
  }
  if (tag === 'all') {
    const loaders = languages.spoken.map((language) => {
      const load = language === REFERENCE ? 0 : `() => import('${PREFIX}${language}')`;
      return `${JSON.stringify(language)}: ${load}`;
    });
    return `export const loaders = { ${loaders.join(', ')} };`;
  }
  if (tag === 'names') {
    const names = languages.spoken.map((language) => [language, languages.head(language).name]);
    return `export default ${literal(names)};`;
  }
  if (tag === 'built-in') {
    const value = section === 'head' ? headOf(REFERENCE) : textsOf(REFERENCE)[section];
    if (value !== undefined) return `export default ${literal(value)};`;
  } else if (languages.spoken.includes(tag) && section === 'diagnosis') {
    return `export default ${literal(lean(languages.texts(tag, section)))};`;
  } else if (languages.spoken.includes(tag)) {
    const { locale, words } = languages.head(tag);
    const bringing = words
      ? `import { bringWords } from '@vielfalt/feed/wording';
        bringWords(${literal(locale)}, ${literal(words)});`
      : '';
    return `${bringing}export default ${literal({ ...headOf(tag), ...textsOf(tag) })};`;
  }
  throw new Error(`The folder of languages makes no module ${id}.`);
}

/**
 * Names the file of a language that is loaded by itself and holds nothing but its texts. All have
 * the hash of all in their names, not of themselves: what names have in common compresses, and the
 * entry has each of them.
 *
 * @param {Languages} [languages]
 * @returns {(chunk: { facadeModuleId: string | null }) => string | undefined} undefined of other files
 */
export function languageFiles(languages = new Languages()) {
  const plain = languages.spoken.filter((tag) => !languages.head(tag).words);
  const texts = plain.map((tag) => languageModule(PREFIX + tag, languages));
  const hash = createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 6);
  const files = new Set(plain.map((tag) => MADE + tag));
  return ({ facadeModuleId: id }) => (files.has(id) ? `chunks/[name]-${hash}.js` : undefined);
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
