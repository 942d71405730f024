import type { Sense } from '../model/wire.js';
import { tokens, type WordToken } from '../search/index.js';
import { lookUp } from './dictionary-lookup.js';
import { GermanWords, isNumber, type GermanData } from './german-words.js';
import { bestReading, covered, isOpenMatch, isSure, type FoundMatch } from './language-reading.js';
import { GERMAN, INFLECTED, type KnownWords } from './lexicon.js';
import { OwnGerman, type OwnMatch } from './own-german.js';

/**
 * Says what a question's words mean in German; depends only on the question and the language.
 *
 * @param lang the language of the page that it is asked on
 */
export type Understand = (q: string, lang?: string) => Sense[];

/**
 * The tag of an office's own names, from its list of words or its vocabulary. They work like
 * translations: the German word is looked for. The tag is German for private use (RFC 5646, 2.2.7),
 * so that search tells both apart.
 */
export const OWN_GERMAN = 'de-x-own';
/** The margin by which another language has to know more than German. */
const DOUBT = 0.2;
/** The number of words read of a question. */
const MOST_WORDS = 60;
/** The weight of a word that says who the question is for. */
const ASIDE = 0.25;
/** The additional weight of a phrase for each word. */
const PHRASE = 0.3;
/** The number of synonyms looked for besides each German meaning. */
const MOST_SYNONYMS = 2;

/** Additions to the languages that search knows. */
export interface Additions {
  /** German words of an office's own, which win over the known ones. */
  own?: OwnGerman;
  /** Used only for words that nothing else knows; they may change from question to question. */
  dictionaries?: () => readonly KnownWords[];
  /** Says whether texts of the directory have a word, by its stem. */
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
 * Understands questions in the given languages, even with German words among them. The language
 * that knows most of the words decides; German ones are looked for as they are, and with the German
 * lexicon's synonyms. Words that none of them knows are looked up in dictionaries.
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
    // Words whose first meaning is "go" or "find" say as little as these do.
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

  /** The meaning of an office's word is its German word; its other names may be common words. */
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

  function sensesOf(q: string, lang: string | undefined): Sense[] {
    const words = tokens(q).slice(0, MOST_WORDS);
    const ownMatches = own.read(words);
    const areOwn = covered(ownMatches, words);
    // The office's names are the same in every language, and do not tell which one it is.
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
    const found = lookUp(dictionaries(), {
      words,
      areOpen,
      areGuessed: covered(guesses, words),
      language: isForeign ? tag : undefined,
      isSomeGerman: areGerman.includes(true),
      isInTexts,
    });
    const areFound = covered(found, words);
    const isKept = ({ at, length }: FoundMatch) => !areFound.slice(at, at + length).includes(true);
    return [
      ...matches.filter(isKept).map((match) => translation(match, tag)),
      ...ownMatches
        .filter((match) => isOpenMatch(match, areFree))
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

/** Adds the weight of a sense: small for an aside, and the greater the more words it takes. */
function weighted(sense: Sense, isAside: boolean): Sense {
  const more = sense.asked.split(' ').length - 1;
  const weight = (isAside ? ASIDE : 1) * (1 + PHRASE * more);
  return weight === 1 ? sense : { ...sense, weight };
}

/** The first of the senses of the same words; the others are dropped. */
function once(senses: readonly Sense[]): Sense[] {
  const byWords = new Map<string, Sense>();
  for (const sense of senses) if (!byWords.has(sense.asked)) byWords.set(sense.asked, sense);
  return [...byWords.values()];
}

/**
 * Says whether a match is borrowed: in a German question, only words unknown to German may be
 * another language's.
 */
function isBorrowed(match: FoundMatch, areGerman: readonly boolean[]): boolean {
  const { at, length } = match;
  return !areGerman.slice(at, at + length).some(Boolean) && isSure(match);
}

/** The stop words of a language in a question: they mean nothing. */
function emptySenses(language: KnownWords, typed: readonly string[]): Sense[] {
  const stopWords = [...new Set(typed)].filter((word) => language.isStopWord(word));
  return stopWords.map((asked) => ({ asked, language: language.tag, means: [] }));
}
