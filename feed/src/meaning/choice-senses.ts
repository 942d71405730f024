import type { Sense } from '../model/wire.js';
import { holds, stemText, tokens } from '../search/index.js';
import { listOf } from '../terms/lists.js';
import type { FoundChoice } from './choices.js';
import { GERMAN } from './lexicon.js';
import { OWN_GERMAN } from './meaning.js';

/** How much a place counts beside the rest: who names one wants to go there. */
const PLACE = 1.5;

/**
 * What a question means where some of its words could be filters: these also stand for what the
 * filter is called in the index, in whatever language they are typed, so that offers it would show
 * come first. Phrases that take other words too stay what they are.
 *
 * @param senses of the question
 * @param namesOf what offers that a filter shows are indexed under; none: the words alone count
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

/** The language that says so: whoever asks is shown what words of theirs mean, no names of filters. */
function languageOf(
  { name, asked }: FoundChoice,
  names: readonly string[],
  within: readonly Sense[],
): string {
  if (names.some((each) => stemText(each) === stemText(asked))) return GERMAN;
  const foreign = within.find(({ language }) => language !== GERMAN)?.language;
  return (listOf(name) && foreign) || OWN_GERMAN;
}
