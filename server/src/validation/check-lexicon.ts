import { fold, nearest } from '@vielfalt/feed';
import type { OwnLexicon } from '@vielfalt/feed';
import {
  GERMAN,
  MOST_MEANINGS,
  MOST_OTHER_WORDS,
  MOST_WORDS_OF_LANGUAGE,
} from '@vielfalt/feed/meaning';
import { tokens } from '@vielfalt/feed/search';
import { tags, wordForms } from '../languages/languages.js';
import { pathOf } from './fault.js';
import type { Fault } from './fault.js';
import { halfCharacters } from './half-characters.js';

/** Checks what a schema cannot say about an office's own words. */
export function* checkLexicon(lexicon: OwnLexicon): Generator<Fault> {
  yield* halfCharacters(lexicon, ['lexicon']);
  const placeOf = (at: number) => pathOf('lexicon', at);
  for (const { at, tag, word, ...fault } of lexiconTroubles(lexicon, placeOf)) {
    const steps =
      tag === undefined ? ['german'] : ['words', tag, ...(word === undefined ? [] : [word])];
    yield { path: pathOf('lexicon', at, ...steps), ...fault };
  }
}

/** A fault in one word, or in all words of a language, for one German word. */
interface LexiconTrouble extends Trouble {
  value?: string;
  /** The index of the German word. */
  at: number;
  /** The language; absent: the German word itself. */
  tag?: string;
  /** The index of the word within the language. */
  word?: number;
}

/** @param placeOf says where a German word is, for people */
export function* lexiconTroubles(
  lexicon: OwnLexicon,
  placeOf: (at: number) => string,
): Generator<LexiconTrouble> {
  const first = new Map<string, number>();
  const meanings = new Map<string, number[]>();
  const counts = new Map<string, number>();
  for (const [at, { german, words }] of lexicon.entries()) {
    const earlier = first.get(fold(german));
    if (earlier === undefined) first.set(fold(german), at);
    else {
      const there = lexicon[earlier]?.german;
      yield {
        ...{ at, value: german },
        reason: `stands in ${placeOf(earlier)} already${there === german ? '' : `, as “${there}”: capitals and accents make no other word`}`,
        remedy: 'Write all words for it into one place.',
      };
    }
    const trouble = troubleWith(german, GERMAN);
    if (trouble) yield { at, value: german, ...trouble };
    for (const [tag, all] of Object.entries(words)) {
      if (!tags.includes(tag)) {
        yield { at, tag, ...unknownLanguage(tag) };
        continue;
      }
      if (all.length > MOST_OTHER_WORDS) {
        yield {
          ...{ at, tag },
          reason: `there are ${all.length} words for “${german}”, and search looks at ${MOST_OTHER_WORDS} at most`,
          remedy: 'Leave out what nobody types.',
        };
        continue;
      }
      const before = counts.get(tag) ?? 0;
      const count = before + all.length;
      counts.set(tag, count);
      // Reported once, where it begins.
      if (before <= MOST_WORDS_OF_LANGUAGE && count > MOST_WORDS_OF_LANGUAGE) {
        yield {
          ...{ at, tag },
          reason: `up to here there are ${count} words of one language, and search looks at ${MOST_WORDS_OF_LANGUAGE} at most`,
          remedy: 'Leave out what search knows already. Whole dictionaries are for the operator.',
        };
      }
      for (const [word, value] of all.entries()) {
        const wrong = troubleWith(value, tag) ?? tooManyMeanings(value, tag, at);
        if (wrong) yield { at, tag, word, value, ...wrong };
      }
    }
  }

  function tooManyMeanings(word: string, tag: string, at: number): Trouble | undefined {
    const key = `${tag} ${fold(word)}`;
    const known = meanings.get(key) ?? [];
    meanings.set(key, known);
    if (known.length < MOST_MEANINGS) {
      known.push(at);
      return undefined;
    }
    return {
      reason: `stands for ${MOST_MEANINGS} German words already (${known.map(placeOf).join(', ')}), and search looks for no more`,
      remedy: 'Leave it with the likeliest ones.',
    };
  }
}

type Trouble = Required<Pick<Fault, 'reason' | 'remedy'>>;

/** Says why one of the office's words cannot be searched for, and what to do; nothing where it can. */
function troubleWith(word: string, tag: string): Trouble | undefined {
  if (!/\p{L}/u.test(word)) {
    return {
      reason: 'has no letter in it, and search looks for words',
      remedy: 'Write it with a word, like “Notruf 112”, or leave it out.',
    };
  }
  const { stopWords } = wordForms(tag);
  if (tokens(word).every((token) => stopWords.has(token.word))) {
    return {
      reason: 'is a word that stands in questions about anything, so that search leaves it out',
      remedy: 'Write it with a word that tells more, or leave it out.',
    };
  }
  return undefined;
}

function unknownLanguage(tag: string): Trouble {
  const near = nearest(tag, tags);
  return {
    reason: 'is not a language that search knows',
    remedy: near === undefined ? `It knows ${tags.join(', ')}.` : `Did you mean “${near}”?`,
  };
}
