import type { Lock, NearTerm, Sense } from '@vielfalt/feed';
import { nearChoices } from '@vielfalt/feed/meaning';
import type { WordedTerms } from '../answers/reference.js';
import type { Site } from '../answers/site.js';

/** Suggestions inside a lock where a question finds nothing. */
export async function nearTerms(
  { answers, reference }: Site,
  { terms }: WordedTerms,
  lock: Lock,
  q: string,
  senses: readonly Sense[],
): Promise<NearTerm[]> {
  const inside = await answers.answer({ query: { limit: 1 }, lock });
  return nearChoices(reference.nearTerms(q, senses), inside, lock, terms);
}
