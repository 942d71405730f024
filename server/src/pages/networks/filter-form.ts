import { termTree, type NetworkQuery } from '@vielfalt/feed';
import { townsIn } from '../../answers/axes.js';
import type { PageContext } from '../context.js';
import { attributes, html, type Html } from '../html.js';
import { lockQuery } from '../page-request.js';
import { hiddenFields } from '../search-form.js';
import { NETWORK_SORTS, type NetworkRequest } from './question.js';

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
  const { texts, language } = context;
  const { query, lock } = requested.request;
  const chosen = query[name] ?? [];
  const value = chosen.join(',');
  const offered = await offeredTerms(name, lock, context);
  const labels = new Map(offered.map((id) => [id, pathLabel(name, id, context)]));
  const collator = new Intl.Collator(language);
  const options = [...labels].sort(([, a], [, b]) => collator.compare(a, b));
  if (chosen.length > 0 && !labels.has(value)) {
    options.unshift([
      value,
      chosen.map((id) => pathLabel(name, id, context)).join(texts.card.comma),
    ]);
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

/**
 * The terms that leave a network inside the lock: topics, and of places the towns, with those of
 * their districts that a network names.
 */
async function offeredTerms(
  name: NetworkField,
  lock: NetworkQuery,
  { site, view }: PageContext,
): Promise<string[]> {
  const tree = termTree(view.terms);
  const all = await site.answers.networks(lock);
  const towns = townsIn(view.terms);
  const districts = all
    .flatMap(({ network: { places = [] } }) => places.map((id) => tree.current('place', id)))
    .filter((id) => tree.lineage('place', id).some((above) => towns.includes(above)));
  const terms = name === 'place' ? [...towns, ...districts] : Object.keys(view.terms.topic);
  const current = [...new Set(terms)].filter((id) => tree.current(name, id) === id);
  const found = await Promise.all(
    current.map(async (id) => {
      const networks = await site.answers.networks(lock, { [name]: [id] });
      return networks.some(({ network }) => name === 'topic' || network.places?.length) ? id : [];
    }),
  );
  return found.flat();
}

/** A district comes with its town: `Witten · Annen`. */
function pathLabel(name: NetworkField, id: string, { view }: PageContext): string {
  const { label = id, parent } = view.terms[name][id] ?? {};
  const isDistrict = name === 'place' && parent !== undefined && !townsIn(view.terms).includes(id);
  return isDistrict ? `${view.terms.place[parent]?.label ?? parent} · ${label}` : label;
}
