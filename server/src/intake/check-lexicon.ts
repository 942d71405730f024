import { fold, nearest } from '@vielfalt/feed';
import type { OwnLexicon } from '@vielfalt/feed';
import { GERMAN } from '@vielfalt/feed/meaning';
import { tokens } from '@vielfalt/feed/search';
import { tags, wordForms } from '../languages/languages.js';
import { didYouMean, pathOf } from './fault.js';
import type { Fault } from './fault.js';
import { halfCharacters } from './half-characters.js';

/** What a schema cannot say about an office's own words. */
export function* checkLexicon(lexicon: OwnLexicon): Generator<Fault> {
  yield* halfCharacters(lexicon, ['lexicon']);
  const first = new Map<string, number>();
  for (const [index, { german, words }] of lexicon.entries()) {
    const path = pathOf('lexicon', index, 'german');
    const earlier = first.get(fold(german));
    if (earlier === undefined) first.set(fold(german), index);
    else {
      yield {
        path,
        value: german,
        reason: `stands in ${pathOf('lexicon', earlier)} already`,
        remedy: 'Write all words for it into one place.',
      };
    }
    const trouble = troubleWith(german, GERMAN);
    if (trouble) yield { path, value: german, ...trouble };
    for (const [tag, all] of Object.entries(words)) {
      const steps = ['lexicon', index, 'words', tag];
      if (!tags.includes(tag)) {
        yield { path: pathOf(...steps), ...unknownLanguage(tag) };
        continue;
      }
      for (const [at, word] of all.entries()) {
        const wrong = troubleWith(word, tag);
        if (wrong) yield { path: pathOf(...steps, at), value: word, ...wrong };
      }
    }
  }
}

/** Why a word of the office's own cannot be looked for, and what to do; nothing where it can. */
export function troubleWith(
  word: string,
  tag: string,
): Required<Pick<Fault, 'reason' | 'remedy'>> | undefined {
  if (!/\p{L}/u.test(word)) {
    return {
      reason: 'has no letter in it, and nobody would find anything by it',
      remedy: 'Write a word, or leave the cell empty.',
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

function unknownLanguage(tag: string): Pick<Fault, 'reason' | 'remedy'> {
  const near = nearest(tag, tags);
  return {
    reason: `is no language that search knows`,
    ...(near === undefined ? { remedy: `It knows ${tags.join(', ')}.` } : didYouMean(near)),
  };
}
