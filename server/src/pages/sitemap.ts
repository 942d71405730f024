import { termTree } from '@vielfalt/feed';
import { townsIn } from '../answers/axes.js';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { Slices } from '../slices.js';
import { pageContext, type PageContext } from './context.js';
import { xml, type Html } from '../text/html.js';
import { termPath } from './term.js';

/** The most addresses in one sitemap (sitemaps.org). */
const MOST = 50_000;
/** The most bytes in one: 50 MB, which many languages may come to sooner. */
const MOST_BYTES = 50_000_000;
/** The most bytes around an address: the element, the tag of a language twice, the change. */
const AROUND = 120;

/** A page that is about something. */
export interface SitemapEntry {
  path: string;
  changed?: string | undefined;
}

/**
 * `GET /sitemap.xml`: every page that is about something, in all languages; where one file may not
 * hold them all, an index of the files that do.
 * @throws Problem 404 where the public address is not known: a sitemap's addresses are whole
 */
export async function sitemap(site: Site): Promise<Reply> {
  const context = pageContext(site, new URLSearchParams());
  const all = await entriesOf(site);
  const parts = partsOf(all, context);
  if (parts === 1) return written(all, context);
  const each = Array.from({ length: parts }, (_, part) =>
    context.absolute(`/sitemap-${part + 1}.xml`, '', context.directory.language),
  );
  return file(xml`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${each.map((address) => xml`<sitemap><loc>${address}</loc></sitemap>\n`)}</sitemapindex>
`);
}

/**
 * `GET /sitemap-{number}.xml`: one of the files that the index names.
 * @throws Problem 404 where there is no such file
 */
export async function sitemapPart(site: Site, _: URLSearchParams, number: string): Promise<Reply> {
  const context = pageContext(site, new URLSearchParams());
  const all = await entriesOf(site);
  const parts = partsOf(all, context);
  const part = /^[1-9]\d{0,4}$/.test(number) ? Number(number) : 0;
  if (part < 1 || part > parts || parts === 1) {
    throw new Problem(404, `There is no sitemap number "${number}".`);
  }
  const size = Math.ceil(all.length / parts);
  return written(all.slice((part - 1) * size, part * size), context);
}

/** An address stands in its entry once, and once more for each language, in `AROUND` bytes of XML. */
function partsOf(all: SitemapEntry[], { site, languages }: PageContext): number {
  const longest = all.reduce((most, { path }) => Math.max(most, path.length), 0);
  const bytes = (1 + languages.length) * (site.baseUrl.length + longest + AROUND);
  return Math.max(1, Math.ceil(all.length / Math.min(MOST, Math.floor(MOST_BYTES / bytes))));
}

/** A little at a time: it may be tens of megabytes. */
async function written(all: SitemapEntry[], context: PageContext): Promise<Reply> {
  const locations: Html[] = [];
  await new Slices().each(all, (entry) => locations.push(location(entry, context)));
  return file(xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${locations}</urlset>
`);
}

function file(body: Html): Reply {
  return { body: body.toString(), type: 'application/xml; charset=utf-8', lifetime: 'data' };
}

/** The refusal of what needs whole addresses where no public one is known. */
export function withoutAddress(what: string): Problem {
  const detail = `There is no ${what}: the service does not know its public address (BASE_URL).`;
  return new Problem(404, detail);
}

/** @throws Problem 404 where no public address is known */
async function entriesOf(site: Site): Promise<SitemapEntry[]> {
  if (!site.baseUrl) throw withoutAddress('sitemap');
  return sitemapEntries(site);
}

/** Every page that is about something. */
export async function sitemapEntries(site: Site): Promise<SitemapEntry[]> {
  const { answers } = site;
  const { facets, total } = await answers.answer({ query: { limit: 1 }, lock: {} });
  const all: SitemapEntry[] = [
    { path: '/' },
    { path: '/insight' },
    { path: '/providers' },
    ...(total > 0 ? [{ path: '/newcomers' }, { path: '/professionals' }] : []),
    ...(facets.practice?.length ? [{ path: '/practice' }] : []),
    ...(['topic', 'place'] as const).flatMap((list) =>
      (facets[list] ?? [])
        .filter(({ value }) => !(site.pagePath && list === 'place' && isDistrict(value, site)))
        .map(({ value }) => ({ path: termPath(list, value) })),
    ),
  ];
  for (const kind of ['provider', 'offer'] as const) {
    for await (const { slug, changed } of answers.listed(kind)) {
      all.push({ path: `/${kind}s/${slug}`, changed });
    }
  }
  const networks = await answers.networks();
  if (networks.length > 0) all.push({ path: '/networks' });
  for (const { network } of networks) {
    all.push({ path: `/networks/${network.slug}`, changed: network.changed });
  }
  return all;
}

/**
 * Says whether a place is a part of a town. Its page lists nearly what the town's does, and there are
 * many: among files it has none.
 */
function isDistrict(id: string, { reference }: Site): boolean {
  const { terms } = reference.view(undefined);
  const [, parent] = termTree(terms).lineage('place', id);
  return parent !== undefined && townsIn(terms).includes(parent);
}

function location({ path, changed }: SitemapEntry, { absolute, languages }: PageContext): Html {
  const alternates = languages.map(
    (tag) => xml`<xhtml:link rel="alternate" hreflang="${tag}" href="${absolute(path, '', tag)}"/>`,
  );
  return xml`<url><loc>${absolute(path)}</loc>${changed && xml`<lastmod>${changed}</lastmod>`}${alternates}</url>
`;
}
