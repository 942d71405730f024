import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { checkLanguage } from '../languages/check.mjs';
import { Languages, REFERENCE, isGroup, isPlural } from '../languages/read.mjs';
import { Failure, ROOT, isMain, main } from './run.mjs';

const HEAD = `// Made by \`npm run languages\` of the German texts in languages/de/ and of languages/notes.json.`;
/** Which types stand in which module, by the file that they are made of. */
const MODULES = {
  'feed/src/wording/texts.ts': {
    plural: './fill.js',
    types: {
      interface: ['InterfaceTexts', 'The words that pages and elements share in one language.'],
      map: ['MapTexts', 'The words that only the map says, in one language.'],
      diagnosis: ['DiagnosisTexts', 'The words in which an element tells an editor what is wrong.'],
      reports: ['ReportTexts', 'The words of the form that reports a mistake, on pages and in elements.'],
    },
  },
  'server/src/languages/texts.ts': {
    plural: '@vielfalt/feed/wording',
    types: {
      pages: ['OwnPageTexts', 'The words that only pages have, in one language.'],
      insight: ['InsightTexts', 'The words of the page about what there is and what is missing.'],
      configure: ['ConfigureTexts', 'The words of the page that writes the lines for a website.'],
      formats: ['FormatTexts', 'The words of files for other programs, in one language.'],
    },
  },
};

const comment = (text) => (text ? `/** ${text} */\n` : '');
const name = (key) => (/^\w+$/.test(key) ? key : JSON.stringify(key));

function typeOf(value, notes, path) {
  if (isPlural(value)) return 'Plural';
  if (Array.isArray(value)) return `[${value.map(() => 'string').join(', ')}]`;
  if (!isGroup(value)) return 'string';
  const members = Object.entries(value).map(([key, inner]) => {
    const here = path ? `${path}.${key}` : key;
    const optional = notes[`${here}?`];
    const mark = optional === undefined ? '' : '?';
    return `${comment(optional ?? notes[here])}${name(key)}${mark}: ${typeOf(inner, notes, here)};`;
  });
  return `{\n${members.join('\n')}\n}`;
}

/**
 * The modules of types that the German texts have, by their paths: what code may say.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function typeModules() {
  const languages = new Languages(join(ROOT, 'languages'));
  const notes = readNotes();
  const modules = {};
  for (const [path, { plural, types }] of Object.entries(MODULES)) {
    const interfaces = Object.entries(types).map(([file, [type, about]]) => {
      const german = typeOf(languages.json(REFERENCE, file), notes[file], '');
      return `${comment(about)}export interface ${type} ${german}`;
    });
    const text = [HEAD, `import type { Plural } from '${plural}';`, ...interfaces].join('\n\n');
    const options = await prettier.resolveConfig(join(ROOT, path));
    modules[path] = await prettier.format(text, { ...options, filepath: path });
  }
  return modules;
}

/** What each text is for, by file and path. */
export function readNotes() {
  return JSON.parse(readFileSync(join(ROOT, 'languages/notes.json'), 'utf8'));
}

/**
 * Makes the types of the German texts anew, and says of each language what is missing and wrong.
 *
 * @throws {Failure} where something is wrong
 */
async function check() {
  for (const [path, text] of Object.entries(await typeModules())) {
    writeFileSync(join(ROOT, path), text);
  }
  const languages = new Languages();
  const wrong = [];
  for (const tag of languages.spoken) {
    const { problems, missing } = checkLanguage(languages, tag, readNotes());
    wrong.push(...problems);
    const from = languages.sources(tag).slice(1).join(', ');
    if (missing.length === 0) console.log(`${tag}: complete`);
    else console.log(`${tag}: ${missing.length} texts come from ${from}`);
    if (process.argv.includes('--missing')) for (const each of missing) console.log(`  ${each}`);
  }
  if (wrong.length > 0) throw new Failure(wrong.join('\n'));
}

if (isMain(import.meta.url)) await main(check);
