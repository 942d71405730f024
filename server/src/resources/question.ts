import {
  WITHIN,
  parseQuery,
  printQuery,
  type Lock,
  type Query,
  type QuestionAnswer,
  type QuestionChoice,
} from '@vielfalt/feed';
import type { FoundChoice } from '@vielfalt/feed/meaning';
import { chosenFilters, sayChoice } from '@vielfalt/feed/wording';
import { textsFor } from '../languages/words.js';
import type { Reply } from '../http/reply.js';
import { findChoicesIn } from '../languages/choices.js';
import type { View } from '../snapshot/view.js';
import { nearTerms } from './near-terms.js';
import type { Site } from '../answers/site.js';
import { readOnly } from './request.js';
import { jsonContent, LOCK_PARAMETERS } from './operation.js';
import { dataRoute } from './route.js';

/** `GET /v1/question`: what a question means, and what of the directory it finds. */
function question(site: Site, parameters: URLSearchParams): Reply {
  const { query, lock } = readOnly(['q', 'lang', WITHIN], parameters, site);
  const { lang } = query;
  // Where its words stand counts in what was typed, blanks and all.
  const typed = parameters.get('q') ?? '';
  return {
    body: answerQuestion(site, site.snapshot.view(lang), query, lock, typed),
    lifetime: 'data',
  };
}

/** What a question means inside a lock. @param typed the question as it stands in a field */
export function answerQuestion(
  site: Site,
  view: View,
  { q = '', lang = view.lang }: Pick<Query, 'q' | 'lang'>,
  lock: Lock,
  typed = q,
): QuestionAnswer {
  const day = view.on(site.date);
  const senses = site.snapshot.understand(q, lang);
  return {
    senses,
    found: q ? day.wordsFound(q, senses, lock) : [],
    choices: choicesIn(site, view, typed, lock),
    ...(q &&
      !day.finds(q, senses, lock) && {
        nearest: nearTerms(site.snapshot, view, day, lock, q, senses),
      }),
  };
}

/** The filters that a question's words could be, without those that would show nothing. */
function choicesIn({ snapshot, date }: Site, view: View, q: string, lock: Lock) {
  const { vocabulary, directory } = snapshot.state;
  const found = findChoicesIn(vocabulary, directory.language)(q, date);
  if (found.length === 0) return [];
  const day = view.on(date);
  return found.flatMap((choice): QuestionChoice | [] => {
    const { query } = parseQuery(new URLSearchParams([[choice.name, choice.value]]));
    const isOffered = day.has(query, lock) && !isLocked(choice, lock);
    return isOffered ? { ...choice, label: labelOf(query, view) } : [];
  });
}

/** Whether an editor has chosen it already. */
function isLocked({ name, value }: FoundChoice, lock: Lock): boolean {
  const locked = new URLSearchParams(printQuery(lock));
  return locked.get(name) === value || (name === 'place' && locked.get('at') === value);
}

/** What a filter is called. */
function labelOf(query: Query, { terms, lang }: View): string {
  const texts = textsFor(lang);
  const { choices, facets } = texts;
  return chosenFilters(query, { choices, facets, near: facets.near }, (list, value) =>
    sayChoice(list, value, terms, texts, () => undefined),
  )
    .map(({ label }) => label)
    .join(', ');
}

export const questionRoute = dataRoute('/v1/question', question, {
  summary: 'What a question means',
  operation: {
    id: 'understandQuestion',
    tag: 'offers',
    description:
      'German words for those of a question, which may be in any language that search knows; the words of the directory that it finds; which of its words could be filters instead; and where it finds nothing inside the lock, topics and places that come near.',
    parameters: ['q', 'lang', ...LOCK_PARAMETERS],
    answer: jsonContent('question-answer'),
  },
});
