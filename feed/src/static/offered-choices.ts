import { isFixedBy, labelOfFilter, queryOfChoice, type FoundChoice } from '../meaning/index.js';
import type { QuestionChoice } from '../model/wire.js';
import type { Lock } from '../query/query.js';
import type { StaticWords } from './layout.js';
import type { SetView } from './set-view.js';

/** The filters that a question's words could be, without those that would show nothing. */
export function offeredChoices(
  found: readonly FoundChoice[],
  { lock, view, words }: { lock: Lock; view: Pick<SetView, 'answer'>; words: StaticWords },
): QuestionChoice[] {
  return found.flatMap((choice) => {
    if (isFixedBy(lock, choice)) return [];
    const query = queryOfChoice(choice);
    if (view.answer({ query: { ...query, limit: 1 }, lock }).total === 0) return [];
    return { ...choice, label: labelOfFilter(query, words.terms, words.texts) };
  });
}
