import type { Sense } from '../model/wire.js';
import { tokens, type WordToken } from '../search/index.js';
import { GermanWords, isNumber, type GermanData } from './german-words.js';
import { GERMAN, INFLECTED, type KnownWords, type LexiconMatch } from './lexicon.js';
import { OwnGerman, type OwnMatch } from './own-german.js';

/**
 * Says what a question's words mean in German; a function of the question and the language alone.
 *
 * @param lang of the page that it is asked on
 */
export type Understand = (q: string, lang?: string) => Sense[];

/**
 * What an office calls something, in its list of words or in its vocabulary, is like a translation:
 * the German word is what is looked for. Its language is German for private use (RFC 5646, 2.2.7), so
 * that whoever searches tells both apart.
 */
export const OWN_GERMAN = 'de-x-own';
/** How surely a stop word speaks for its language, where a known word counts 1. */
const STOP_WORD = 0.7;
/** By how much another language has to know more than German. */
const DOUBT = 0.2;
/**
 * How much it speaks for a language that the office has words of it in the question, or that the
 * page is in it: as much as an inflected form lacks to the word itself, and a little.
 */
const LIKELY = 0.25;
/** Longer questions are read so far. */
const MOST_WORDS = 60;
/** Of another language in a German question: shorter words are like too many German ones. */
const SHORTEST_BORROWED = 5;
/** Words that are looked up in dictionaries: each costs a look into a file. */
const MOST_LOOKED_UP = 12;
/** How much a word counts that says for whom somebody asks. */
const ASIDE = 0.25;
/** How much more a phrase counts with each word. */
const PHRASE = 0.3;
/** How many synonyms are looked for besides each German word that something means. */
const MOST_SYNONYMS = 2;

/** What a language makes of a question. */
interface Reading {
  language: KnownWords;
  matches: FoundMatch[];
  /** How many of the words are known, by how surely. */
  score: number;
}

/** A match, from which word of the question on, and what is typed there. */
interface FoundMatch extends LexiconMatch {
  at: number;
  asked: string;
}

/** What a dictionary of a language has for some words. */
interface LookedUp extends FoundMatch {
  tag: string;
}

/** What comes to the languages that search knows. */
export interface Additions {
  /** German words of an office's own, which win over the known ones. */
  own?: OwnGerman;
  /** Asked only for words that nothing else knows; they may change from question to question. */
  dictionaries?: () => readonly KnownWords[];
  /** Whether texts of the directory have a word, by its stem. */
  isThere?: (stem: string) => boolean;
}

const NOTHING_OWN = new OwnGerman([], () => false);
const known = new WeakMap<GermanData, GermanWords>();

function germanWordsOf(german: GermanData): GermanWords {
  let words = known.get(german);
  if (!words) known.set(german, (words = new GermanWords(german)));
  return words;
}

/**
 * Understands questions in the languages given, and with German words among them. The language that
 * knows most of the words decides; German ones are looked for as they are, and with what the German
 * lexicon has for the same. Words that none of them knows are looked up in dictionaries.
 */
