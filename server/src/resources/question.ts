import {
  FLAGS,
  LISTS,
  parseQuery,
  printQuery,
  type Lock,
  type Query,
  type QuestionAnswer,
  type QuestionChoice,
} from '@vielfalt/feed';
import type { FoundChoice } from '@vielfalt/feed/meaning';
import { sayChoice } from '@vielfalt/feed/wording';
import { textsFor } from '../formats/words.js';
import type { Reply } from '../http/reply.js';
import { findChoicesIn } from '../languages/choices.js';
import type { View } from '../publication/view.js';
import { nearTerms } from './near-terms.js';
import { readOnly, type Site } from './request.js';

/** `GET /v1/question`: what a question means, and what of the directory it finds. */
export function question(site: Site, parameters: URLSearchParams): Reply {
  const { query, lock } = readOnly(['q', 'lang', 'within.'], parameters, site);
  const { q = '', lang } = query;
  const { publication, date } = site;
  const view = publication.view(lang);
  const day = view.on(date);
  const senses = publication.understand(q);
  const isFound = !q || day.answer({ query: { q, limit: 1 }, lock }).total > 0;
  const body: QuestionAnswer = {
    senses,
    found: q ? view.wordsFound(q, senses, day.within(lock)) : [],
    // Where its words stand counts in what was typed, blanks and all.
    choices: choicesIn(site, view, parameters.get('q') ?? '', lock),
    ...(!isFound && { nearest: nearTerms(view, day, lock, q, senses) }),
  };
  return { body, lifetime: 'data' };
}

/** The filters that a question's words could be, without those that would show nothing. */
function choicesIn({ publication, date }: Site, view: View, q: string, lock: Lock) {
  const { vocabulary, directory } = publication.state;
  const found = findChoicesIn(vocabulary, directory.language)(q, date);
  if (found.length === 0) return [];
  const day = view.on(date);
  const inside = new Set(day.within(lock).map(({ id }) => id));
  return found.flatMap((choice): QuestionChoice | [] => {
    const { query } = parseQuery(new URLSearchParams([[choice.name, choice.value]]));
    const shows = day.within(query).some(({ id }) => inside.has(id));
    return shows && !isLocked(choice, lock) ? { ...choice, label: labelOf(query, view) } : [];
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
  const { flags, levels } = texts.choices;
  const flag = FLAGS.find((each) => query[each]);
  if (flag) return flags[flag];
  if (query.level) return `${texts.facets.level}: ${levels[query.level]}`;
  if (query.age !== undefined) return `${texts.facets.age}: ${query.age}`;
  const names = LISTS.flatMap((list) =>
    (query[list] ?? []).map((value) => sayChoice(list, value, terms, texts, () => undefined)),
  );
  return names.join(', ');
}
