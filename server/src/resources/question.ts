import {
  WITHIN,
  type Lock,
  type Query,
  type QuestionAnswer,
  type QuestionChoice,
} from '@vielfalt/feed';
import { isFixedBy, labelOfFilter, queryOfChoice } from '@vielfalt/feed/meaning';
import { textsFor } from '../languages/words.js';
import type { Reply } from '../http/reply.js';
import { findChoicesIn } from '../languages/choices.js';
import { nearTerms } from './near-terms.js';
import type { WordedTerms } from '../answers/reference.js';
import type { Site } from '../answers/site.js';
import { readAllowed } from './request.js';
import { jsonContent, LOCK_PARAMETERS } from './operation.js';
import { dataRoute } from './route.js';

/** `GET /v1/question`: what a question means, and what of the directory it finds. */
async function question(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const { query, lock } = readAllowed(['q', 'lang', WITHIN], parameters, site);
  const { lang } = query;
  // Where its words stand counts in what was typed, blanks and all.
  const typed = parameters.get('q') ?? '';
  return {
    body: await answerQuestion(site, site.reference.view(lang), query, lock, typed),
    lifetime: 'data',
  };
}

/** Reads a question's meaning inside a lock. @param typed the question as it stands in a field */
export async function answerQuestion(
  site: Site,
  view: WordedTerms,
  { q = '', lang = view.lang }: Pick<Query, 'q' | 'lang'>,
  lock: Lock,
  typed = q,
): Promise<QuestionAnswer> {
  const { senses, words, hasOffers } = await site.answers.question(q, lang, lock);
  return {
    senses,
    found: words,
    choices: await choicesIn(site, view, typed, lock),
    ...(q && !hasOffers && { nearest: await nearTerms(site, view, lock, q, senses) }),
  };
}

/** The filters that a question's words could be, without those that would show nothing. */
async function choicesIn(
  { answers, reference, date }: Site,
  view: WordedTerms,
  q: string,
  lock: Lock,
): Promise<QuestionChoice[]> {
  const { vocabulary, directory } = reference;
  const offered: QuestionChoice[] = [];
  for (const choice of findChoicesIn(vocabulary, directory.language)(q, date)) {
    if (isFixedBy(lock, choice)) continue;
    const query = queryOfChoice(choice);
    const count = await answers.count({ query, lock });
    if (count === 0) continue;
    const label = labelOfFilter(query, view.terms, textsFor(view.lang));
    offered.push({ ...choice, label });
  }
  return offered;
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
