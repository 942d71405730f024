import { FLAGS, termTree, type Flag, type Lock } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { entriesOf, EVERYONE, type AxisEntry } from '../../insight/entries.js';
import { labelOf } from '../labels.js';
import type { PageContext } from '../context.js';
import { attributes, html, type HtmlContent, type Html } from '../html.js';
import { hiddenFields } from '../search-form.js';
import type { InsightContext } from './labels.js';
import { filterWords, queryFor, VIEWS, type InsightRequest } from './question.js';

/** What the form offers; an address may ask for more. */
const FIELDS = ['audience', 'topic', 'place', 'spoken', 'kind'] as const;
type Field = (typeof FIELDS)[number];

/** Which offers are counted, and a form to choose them. */
export function filterForm(question: InsightRequest, words: InsightContext): Html {
  const { context, texts } = words;
  const { shown, asked } = question;
  const chosen = filterWords(question, context);
  const everything = { request: { query: {}, lock: {} }, problems: [] };
  return html`${
      chosen.length > 0 &&
      html`<p class="only">
        <strong>${fill(texts.only, { filters: chosen.join(', ') })}</strong>
        <a class="quiet" href="${context.href('/insight', queryFor(shown, everything))}"
          >${texts.clear}</a
        >
      </p>`
    }
    <form class="insight-filter" action="${context.root}/insight" aria-labelledby="filter">
      <h2 id="filter">${texts.filter}</h2>
      ${hiddenFields(asked, context, [...FIELDS, ...FLAGS])}
      ${shown !== VIEWS[0] && html`<input type="hidden" name="table" value="${shown}" />`}
      ${FIELDS.map((name) => field(name, asked.request.query, context))}
      <p class="switches">${FLAGS.map((name) => flag(name, asked.request.query, context))}</p>
      <button class="button" type="submit">${texts.apply}</button>
    </form>`;
}

function field(name: Field, query: Lock, context: PageContext): Html {
  const { facets, choices } = context.texts;
  const values = query[name] ?? [];
  const several = values.length > 1 && {
    value: values.join(','),
    label: values.map((value) => labelOf(name, value, context)).join(', '),
  };
  const option = (value: string, label: string): HtmlContent =>
    html`<option ${attributes({ value, selected: value === values.join(',') })}>${label}</option>`;
  return html`<p>
    <label for="by-${name}">${facets[name]}</label>
    <select id="by-${name}" name="${name}">
      ${option('', choices.any)} ${several && option(several.value, several.label)}
      ${offered(name, context).map(({ id, depth }) =>
        option(id, '– '.repeat(depth) + labelOf(name, id, context)),
      )}
    </select>
  </p>`;
}

function flag(name: Flag, query: Lock, { texts }: PageContext): Html {
  const input = { type: 'checkbox', name, value: 'yes', checked: query[name] };
  return html`<label><input ${attributes(input)} /> ${texts.choices.flags[name]}</label> `;
}

function offered(name: Field, { view }: PageContext): Pick<AxisEntry, 'id' | 'depth'>[] {
  if (name !== 'kind') return entriesOf(name, view, {}).filter(({ id }) => id !== EVERYONE.id);
  const tree = termTree(view.terms);
  return Object.keys(view.terms.kind)
    .filter((id) => tree.current('kind', id) === id)
    .map((id) => ({ id, depth: 0 }));
}
