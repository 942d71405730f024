import { LOCKS, WITHIN } from '@vielfalt/feed';
import { FORMATS } from '../formats/formats.js';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { pageContext } from './context.js';
import { xml } from '../text/html.js';
import { withoutAddress } from './sitemap.js';

/**
 * `GET /robots.txt` (RFC 9309): every page may be read, but not every combination of filters.
 * Calendars, news and other formats may be fetched whatever they are asked for: services that
 * subscribe for people (calendars, news readers) hold themselves to it too.
 */
export function robots(site: Site): Reply {
  const { root, absolute } = pageContext(site, new URLSearchParams());
  const map = absolute('/sitemap.xml');
  const choices = ['q', ...LOCKS, 'near', 'changed', 'sort', 'limit', WITHIN, 'vielfalt.'];
  const lines = [
    'User-agent: *',
    ...FORMATS.map(({ suffix }) => `Allow: ${root}/v1/offers${suffix}`),
    `Allow: ${root}/offers/*.ics`,
    ...choices.flatMap((name) => {
      const written = name.endsWith('.') ? name : `${name}=`;
      return [`Disallow: ${root}/?${written}`, `Disallow: ${root}/?*&${written}`];
    }),
    ...(map === undefined ? [] : ['', `Sitemap: ${map}`]),
  ];
  return { body: `${lines.join('\n')}\n`, type: 'text/plain; charset=utf-8', lifetime: 'data' };
}

/**
 * `GET /opensearch.xml` (OpenSearch 1.1): lets a browser search the directory from its address bar.
 * @throws Problem 404 where the public address is not known
 */
export function openSearch(site: Site, parameters: URLSearchParams): Reply {
  const { directory, texts, language, absolute } = pageContext(site, parameters);
  const page = absolute('/');
  if (page === undefined) throw withoutAddress('search description');
  const template = `${page}${page.includes('?') ? '&' : '?'}q={searchTerms}`;
  const body = xml`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${shortened(directory.title, 16)}</ShortName>
<LongName>${shortened(directory.title, 48)}</LongName>
<Description>${texts.search.intro}</Description>
<Url type="text/html" template="${template}"/>
<Language>${language}</Language>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`;
  const type = 'application/opensearchdescription+xml; charset=utf-8';
  return { body: body.toString(), type, lifetime: 'data' };
}

/** As many whole words as fit; of a long first word, its beginning. */
function shortened(text: string, most: number): string {
  const start = text.slice(0, most + 1);
  const space = start.lastIndexOf(' ');
  return text.length > most ? text.slice(0, space > 0 ? space : most) : text;
}
