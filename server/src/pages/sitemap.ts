import { hasEnded } from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import type { Site } from '../resources/request.js';
import { pageContext, type PageContext } from './context.js';
import { xml, type Html } from './html.js';
import { termPath } from './term.js';

/** What one sitemap may hold (sitemaps.org). */
const MOST = 50_000;

interface Entry {
  path: string;
  changed?: string | undefined;
}

/**
 * `GET /sitemap.xml`: every page that is about something, in all languages.
 * @throws Problem 404 where the public address is not known: a sitemap's addresses are whole
 */
export function sitemap(site: Site): Reply {
  const context = pageContext(site, new URLSearchParams());
  if (!site.baseUrl) throw withoutAddress('sitemap');
  const all = entries(context).slice(0, MOST);
  const body = xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${all.map((entry) => location(entry, context))}</urlset>
`;
  return { body: body.toString(), type: 'application/xml; charset=utf-8', lifetime: 'data' };
}

/** What needs whole addresses cannot be made without a public one. */
export function withoutAddress(what: string): Problem {
  const detail = `There is no ${what}: the service does not know its public address (BASE_URL).`;
  return new Problem(404, detail);
}

function entries({ site, view }: PageContext): Entry[] {
  const { state, providers } = site.publication;
  const { facets } = view.on(site.date).answer({ query: {}, lock: {} });
  const offers = state.offers.filter((offer) => !hasEnded(offer, site.date));
  return [
    { path: '/' },
    { path: '/insight' },
    { path: '/providers' },
    ...(['topic', 'place'] as const).flatMap((list) =>
      (facets[list] ?? []).map(({ value }) => ({ path: termPath(list, value) })),
    ),
    ...state.providers
      .filter(({ id }) => id in providers)
      .map(({ slug, changed }) => ({ path: `/providers/${slug}`, changed })),
    ...offers.map(({ slug, changed }) => ({ path: `/offers/${slug}`, changed })),
  ];
}

function location({ path, changed }: Entry, { absolute, languages }: PageContext): Html {
  const alternates = languages.map(
    (tag) => xml`<xhtml:link rel="alternate" hreflang="${tag}" href="${absolute(path, '', tag)}"/>`,
  );
  return xml`<url><loc>${absolute(path)}</loc>${changed && xml`<lastmod>${changed}</lastmod>`}${alternates}</url>
`;
}
