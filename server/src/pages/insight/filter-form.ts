import { FLAGS, termTree, type Flag, type Lock } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { axisEntries, EVERYONE_ENTRY, type AxisEntry } from '../../insight/entries.js';
import { labelOf } from '../labels.js';
import type { PageContext } from '../context.js';
import { attributes, html, type HtmlContent, type Html } from '../../text/html.js';
import { hiddenFields } from '../search-form.js';
import { insightSource, type InsightContext } from './labels.js';
import { filterWords, queryFor, VIEWS, type InsightRequest } from './question.js';

/** The filters that the form offers; an address may ask for more. */
const FIELDS = ['audience', 'topic', 'place', 'spoken', 'kind'] as const;
type FilterField = (typeof FIELDS)[number];

/** Says which offers are counted, and offers a form to choose them. */
export async function filterForm(
  question: InsightRequest,
  words: InsightContext,
): Promise<HtmlContent> {
  const { context, texts } = words;
  if (context.isStatic) return undefined;
  const { shown, requested } = question;
  const chosen = filterWords(question, context);
  const fields = FIELDS.map((name) => field(name, requested.request.query, context));
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
      ${hiddenFields(requested, context, [...FIELDS, ...FLAGS])}
      ${shown !== VIEWS[0] && html`<input type="hidden" name="table" value="${shown}" />`}
      ${await Promise.all(fields)}
      <p class="switches">${FLAGS.map((name) => flag(name, requested.request.query, context))}</p>
      <button class="button" type="submit">${texts.apply}</button>
    </form>`;
}

async function field(name: FilterField, query: Lock, context: PageContext): Promise<Html> {
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
      ${(await offered(name, context)).map(({ id, depth }) =>
        option(id, '– '.repeat(depth) + labelOf(name, id, context)),
      )}
    </select>
  </p>`;
}

function flag(name: Flag, query: Lock, { texts }: PageContext): Html {
  const input = { type: 'checkbox', name, value: 'yes', checked: query[name] };
  return html`<label><input ${attributes(input)} /> ${texts.choices.flags[name]}</label> `;
}

async function offered(
  name: FilterField,
  context: PageContext,
): Promise<Pick<AxisEntry, 'id' | 'depth'>[]> {
  const { view } = context;
  if (name !== 'kind') {
    const entries = await axisEntries(name, insightSource(context), {});
    return entries.filter(({ id }) => id !== EVERYONE_ENTRY.id);
  }
  const tree = termTree(view.terms);
  return Object.keys(view.terms.kind)
    .filter((id) => tree.current('kind', id) === id)
    .map((id) => ({ id, depth: 0 }));
}