export function createUnderstanding(
  german: GermanData,
  languages: readonly KnownWords[],
  { own = NOTHING_OWN, dictionaries = () => [], isThere = () => false }: Additions = {},
): Understand {
  const germanWords = germanWordsOf(german);

  const isInTexts = ({ stem: key }: WordToken) => isThere(key);
  const calledBesides = (word: string) =>
    [...own.of(word), ...germanWords.of(word)].slice(0, MOST_SYNONYMS);

  function translation({ asked, german: words, isOwn }: FoundMatch, language: string): Sense {
    // What means "go" or "find" first tells as little as these do.
    if (words[0] !== undefined && germanWords.isStopWord(words[0])) {
      return { asked, language, means: [] };
    }
    const means = isOwn
      ? ownMeaning(words)
      : words.flatMap((word) => [word, ...calledBesides(word)]);
    return weighted(
      { asked, language, means: [...new Set(means)] },
      words.some((word) => germanWords.isAside(word)),
    );
  }

  /** An office's word is its German word; what else the office calls that may be common words. */
  function ownMeaning(heads: readonly string[]): string[] {
    const others = heads.flatMap((word) => germanWords.of(word).slice(0, MOST_SYNONYMS));
    return [...heads, ...others];
  }

  function ownSense({ at, length, german: heads, besides }: OwnMatch, words: WordToken[]): Sense {
    const asked = words.slice(at, at + length);
    const isHead = heads.length === 0;
    const more =
      isHead && length === 1 ? germanWords.read(asked).flatMap(({ means: others }) => others) : [];
    const means = isHead ? [...besides, ...more] : ownMeaning(heads);
    return {
      asked: asked.map(({ word }) => word).join(' '),
      language: isHead ? GERMAN : OWN_GERMAN,
      means: [...new Set(means)],
    };
  }

  function germanSenses(words: readonly WordToken[]): Sense[] {
    return germanWords
      .read(words)
      .map(({ isAside, ...read }) => weighted({ ...read, language: GERMAN }, isAside));
  }

  /**
   * What dictionaries have for words that nothing else knows.
   *
   * @param areOpen of each word, whether nothing else knows it
   * @param areGuessed the same for those that are known by their consonants alone
   * @param language that decides, where it is not German
   * @param isSomeGerman whether other words of the question are German
   */
  function lookedUp(
    words: readonly WordToken[],
    areOpen: readonly boolean[],
    areGuessed: readonly boolean[],
    language: string | undefined,
    isSomeGerman: boolean,
  ): LookedUp[] {
    const all = dictionaries();
    const open = firstOf(
      areOpen.map((is, at) => is || areGuessed[at] === true),
      MOST_LOOKED_UP,
    );
    const found: LookedUp[] = [];
    const take = (some: readonly KnownWords[], isWanted: (match: FoundMatch) => boolean) => {
      const readings = some.map((each) => readOpen(each, words, open));
      for (const reading of readings.sort((one, other) => other.score - one.score)) {
        for (const match of reading.matches) {
          const isGuess = areGuessed.slice(match.at, match.at + match.length).includes(true);
          const isBetter = !isGuess || (match.sureness === 1 && isSure(match));
          if (!isFree(match, open) || !isBetter || !isWanted(match)) continue;
          open.fill(false, match.at, match.at + match.length);
          found.push({ ...match, tag: reading.language.tag });
        }
      }
    };
    const isDecided = language !== undefined;
    take(
      all.filter(({ tag }) => tag === language),
      () => true,
    );
    // Of other languages only what neither stands in the directory as it is nor is there by chance.
    take(
      all.filter(({ tag }) => tag !== language),
      (match) =>
        (isDecided || !words.slice(match.at, match.at + match.length).some(isInTexts)) &&
        (isSure(match) || !(isSomeGerman || isDecided)),
    );
    return found;
  }

  function sensesOf(q: string, lang: string | undefined): Sense[] {
    const words = tokens(q).slice(0, MOST_WORDS);
    const ownMatches = own.read(words);
    const areOwn = covered(ownMatches, words);
    // What the office calls something is that in every language, and tells nothing of which it is.
    const areNames = covered(
      ownMatches.filter(({ german: heads }) => heads.length > 0),
      words,
    );
    const typed = words.map(({ word }, at) => (areNames[at] ? '' : word));
    const areGerman = words.map((word, at) => !areNames[at] && germanWords.isKnown(word));
    const reading = bestReading(languages, typed, lang);
    const isForeign =
      reading !== undefined && areGerman.filter(Boolean).length < reading.score - DOUBT;
    const tag = reading?.language.tag ?? GERMAN;
    const matches = (reading?.matches ?? []).filter(
      (match) => isForeign || isBorrowed(match, areGerman),
    );
    const areTranslated = covered(matches, words);
    const areFree = areTranslated.map((is) => !is);
    const areOpen = words.map(({ word }, at) => {
      const isKnownWord = areTranslated[at] || areGerman[at] || areOwn[at];
      const tellsNothing = isForeign && reading.language.isStopWord(word);
      return !isKnownWord && !tellsNothing && /\p{L}{2}/u.test(word);
    });
    const guesses = matches.filter(({ sureness }) => sureness < INFLECTED);
    const found = lookedUp(
      words,
      areOpen,
      covered(guesses, words),
      isForeign ? tag : undefined,
      areGerman.includes(true),
    );
    const areFound = covered(found, words);
    const isKept = ({ at, length }: FoundMatch) => !areFound.slice(at, at + length).includes(true);
    return [
      ...matches.filter(isKept).map((match) => translation(match, tag)),
      ...ownMatches
        .filter((match) => isFree(match, areFree))
        .map((match) => ownSense(match, words)),
      ...(isForeign
        ? [
            ...germanSenses(words.filter(({ word }) => isNumber(word))),
            ...emptySenses(reading.language, typed),
          ]
        : germanSenses(words.filter((_, at) => !areOwn[at]))),
      ...found.map((match) => translation(match, match.tag)),
    ];
  }

  return (q, lang) => once(sensesOf(q, lang));
}

