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
  const { parts, size } = await partsOf(site, context);
  if (parts === 1) return written(await entriesFrom(site, 0, size), context);
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
  const { parts, size } = await partsOf(site, context);
  const part = /^[1-9]\d{0,4}$/.test(number) ? Number(number) : 0;
  if (part < 1 || part > parts || parts === 1) {
    throw new Problem(404, `There is no sitemap number "${number}".`);
  }
  return written(await entriesFrom(site, (part - 1) * size, part * size), context);
}

/**
 * The number of files that it takes, and of entries in each. An address stands in its entry once, and
 * once more for each language, in `AROUND` bytes of XML.
 * @throws Problem 404 where no public address is known
 */
async function partsOf(
  site: Site,
  { languages }: PageContext,
): Promise<{ parts: number; size: number }> {
  if (!site.baseUrl) throw withoutAddress('sitemap');
  let [count, longest] = [0, 0];
  for await (const { path } of entriesOf(site)) {
    count += 1;
    longest = Math.max(longest, path.length);
  }
  const bytes = (1 + languages.length) * (site.baseUrl.length + longest + AROUND);
  const parts = Math.ceil(count / Math.min(MOST, Math.floor(MOST_BYTES / bytes)));
  return { parts, size: Math.ceil(count / parts) };
}

/** Some of the entries: a large directory has more than one file could name. */
async function entriesFrom(site: Site, from: number, to: number): Promise<SitemapEntry[]> {
  const some: SitemapEntry[] = [];
  let number = 0;
  for await (const entry of entriesOf(site)) {
    if (number >= from) some.push(entry);
    number += 1;
    if (number >= to) break;
  }
  return some;
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

/** Every page that is about something. */
export async function sitemapEntries(site: Site): Promise<SitemapEntry[]> {
  return entriesFrom(site, 0, Infinity);
}

async function* entriesOf(site: Site): AsyncGenerator<SitemapEntry> {
  const { answers } = site;
  const { facets, total } = await answers.answer({ query: { limit: 1 }, lock: {} });
  yield* ['/', '/insight', '/providers'].map((path) => ({ path }));
  if (total > 0) yield* ['/newcomers', '/professionals'].map((path) => ({ path }));
  if (facets.practice?.length) yield { path: '/practice' };
  for (const list of ['topic', 'place'] as const) {
    for (const { value } of facets[list] ?? []) {
      if (site.pagePath && list === 'place' && isDistrict(value, site)) continue;
      yield { path: termPath(list, value) };
    }
  }
  const slices = new Slices();
  for (const kind of ['provider', 'offer'] as const) {
    for await (const { slug, changed } of answers.listed(kind)) {
      yield { path: `/${kind}s/${slug}`, changed };
      await slices.pause();
    }
  }
  const networks = await answers.networks();
  if (networks.length > 0) yield { path: '/networks' };
  for (const { network } of networks) {
    yield { path: `/networks/${network.slug}`, changed: network.changed };
  }
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
