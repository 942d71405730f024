import {
  hasEnded,
  printQuery,
  printRequest,
  type Lock,
  type Network,
  type Offer,
  type Provider,
} from '@vielfalt/feed';
import { titleOf } from '@vielfalt/feed/presentation';
import { fill } from '@vielfalt/feed/wording';
import type { Site } from '../../answers/site.js';
import { translation } from '../../resources/networks.js';
import { activeFilters } from '../chosen.js';
import { pageContext, type PageContext } from '../context.js';
import { html, type HtmlContent } from '../../text/html.js';
import { networkName } from '../networks/members.js';
import { offerView } from '../offer-view.js';
import { foundOffers, offerItems, refusal, wholeAddress } from '../plain-list.js';
import { currentTerm, termPath, type TermList } from '../term.js';
import { readFrameRequest, type FrameRequest } from './request.js';

/** A page of the directory as it stands in a frame on another website. */
export interface FrameView {
  /** 200, or why it shows nothing: 400, 404 or 410. */
  status: number;
  title: string;
  /** The address of the directory's own page about the same, below the service's root. */
  path: string;
  query: string;
  /** The element that shows it; absent where there is nothing to show. */
  element?: {
    name: string;
    attributes: Record<string, string | number | boolean | undefined>;
    /** Tells whether a map stands above its search. */
    hasMap?: boolean;
  };
  /** What serves until the element runs, or in its place. */
  content: HtmlContent;
  /** How high it should stand where nobody makes it as high as its content, in CSS pixels. */
  height: number;
  context: PageContext;
  asked: FrameRequest;
}

/** Makes a frame of what a page's address, without `/embed`, asks for. */
export type MakeFrame = (
  site: Site,
  parameters: URLSearchParams,
  name: string,
) => Promise<FrameView>;

/** `/`: the directory as far as the address fixes it. */
export const directoryFrame: MakeFrame = async (site, parameters) => {
  const context = pageContext(site, parameters);
  const asked = readFrameRequest(parameters, context, {});
  const { request } = asked.requested;
  const fixed = { request: { query: asked.embedded.lock, lock: {} }, problems: [] };
  const chosen = activeFilters(fixed, context).map(({ label }) => label);
  const title = chosen.join(' · ') || context.directory.title;
  return listFrame({ path: '/', query: printRequest(request), title }, asked, context);
};

/** `/topics/{id}` and `/places/{id}`: the directory, fixed to a term. */
export const termFrame =
  (list: TermList): MakeFrame =>
  async (site, parameters, id) => {
    const context = pageContext(site, parameters);
    const term = currentTerm(list, id, context);
    const asked = readFrameRequest(parameters, context, { [list]: [term?.id ?? id] });
    if (!term) return nothing(404, termPath(list, id), asked, context);
    const { topicAbout, placeAbout } = context.texts.listing;
    const title = fill(list === 'topic' ? topicAbout : placeAbout, { name: term.label });
    return listFrame({ path: termPath(list, term.id), query: '', title }, asked, context);
  };

/** `/offers/{slug}`: the card of one offer. */
export const offerFrame: MakeFrame = async (site, parameters, name) => {
  const context = pageContext(site, parameters);
  const asked = readFrameRequest(parameters, context);
  const found = await site.answers.offer(name);
  const card = found && (await site.answers.card(found.id, {}, context.language));
  const path = `/offers/${found?.slug ?? name}`;
  if (!found || !card || hasEnded(found, site.date)) {
    return nothing(found ? 410 : 404, path, asked, context, found);
  }
  return recordFrame(asked, context, {
    path,
    title: titleOf(offerView(context, card)).text,
    kind: 'offer',
    slug: card.slug,
    content: offerItems([card], context),
    height: 480,
  });
};

