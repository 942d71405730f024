import type { Terms } from '@vielfalt/feed';
import type { PageContext } from './context.js';
import { attributes, html, type HtmlContent, type Html } from './html.js';
import type { PageRequest } from './page-request.js';
import { hiddenFields } from './search-form.js';

const FIELDS = ['topic', 'place'] as const;
type TermField = (typeof FIELDS)[number];

/** What is special about a form on a page of its own. */
export interface TermFormOptions {
  path: string;
  words: { filter: string; all: string };
  /** The ids of the terms to choose from. */
  offered: Record<TermField, readonly string[]>;
  /** Further fields that stay as they are. */
  kept?: HtmlContent;
  /** Leads to all, where the choice has left some out. */
  all: string;
}

/** The form that narrows a list down by topic and place; it works without scripts. */
export function termForm(
  requested: PageRequest,
  context: PageContext,
  { path, words, offered, kept, all }: TermFormOptions,
): Html {
  const { texts, root } = context;
  const { query } = requested.request;
  return html`<form class="term-form" action="${root}${path}" aria-label="${words.filter}">
    ${hiddenFields(requested, context, [...FIELDS])} ${kept}
    ${FIELDS.map((name) => field(name, offered[name], requested, context))}
    <button class="button" type="submit">${texts.search.apply}</button>
    ${FIELDS.some((name) => query[name]) && html`<a class="quiet" href="${all}">${words.all}</a>`}
  </form>`;
}

/** Terms in the order of their names. */
function byLabel(ids: readonly string[], terms: Terms[TermField], language: string): string[] {
  const collator = new Intl.Collator(language);
  const label = (id: string) => terms[id]?.label ?? id;
  return [...ids].sort((a, b) => collator.compare(label(a), label(b)));
}

function field(
  name: TermField,
  offered: readonly string[],
  { request: { query } }: PageRequest,
  { texts, view, language }: PageContext,
): Html {
  const chosen = query[name] ?? [];
  const terms = view.terms[name];
  const option = (value: string, label: string): HtmlContent =>
    html`<option ${attributes({ value, selected: value === chosen.join(',') })}>${label}</option>`;
  const unlisted = chosen.length > 1 || !chosen.every((id) => offered.includes(id));
  return html`<p>
    <label for="by-${name}">${texts.facets[name]}</label>
    <select id="by-${name}" name="${name}">
      ${option('', texts.choices.any)}
      ${unlisted && option(chosen.join(','), chosen.map((id) => terms[id]?.label ?? id).join(', '))}
      ${byLabel(offered, terms, language).map((id) => option(id, terms[id]?.label ?? id))}
    </select>
  </p>`;
}
