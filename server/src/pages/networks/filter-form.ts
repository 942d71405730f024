import { termTree } from '@vielfalt/feed';
import type { PageContext } from '../context.js';
import { html, type Html } from '../html.js';
import { lockQuery } from '../page-request.js';
import { termForm } from '../term-form.js';
import { NETWORK_SORTS, type NetworkRequest } from './question.js';

/** The form that narrows the networks down. */
export async function networkForm(
  { requested, sort }: NetworkRequest,
  context: PageContext,
): Promise<Html> {
  const { lock } = requested.request;
  const [topic, place] = await Promise.all([
    offered('topic', lock, context),
    offered('place', lock, context),
  ]);
  return termForm(requested, context, {
    path: '/networks',
    words: context.texts.networkPages,
    offered: { topic, place },
    kept: sort !== NETWORK_SORTS[0] && html`<input type="hidden" name="sort" value="${sort}" />`,
    all: context.href('/networks', lockQuery(requested)),
  });
}

/** The terms that a network inside the lock names or has by a member. */
async function offered(
  name: 'topic' | 'place',
  lock: NetworkRequest['requested']['request']['lock'],
  { site, view }: PageContext,
): Promise<string[]> {
  const tree = termTree(view.terms);
  const current = Object.keys(view.terms[name]).filter((id) => tree.current(name, id) === id);
  const found = await Promise.all(
    current.map(async (id) => {
      const networks = await site.answers.networks(lock, { [name]: [id] });
      return networks.some(({ network }) => name === 'topic' || network.places?.length) ? id : [];
    }),
  );
  return found.flat();
}
