import { termTree } from '@vielfalt/feed';
import type { PageContext } from '../context.js';
import { attributes, html, type HtmlContent, type Html } from '../html.js';
import { hiddenFields } from '../search-form.js';
import { lockQuery, NETWORK_SORTS, type NetworkRequest } from './question.js';

const FIELDS = ['topic', 'place'] as const;
type NetworkField = (typeof FIELDS)[number];

/** The form that narrows the networks down; it works without scripts. */
export async function networkForm(question: NetworkRequest, context: PageContext): Promise<Html> {
  const { texts, root, href } = context;
  const { requested, sort } = question;
  const { query } = requested.request;
  const isNarrowed = FIELDS.some((name) => query[name]);
  return html`<form
    class="network-filter"
    action="${root}/networks"
    aria-label="${texts.networkPages.filter}"
  >
    ${hiddenFields(requested, context, [...FIELDS])}
    ${sort !== NETWORK_SORTS[0] && html`<input type="hidden" name="sort" value="${sort}" />`}
    ${await Promise.all(FIELDS.map((name) => field(name, question, context)))}
    <button class="button" type="submit">${texts.search.apply}</button>
    ${
      isNarrowed &&
      html`<a class="quiet" href="${href('/networks', lockQuery(requested))}"
        >${texts.networkPages.all}</a
      >`
    }
  </form>`;
}

async function field(
  name: NetworkField,
  { requested }: NetworkRequest,
  context: PageContext,
): Promise<Html> {
  const { facets, choices } = context.texts;
  const chosen = requested.request.query[name] ?? [];
  const terms = context.view.terms[name];
  const option = (value: string, label: string): HtmlContent =>
    html`<option ${attributes({ value, selected: value === chosen.join(',') })}>${label}</option>`;
  const several = chosen.map((id) => terms[id]?.label ?? id).join(', ');
  return html`<p>
    <label for="by-${name}">${facets[name]}</label>
    <select id="by-${name}" name="${name}">
      ${option('', choices.any)} ${chosen.length > 1 && option(chosen.join(','), several)}
      ${(await offered(name, requested.request.lock, context)).map((id) =>
        option(id, terms[id]?.label ?? id),
      )}
    </select>
  </p>`;
}

/** The terms that a network inside the lock names or has by a member, in the order of their names. */
async function offered(
  name: NetworkField,
  lock: NetworkRequest['requested']['request']['lock'],
  { site, view, language }: PageContext,
): Promise<string[]> {
  const terms = view.terms[name];
  const tree = termTree(view.terms);
  const collator = new Intl.Collator(language);
  const current = Object.keys(terms).filter((id) => tree.current(name, id) === id);
  const found = await Promise.all(
    current.map(async (id) => {
      const networks = await site.answers.networks(lock, { [name]: [id] });
      return networks.some(({ network }) => name === 'topic' || network.places?.length) ? id : [];
    }),
  );
  return found.flat().sort((a, b) => collator.compare(terms[a]?.label ?? a, terms[b]?.label ?? b));
}