/** Of each word, whether a match takes it. */
function covered(
  matches: readonly { at: number; length: number }[],
  words: readonly WordToken[],
): boolean[] {
  const are = new Array<boolean>(words.length).fill(false);
  for (const { at, length } of matches) are.fill(true, at, at + length);
  return are;
}

/** Whether all words of a match are open. */
function isFree({ at, length }: { at: number; length: number }, open: readonly boolean[]): boolean {
  return open.slice(at, at + length).every(Boolean);
}

/** The same with no more than so many that hold. */
function firstOf(all: readonly boolean[], most: number): boolean[] {
  let left = most;
  return all.map((each) => each && left-- > 0);
}

/** What a dictionary makes of words that nothing else knows. */
function readOpen(
  language: KnownWords,
  words: readonly WordToken[],
  open: readonly boolean[],
): Reading {
  const matches: FoundMatch[] = [];
  let score = 0;
  for (let at = 0; at < words.length; at++) {
    const end = open.indexOf(false, at);
    const typed = words.slice(at, end < 0 ? undefined : end).map(({ word }) => word);
    const match = language.match(typed);
    if (!match) continue;
    matches.push({ ...match, at, asked: typed.slice(0, match.length).join(' ') });
    score += match.sureness * match.length;
    at += match.length - 1;
  }
  return { language, matches, score };
}

/** With how much it counts: little beside what is looked for, and more the more words it takes. */
function weighted(sense: Sense, isAside: boolean): Sense {
  const more = sense.asked.split(' ').length - 1;
  const weight = (isAside ? ASIDE : 1) * (1 + PHRASE * more);
  return weight === 1 ? sense : { ...sense, weight };
}

/** The first of those about the same words, which no other is looked at for. */
function once(senses: readonly Sense[]): Sense[] {
  const byWords = new Map<string, Sense>();
  for (const sense of senses) if (!byWords.has(sense.asked)) byWords.set(sense.asked, sense);
  return [...byWords.values()];
}

/** In a German question only what German does not know may be another language's. */
function isBorrowed(match: FoundMatch, areGerman: readonly boolean[]): boolean {
  const { at, length } = match;
  return !areGerman.slice(at, at + length).some(Boolean) && isSure(match);
}

/** Whether a word is another language's among words of one that has decided. */
function isSure({ asked, sureness }: FoundMatch): boolean {
  return sureness >= INFLECTED && asked.length >= SHORTEST_BORROWED;
}

/** The stop words of a language in a question: they tell nothing. */
function emptySenses(language: KnownWords, typed: readonly string[]): Sense[] {
  const stopWords = [...new Set(typed)].filter((word) => language.isStopWord(word));
  return stopWords.map((asked) => ({ asked, language: language.tag, means: [] }));
}

/** What the language makes of a question that knows most of it; nothing where none knows any. */
function bestReading(
  languages: readonly KnownWords[],
  typed: readonly string[],
  lang: string | undefined,
): Reading | undefined {
  let best: Reading | undefined;
  let most = 0;
  for (const language of languages) {
    const reading = read(language, typed);
    if (reading.score === 0) continue;
    // Mere consonants may be any language's.
    const sure = reading.matches.filter(({ sureness }) => sureness >= INFLECTED);
    const isOwn = sure.some((match) => match.isOwn);
    const likely = Number(isOwn) + Number(sure.length > 0 && language.tag === lang);
    const all = reading.score + LIKELY * likely;
    if (all > most) [best, most] = [reading, all];
  }
  return best;
}

function read(language: KnownWords, typed: readonly string[]): Reading {
  const matches: FoundMatch[] = [];
  let score = 0;
  for (let at = 0; at < typed.length;) {
    const match = language.match(typed.slice(at));
    if (match) {
      const { length, sureness } = match;
      matches.push({ ...match, at, asked: typed.slice(at, at + length).join(' ') });
      score += sureness * length;
      at += length;
      continue;
    }
    if (language.isStopWord(typed[at] ?? '')) score += STOP_WORD;
    at += 1;
  }
  return { language, matches, score };
}
