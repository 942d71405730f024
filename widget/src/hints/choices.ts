import {
  FACETS,
  parseQuery,
  toggled,
  type Query,
  type QuestionChoice,
  type Terms,
} from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { html, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { hintTexts } from '../locales/hints.js';
import { icon } from '../styles/icons.js';

const plusIcon = icon('M12 5v14M5 12h14');

/** A choice that can be made, and all that making it changes. */
interface Offered {
  label: string;
  choice: Partial<Query>;
}

/** The words without those from `start` to `end`, and without a comma that stood between. */
function without(q: string, { start, end }: QuestionChoice): string | undefined {
  const rest = `${q.slice(0, start)} ${q.slice(end)}`.replace(/\s+/g, ' ');
  return rest.replace(/^[\s,;]+|[\s,;]+$/g, '') || undefined;
}

/** What would filter by a choice besides what is chosen already; nothing where it cannot be made. */
function making({ name, value }: QuestionChoice, query: Query, terms: Terms): Query | undefined {
  const { query: asked, problems } = parseQuery(new URLSearchParams({ [name]: value }));
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

/** Those of the choices that stand in the words as they are now and are not made yet. */
export function offered(choices: readonly QuestionChoice[], query: Query, terms: Terms): Offered[] {
  const { q = '' } = query;
  return choices.flatMap((each) => {
    const { asked, start, end, label } = each;
    const made = q.slice(start, end) === asked && making(each, query, terms);
    return made ? [{ label, choice: { ...made, q: without(q, each) } }] : [];
  });
}

/** Buttons that take words out of the question and filter by them instead. */
export function offeredRow(
  all: readonly Offered[],
  locale: Locale,
  choose: (choice: Partial<Query>) => void,
): TemplateResult {
  const { offered: name, filterBy } = hintTexts(locale);
  return html`<ul class="plain" role="list" aria-label=${name}>
    ${all.map(
      ({ label, choice }) =>
        html`<li>
          <button
            type="button"
            class="offered"
            aria-label=${fill(filterBy, { name: label })}
            @click=${() => choose(choice)}
          >
            ${plusIcon} <bdi>${label}</bdi>
          </button>
        </li>`,
    )}
  </ul>`;
}
