import { FACETS } from '../choices/names.js';
import { toggled } from '../choices/toggled.js';
import type { QuestionChoice, Terms } from '../model/wire.js';
import { parseQuery } from '../query/codec.js';
import type { Query } from '../query/query.js';

/** A choice that can be made, and all that making it changes. */
export interface OfferedChoice {
  label: string;
  choice: Partial<Query>;
}

/** The words without those from `start` to `end`, and without a comma between them. */
function without(q: string, { start, end }: QuestionChoice): string | undefined {
  const rest = `${q.slice(0, start)} ${q.slice(end)}`.replace(/\s+/g, ' ');
  return rest.replace(/^[\s,;]+|[\s,;]+$/g, '') || undefined;
}

/** The query that adds a choice to those already made; undefined where it cannot be made. */
function making({ name, value }: QuestionChoice, query: Query, terms: Terms): Query | undefined {
  const { query: asked, problems } = parseQuery(new URLSearchParams([[name, value]]));
  if (problems.length > 0) return undefined;
  const choice: Query = { ...asked };
  for (const facet of FACETS) {
    let all: Query = query;
    const added = (asked[facet] ?? []).filter((each) => !query[facet]?.some((had) => had === each));
    for (const each of added) all = { ...all, ...toggled(facet, each, all, terms) };
    if (asked[facet]) Object.assign(choice, { [facet]: all[facet] });
  }
  return choice;
}

/** The choices that are in the current words and are not made yet. */
export function offeredChoices(
  choices: readonly QuestionChoice[],
  query: Query,
  terms: Terms,
): OfferedChoice[] {
  const { q = '' } = query;
  return choices.flatMap((each) => {
    const { asked, start, end, label } = each;
    const made = q.slice(start, end) === asked && making(each, query, terms);
    return made ? [{ label, choice: { ...made, q: without(q, each) } }] : [];
  });
}