/** `/providers/{slug}`: a provider with its offers. */
export const providerFrame: MakeFrame = async (site, parameters, name) => {
  const context = pageContext(site, parameters);
  const asked = readFrameRequest(parameters, context);
  const found = await site.answers.provider(name);
  const path = `/providers/${found?.slug ?? name}`;
  if (!found || found.status === 'retired') {
    return nothing(found ? 410 : 404, path, asked, context, found);
  }
  const request = { query: {}, lock: { provider: [found.slug] } };
  return recordFrame(asked, context, {
    path,
    title: found.name,
    kind: 'provider',
    slug: found.slug,
    content: html`${pageLink(path, found.name, context)}
    ${await foundOffers({ request, problems: [] }, context)}`,
    height: 800,
  });
};

/** `/networks/{slug}`: a network with its members. */
export const networkFrame: MakeFrame = async (site, parameters, name) => {
  const context = pageContext(site, parameters);
  const asked = readFrameRequest(parameters, context);
  const found = await site.answers.network(name);
  const path = `/networks/${found?.slug ?? name}`;
  if (!found || found.status === 'retired') {
    return nothing(found ? 410 : 404, path, asked, context, found);
  }
  const shown = { ...found, ...translation(site, found, context.language) };
  const title = networkName(shown, context).text;
  return recordFrame(asked, context, {
    path,
    title,
    kind: 'network',
    slug: found.slug,
    content: pageLink(path, title, context),
    height: 600,
  });
};

/** A frame with the directory, unless something in its address is not understood. */
async function listFrame(
  about: Pick<FrameView, 'path' | 'query' | 'title'>,
  asked: FrameRequest,
  context: PageContext,
): Promise<FrameView> {
  const { requested, embedded, isList, hasMap, options } = asked;
  if (requested.problems.length > 0) return mistaken(about, asked, context);
  const { query, lock } = embedded;
  const { sort, limit } = requested.request.query;
  const request = { query: { ...query, sort, limit }, lock };
  return {
    ...about,
    status: 200,
    element: {
      name: isList ? 'vielfalt-offer-list' : 'vielfalt-directory',
      attributes: { ...attributesOf(lock), start: printQuery(query) || undefined, ...options },
      hasMap,
    },
    content: await foundOffers({ request, problems: [] }, context),
    height: 800,
    context,
    asked,
  };
}

/** A lock as attributes of an element. */
function attributesOf(lock: Lock): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(printQuery(lock)));
}

interface FramedRecord extends Pick<FrameView, 'path' | 'title' | 'content' | 'height'> {
  kind: 'offer' | 'provider' | 'network';
  slug: string;
}

/** A frame with the card of one record. */
function recordFrame(
  asked: FrameRequest,
  context: PageContext,
  { kind, slug, ...about }: FramedRecord,
): FrameView {
  if (asked.requested.problems.length > 0) {
    return mistaken({ ...about, query: '' }, asked, context);
  }
  const attributes = { [kind]: slug, 'heading-level': asked.options['heading-level'] };
  const element = { name: `vielfalt-${kind}-card`, attributes };
  return { ...about, status: 200, query: '', element, context, asked };
}

/** A frame that says what of its address is not understood. */
function mistaken(
  about: Pick<FrameView, 'path' | 'query' | 'title'>,
  asked: FrameRequest,
  context: PageContext,
): FrameView {
  const content = refusal(asked.requested, context);
  return { ...about, status: 400, content, height: 400, context, asked };
}

/** A frame whose record is not there, or no longer. */
function nothing(
  status: 404 | 410,
  path: string,
  asked: FrameRequest,
  context: PageContext,
  record?: Offer | Provider | Network,
): FrameView {
  const { trouble } = context.texts;
  const title = status === 404 ? trouble.missingTitle : trouble.goneTitle;
  const name = record && ('title' in record ? record.title : record.name);
  const content = html`${name && html`<p><bdi>${name}</bdi></p>`}
    <p><a href="${wholeAddress('/', '', context)}">${trouble.toDirectory}</a></p>`;
  return { status, title, path, query: '', content, height: 200, context, asked };
}

function pageLink(path: string, name: string, context: PageContext): HtmlContent {
  return html`<p class="vielfalt-title">
    <a href="${wholeAddress(path, '', context)}"><bdi>${name}</bdi></a>
  </p>`;
}
