import type { Network, Offer, Provider } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { breadcrumb, type Crumb } from './breadcrumb.js';
import { pageContext, type PageContext } from './context.js';
import { html, type HtmlContent } from '../text/html.js';
import { renderPage } from './page.js';
import { searchForm } from './search-form.js';
import { termPath } from './term.js';

/** 410 for an offer that has ended or was withdrawn: to its provider, its topics and its towns. */
export function goneOffer(site: Site, parameters: URLSearchParams, offer: Offer): Reply {
  const context = pageContext(site, parameters);
  const { trouble, offer: texts } = context.texts;
  const provider = site.reference.providers.byId(offer.provider);
  const towns = (offer.locations ?? []).flatMap(({ town }) => town ?? []);
  const ways = [
    ...(provider
      ? [{ path: `/providers/${provider.slug}`, label: fill(texts.all, { name: provider.name }) }]
      : []),
    ...termSteps('topic', offer.topics ?? [], context),
    ...termSteps('place', towns, context),
  ];
  return gone(context, `/offers/${offer.slug}`, offer.title, trouble.goneOffer, ways);
}

/** 410 for a provider that has left the directory. */
export function goneProvider(site: Site, parameters: URLSearchParams, provider: Provider): Reply {
  const context = pageContext(site, parameters);
  const town = provider.address?.town;
  const ways = termSteps('place', town ? [town] : [], context);
  const { goneProvider: text } = context.texts.trouble;
  return gone(context, `/providers/${provider.slug}`, provider.name, text, ways);
}

/** 410 for a network that has left the directory. */
export function goneNetwork(site: Site, parameters: URLSearchParams, network: Network): Reply {
  const context = pageContext(site, parameters);
  const { details, trouble } = context.texts;
  const ways = [
    { path: '/networks', label: details.networks },
    ...termSteps('topic', network.topics ?? [], context),
    ...termSteps('place', network.places ?? [], context),
  ];
  return gone(context, `/networks/${network.slug}`, network.name, trouble.goneNetwork, ways);
}

function termSteps(list: 'topic' | 'place', ids: string[], { view, texts }: PageContext): Crumb[] {
  const { topicAbout, placeAbout } = texts.listing;
  return [...new Set(ids)].flatMap((id) => {
    const name = view.terms[list][id]?.label;
    const label = list === 'topic' ? topicAbout : placeAbout;
    return name ? { path: termPath(list, id), label: fill(label, { name }) } : [];
  });
}

function gone(
  context: PageContext,
  path: string,
  name: string,
  text: string,
  ways: Crumb[],
): Reply {
  const { trouble } = context.texts;
  const link = ({ path: to, label }: Crumb): HtmlContent =>
    html`<li><a href="${context.href(to)}">${label}</a></li>`;
  return renderPage(context, {
    path,
    title: trouble.goneTitle,
    description: text,
    status: 410,
    body: html`<div class="wide">
      ${breadcrumb([], context)}
      <h1>${trouble.goneTitle}</h1>
      <p class="lead">
        <strong><bdi>${name}</bdi></strong>
      </p>
      <p>${text}</p>
      <h2>${trouble.ways}</h2>
      <ul>
        ${ways.map(link)} ${link({ path: '/', label: trouble.toDirectory })}
      </ul>
      ${searchForm(context)}
    </div>`,
  });
}
