import type { Sense } from '../model/wire.js';
import { holds, stemText, tokens } from '../search/index.js';
import { listOf } from '../terms/lists.js';
import type { FoundChoice } from './choices.js';
import { GERMAN } from './lexicon.js';
import { OWN_GERMAN } from './meaning.js';

/** The weight of a place beside the rest: people who name one want to go there. */
const PLACE = 1.5;

/**
 * The meaning of a question some of whose words could be filters: these also stand for the filter's
 * names in the index, in whatever language they are typed, so that offers it would show come first.
 * Phrases that include other words are left as they are.
 *
 * @param senses of the question
 * @param namesOf the names under which a filter's offers are indexed; none: only the words count
 */
export function withChoices(
  senses: readonly Sense[],
  found: readonly FoundChoice[],
  namesOf: (choice: FoundChoice) => readonly string[],
  isStopWord: (word: string) => boolean,
): Sense[] {
  const named = found.flatMap((choice): Sense[] => {
    const names = namesOf(choice);
    const words = tokens(choice.asked).flatMap(({ word }) => (isStopWord(word) ? [] : word));
    const asked = words.join(' ');
    const meetsPhrase = senses.some(
      (sense) => !holds(asked, sense.asked) && words.some((word) => holds(sense.asked, word)),
    );
    if (names.length === 0 || words.length === 0 || meetsPhrase) return [];
    const within = senses.filter((sense) => holds(asked, sense.asked));
    const means = [...new Set([...names, ...within.flatMap((sense) => sense.means)])];
    const weight = choice.name === 'place' ? PLACE : within[0]?.weight;
    const language = languageOf(choice, names, within);
    return [{ asked, language, means, ...(weight !== undefined && { weight }) }];
  });
  const taken = new Set(named.map(({ asked }) => asked));
  return [...named, ...senses.filter(({ asked }) => !taken.has(asked))];
}

/**
 * The language of the sense: visitors are shown the meaning of their words, not names of filters.
 */
function languageOf(
  { name, asked }: FoundChoice,
  names: readonly string[],
  within: readonly Sense[],
): string {
  if (names.some((each) => stemText(each) === stemText(asked))) return GERMAN;
  const foreign = within.find(({ language }) => language !== GERMAN)?.language;
  return (listOf(name) && foreign) || OWN_GERMAN;
}
