import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fold } from '@vielfalt/feed';
import {
  Lexicon,
  createUnderstanding,
  readConcepts,
  type LanguageData,
  type Understand,
} from '@vielfalt/feed/meaning';
import { turn } from '../slices.js';

const FOLDER = new URL('.', import.meta.resolve('@vielfalt/languages/package.json'));

/** The lines of a language's file without remarks; none where there is no such file. */
export function linesOf(tag: string, name: string): string[] {
  try {
    const text = readFileSync(new URL(`${tag}/${name}.txt`, FOLDER), 'utf8');
    return text.split(/\r?\n/).filter((line) => line.trim() && !line.startsWith('#'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The languages that search knows, by tag. */
export const tags: readonly string[] = readdirSync(fileURLToPath(FOLDER), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(entry.name))
  .map(({ name }) => name);

/** The folded words of a language's file. */
function wordsOf(tag: string, name: string): Set<string> {
  return new Set(linesOf(tag, name).flatMap((line) => line.trim().split(/\s+/).map(fold)));
}

/** Folded words of German and English that stand in questions about anything. */
export const stopWords: ReadonlySet<string> = new Set(
  ['de', 'en'].flatMap((tag) => [...wordsOf(tag, 'stop-words')]),
);

/** What is known of a language's words besides what they mean. */
export function wordForms(tag: string): Pick<LanguageData, 'stopWords' | 'endings' | 'beginnings'> {
  return {
    stopWords: wordsOf(tag, 'stop-words'),
    endings: [...wordsOf(tag, 'endings')],
    beginnings: [...wordsOf(tag, 'beginnings')],
  };
}

function languageData(tag: string): LanguageData {
  const latin = linesOf(tag, 'latin').map((line) => line.trim().split(/\s+/));
  return {
    tag,
    concepts: readConcepts(linesOf(tag, 'lexicon')),
    ...wordForms(tag),
    asides: wordsOf(tag, 'asides'),
    latin: new Map(latin.map(([letter = '', written = '']) => [letter, written.replace('-', '')])),
  };
}

const GERMAN = 'de';
const others = tags.filter((tag) => tag !== GERMAN);
const lexicons = new Map<string, Lexicon>();
let understanding: Understand | undefined;

function lexiconOf(tag: string): Lexicon {
  let known = lexicons.get(tag);
  if (!known) lexicons.set(tag, (known = new Lexicon(languageData(tag))));
  return known;
}

/** Understands questions in all languages that search knows. */
export const understand: Understand = (q) => {
  understanding ??= createUnderstanding(languageData(GERMAN), others.map(lexiconOf));
  return understanding(q);
};

/** Makes ready, a little at a time, what the first question would wait for. */
export async function prepareLanguages(): Promise<void> {
  for (const tag of others) {
    await turn();
    const lexicon = lexiconOf(tag);
    await turn();
    lexicon.prepare();
  }
  await turn();
  understand('');
}
