import { shortened } from '@vielfalt/languages/read.mjs';
import { fold, type OwnLexicon } from '@vielfalt/feed';
import {
  GERMAN,
  Lexicon,
  OwnGerman,
  createUnderstanding,
  readConcepts,
  withOwnWords,
  type Additions,
  type GermanData,
  type LanguageData,
  type Understand,
} from '@vielfalt/feed/meaning';
import { turn } from '../slices.js';
import { languages } from './words.js';

const LEXICON = 'lexicon';

/** The lines of a language's file without remarks; none where there is no such file. */
export function linesOf(tag: string, name: string): string[] {
  return languages.lines(tag, name);
}

/** The languages that search knows, by tag. */
export const tags: readonly string[] = languages.tags.filter((tag) => languages.has(tag, LEXICON));

/** The one of them that is nearest to a tag (RFC 4647, 3.4). */
export function searchLanguage(tag: string): string | undefined {
  return shortened(tag).find((each) => tags.includes(each));
}

/** The folded words of a language's file. */
function wordsOf(tag: string, name: string): Set<string> {
  return new Set(linesOf(tag, name).flatMap((line) => line.trim().split(/\s+/).map(fold)));
}

/** Folded words of German and English that stand in questions about anything. */
export const stopWords: ReadonlySet<string> = new Set(
  ['de', 'en'].flatMap((tag) => [...wordsOf(tag, 'stop-words')]),
);

/** What is known of a language's words besides what they mean. */
type WordForms = Omit<LanguageData, 'tag' | 'concepts'>;
const forms = new Map<string, WordForms>();

/** The same by a language's tag; read once. Of a language that search does not know: nothing. */
export function wordForms(tag: string): WordForms {
  let known = forms.get(tag);
  if (!known) forms.set(tag, (known = readForms(tag)));
  return known;
}

function readForms(tag: string): WordForms {
  const latin = linesOf(tag, 'latin').map((line) => line.trim().split(/\s+/));
  return {
    stopWords: wordsOf(tag, 'stop-words'),
    endings: [...wordsOf(tag, 'endings')],
    beginnings: [...wordsOf(tag, 'beginnings')],
    latin: new Map(latin.map(([letter = '', written = '']) => [letter, written.replace('-', '')])),
  };
}

function languageData(tag: string): LanguageData {
  return { tag, concepts: readConcepts(linesOf(tag, LEXICON)), ...wordForms(tag) };
}

const others = tags.filter((tag) => tag !== GERMAN);
const lexicons = new Map<string, Lexicon>();
let german: GermanData | undefined;

function lexiconOf(tag: string): Lexicon {
  let known = lexicons.get(tag);
  if (!known) lexicons.set(tag, (known = new Lexicon(languageData(tag))));
  return known;
}

/** Understands questions in all languages that search knows. */
export const understand: Understand = understandingWith([]);

/**
 * The same with what a directory brings. The lexicons are read with the first question.
 *
 * @param lexicon its office's own words
 */
export function understandingWith(
  lexicon: OwnLexicon,
  additions: Omit<Additions, 'own'> = {},
): Understand {
  let made: Understand | undefined;
  return (q, lang) => {
    made ??= makeUnderstanding(lexicon, additions);
    return made(q, lang);
  };
}

function makeUnderstanding(lexicon: OwnLexicon, additions: Omit<Additions, 'own'>): Understand {
  german ??= { ...languageData(GERMAN), asides: wordsOf(GERMAN, 'asides') };
  const { stopWords } = german;
  return createUnderstanding(german, withOwnWords(others.map(lexiconOf), lexicon, wordForms), {
    ...additions,
    own: new OwnGerman(lexicon, (word) => stopWords.has(word)),
  });
}

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
