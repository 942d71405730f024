import { termTree, type NetworkQuery } from '@vielfalt/feed';
import { townsIn } from '../../answers/axes.js';
import type { PageContext } from '../context.js';
import { html, type HtmlContent } from '../../text/html.js';
import { lockQuery } from '../page-request.js';
import { termForm } from '../term-form.js';
import { NETWORK_SORTS, type NetworkRequest } from './question.js';

/** The form that narrows the networks down. */
export async function networkForm(
  { requested, sort }: NetworkRequest,
  context: PageContext,
): Promise<HtmlContent> {
  const { lock } = requested.request;
  const [topic, place] = await Promise.all([
    offeredTerms('topic', lock, context),
    offeredTerms('place', lock, context),
  ]);
  return termForm(requested, context, {
    path: '/networks',
    words: context.texts.networkPages,
    offered: { topic, place },
    kept: sort !== NETWORK_SORTS[0] && html`<input type="hidden" name="sort" value="${sort}" />`,
    all: context.href('/networks', lockQuery(requested)),
  });
}

/**
 * The terms that leave a network inside the lock: topics, and of places the towns, with those of
 * their districts that a network names.
 */
async function offeredTerms(
  name: 'topic' | 'place',
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
