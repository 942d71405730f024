import type { PageContext } from './context.js';
import { attributes, html, type HtmlContent, type Html } from '../text/html.js';
import { pathLabel } from './labels.js';
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

/** The form that narrows a list down by topic and place; it works without scripts, not without a service. */
export function termForm(
  requested: PageRequest,
  context: PageContext,
  { path, words, offered, kept, all }: TermFormOptions,
): HtmlContent {
  const { texts, root, isStatic } = context;
  if (isStatic) return undefined;
  const { query } = requested.request;
  return html`<form class="term-form" action="${root}${path}" aria-label="${words.filter}">
    ${hiddenFields(requested, context, [...FIELDS])} ${kept}
    ${FIELDS.map((name) => field(name, offered[name], requested, context))}
    <button class="button" type="submit">${texts.search.apply}</button>
    ${FIELDS.some((name) => query[name]) && html`<a class="quiet" href="${all}">${words.all}</a>`}
  </form>`;
}

function field(
  name: TermField,
  offered: readonly string[],
  { request: { query } }: PageRequest,
  context: PageContext,
): Html {
  const { texts, language } = context;
  const chosen = query[name] ?? [];
  const value = chosen.join(',');
  const labels = new Map(offered.map((id) => [id, pathLabel(name, id, context)]));
  const collator = new Intl.Collator(language);
  const options = [...labels].sort(([, a], [, b]) => collator.compare(a, b));
  if (chosen.length > 0 && !labels.has(value)) {
    const names = chosen.map((id) => pathLabel(name, id, context));
    options.unshift([value, names.join(texts.card.comma)]);
  }
  return html`<p>
    <label for="by-${name}">${texts.facets[name]}</label>
    <select id="by-${name}" name="${name}">
      ${[['', texts.choices.any] as const, ...options].map(
        ([id, label]) =>
          html`<option ${attributes({ value: id, selected: id === value })}>${label}</option>`,
      )}
    </select>
  </p>`;
}
