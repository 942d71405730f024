import { hasEnded, type Query, type Request } from '@vielfalt/feed';
import { offerEntries, entryOf } from '../formats/entry.js';
import type { FeedFormat } from '../formats/format.js';
import { FORMATS, PRACTICE_FORMATS } from '../formats/formats.js';
import { printCalendar } from '../formats/ical/calendar.js';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { Slices } from '../slices.js';
import { slugOf } from '../text/slug.js';
import { address, linkHeader, pageLinks } from './links.js';
import type { Site } from '../answers/site.js';
import { readAllowed, readRequest } from './request.js';
import { OFFER_PARAMETERS } from './openapi.js';
import { GONE, textContent } from './operation.js';
import { dataRoute, type Resource, type Route } from './route.js';

const PATH = '/v1/offers';
/** Proxies take some kilobytes of headers: of a longer query than this the formats are not named. */
const LONG_QUERY = 300;

/** The address of the same offers in another format. */
export interface Alternate {
  /** As in `Format.suffix`. */
  suffix: string;
  /** The media type without parameters. */
  type: string;
  href: string;
}

/** The offers that a request asks for in every format, from the first page. */
export function alternates(site: Site, { query, lock }: Request): Alternate[] {
  return FORMATS.map(({ suffix, type, isNews }) => {
    const asked = {
      ...query,
      limit: undefined,
      page: undefined,
      ...(isNews && { sort: undefined }),
    };
    const href = address(site, PATH + suffix, { query: asked, lock });
    return { suffix, type: type.split(';', 1)[0] ?? '', href };
  });
}

/** The same for a `Link` header (RFC 8288); empty where the addresses are too long for one. */
export function alternateHeader(site: Site, request: Request): string {
  const path = address({ ...site, baseUrl: '' }, PATH, request);
  if (path.length > LONG_QUERY) return '';
  return alternates(site, request)
    .map(({ href, type }) => `<${href}>; rel="alternate"; type="${type}"`)
    .join(', ');
}

/**
 * `GET /v1/offers.csv` and its kin: the offers of `/v1/offers` in another format.
 * @param path without the format's ending
 * @param only what all its offers are like, whatever is asked
 */
function formatted(format: FeedFormat, path: string, only: Query): Resource {
  const { suffix, type, isNews, isFile } = format;
  return async (site, parameters) => {
    const request = readRequest(parameters, site);
    if (isNews && request.query.sort) throw refusedOrder(request.query.sort);
    const { limit = format.limit, page = 1 } = request.query;
    const source = { site, view: site.reference.view(request.query.lang) };
    const query = { ...request.query, ...only };
    const { lock } = request;
    const { total, offers: cards } = isNews
      ? await site.answers.newest({ query, lock }, limit)
      : await site.answers.answer({ query: { ...query, limit }, lock }, site.moment.next);
    const slices = new Slices();
    const entries = await offerEntries(source, cards, slices);
    const links = pageLinks(site, path + suffix, request, total, limit);
    const gone = isNews && page === 1 ? await goneSince(site, cards.at(-1)?.changed, limit) : [];
    const name = [slugOf(site.reference.directory.title) || 'offers', site.date];
    if (page > 1) name.push(String(page));
    return {
      body: await slices.text(format.print(source, { entries, total, links, gone })),
      type,
      lifetime: 'data',
      headers: {
        Link: linkHeader(links),
        'Content-Disposition': disposition(isFile, name.join('-') + suffix),
        'Content-Language': source.view.lang,
      },
    };
  };
}

/** The header of a file by its name: letters, digits and hyphens need no quoting (RFC 6266). */
export function disposition(isFile: boolean, name: string): string {
  return `${isFile ? 'attachment' : 'inline'}; filename="${name}"`;
}

function refusedOrder(value: string): Problem {
  const detail = 'here what changed last comes first';
  return Problem.badRequest([{ parameter: 'sort', value, detail }]);
}

/** The offers that have gone since a moment, the latest first and not more than there is news. */
async function goneSince({ answers }: Site, since: string | undefined, limit: number) {
  if (since === undefined) return [];
  const gone = await answers.tombstones(since);
  return gone.sort((a, b) => Date.parse(b.changed) - Date.parse(a.changed)).slice(0, limit);
}

/**
 * `GET /offers/{slug}.ics`: one offer's calendar.
 * @throws Problem 404 where it is unknown or has no times, 410 where it has ended or gone
 */
async function offerCalendar(
  site: Site,
  parameters: URLSearchParams,
  name: string,
): Promise<Reply> {
  const { answers, reference, date } = site;
  const { query } = readAllowed(['lang'], parameters, site);
  const found = await answers.offer(name);
  if (!found) throw new Problem(404, `The directory has no offer "${name}".`);
  if (hasEnded(found, date)) throw new Problem(410, `The offer "${found.title}" has ended.`);
  if (!found.schedule?.times?.length) {
    throw new Problem(404, `The offer "${found.title}" has no times that a calendar could hold.`);
  }
  const source = { site, view: reference.view(query.lang) };
  const card = await answers.card(found.id, {}, query.lang);
  if (!card) throw new Problem(404, `The directory has no offer "${name}".`);
  const entry = entryOf(source, card, found);
  const path = `/offers/${found.slug}.ics`;
  const self = address(site, path, { query: { lang: query.lang }, lock: {} });
  return {
    body: [...printCalendar(source, [entry], entry.texts.title, site.baseUrl && self)].join(''),
    type: 'text/calendar; charset=utf-8',
    lifetime: 'data',
    headers: {
      'Content-Disposition': disposition(true, `${found.slug}.ics`),
      'Content-Language': source.view.lang,
    },
  };
}

/** One route for each format; a format that tells news has an order of its own. */
const routesOf = (
  formats: readonly FeedFormat[],
  { id, path, only = {}, what }: { id: string; path: string; only?: Query; what: string },
): readonly Route[] =>
  formats.map((format) => {
    const { suffix, name, type, limit, isNews } = format;
    const order = isNews
      ? 'What changed last comes first.'
      : 'In the order that the query asks for.';
    return dataRoute(path + suffix, formatted(format, path, only), {
      summary: name,
      isLong: true,
      operation: {
        id: `${id}As${suffix.split('.').map(capitalised).join('')}`,
        tag: 'offers',
        description: `${what} that the query asks for, at most ${limit} in one answer; more are behind a link. ${order}`,
        parameters: OFFER_PARAMETERS.filter((each) => !isNews || each !== 'sort'),
        answer: textContent(type.split(';', 1)[0] ?? ''),
      },
    });
  });

export const formatRoutes = routesOf(FORMATS, { id: 'offers', path: PATH, what: 'The offers' });

export const practiceRoutes = routesOf(PRACTICE_FORMATS, {
  id: 'practice',
  path: '/practice',
  only: { practice: true },
  what: 'The good practices, with why, what they take, what came of them and whom to ask,',
});

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

export const calendarRoute = dataRoute('/offers/:name.ics', offerCalendar, {
  summary: "One offer's calendar (iCalendar, RFC 5545)",
  operation: {
    id: 'offerCalendar',
    tag: 'offers',
    description: 'The times of one offer, for calendars to subscribe to.',
    parameters: ['lang'],
    name: 'Slug of the offer.',
    answer: textContent('text/calendar'),
    problems: { 404: 'It is unknown or has no times.', 410: GONE[410] },
  },
});
