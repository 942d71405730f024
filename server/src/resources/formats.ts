import { hasEnded, type Card, type Request } from '@vielfalt/feed';
import { entryOf, type FormatContext } from '../formats/entry.js';
import type { FeedFormat } from '../formats/format.js';
import { FORMATS } from '../formats/formats.js';
import { printCalendar } from '../formats/ical/calendar.js';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { slugOf } from '../text/slug.js';
import { address, linkHeader, pageLinks } from './links.js';
import type { Site } from '../answers/site.js';
import { readOnly, readRequest } from './request.js';

const PATH = '/v1/offers';
/** Proxies take some kilobytes of headers: of a longer query than this the formats are not named. */
const LONG_QUERY = 300;

/** Where the same offers are in another format. */
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

/** `GET /v1/offers.csv` and its kin: the offers of `/v1/offers` in another format. */
export function formatted(format: FeedFormat): (site: Site, parameters: URLSearchParams) => Reply {
  const { suffix, type, isNews, isFile } = format;
  return (site, parameters) => {
    const request = readRequest(parameters, site);
    if (isNews && request.query.sort) throw refusedOrder(request.query.sort);
    const { limit = format.limit, page = 1 } = request.query;
    const source = { site, view: site.snapshot.view(request.query.lang) };
    const { total, cards } = (isNews ? newest : asked)(source, request, limit);
    const links = pageLinks(site, PATH + suffix, request, total, limit);
    const gone = isNews && page === 1 ? goneSince(site, cards.at(-1)?.changed, limit) : [];
    const name = [slugOf(site.snapshot.state.directory.title) || 'offers', site.date];
    if (page > 1) name.push(String(page));
    return {
      body: format.print(source, { cards, total, links, gone }),
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

/** Letters, digits and hyphens need no quoting (RFC 6266). */
function disposition(isFile: boolean, name: string): string {
  return `${isFile ? 'attachment' : 'inline'}; filename="${name}"`;
}

function refusedOrder(value: string): Problem {
  const detail = 'here what changed last comes first';
  return Problem.badRequest([{ parameter: 'sort', value, detail }]);
}

function asked({ view, site }: FormatContext, { query, lock }: Request, limit: number) {
  const { date, moment } = site;
  const day = view.on(date);
  const { total, offers } = day.answer({ query: { ...query, limit }, lock }, moment.next);
  return { total, cards: offers };
}

/** By the moment of their change, the latest first; of others nobody knows whether they are news. */
function newest({ view, site }: FormatContext, { query, lock }: Request, limit: number) {
  const everything = { ...query, limit: Number.MAX_SAFE_INTEGER, page: 1 };
  const time = ({ changed = '' }: Card) => Date.parse(changed);
  const cards = view
    .on(site.date)
    .answer({ query: everything, lock })
    .offers.filter((card) => time(card) > 0)
    .sort((a, b) => time(b) - time(a) || a.order - b.order);
  const { page = 1 } = query;
  return { total: cards.length, cards: cards.slice((page - 1) * limit, page * limit) };
}

/** What has gone since a moment, the latest first and not more than there is news. */
function goneSince({ snapshot }: Site, since: string | undefined, limit: number) {
  if (since === undefined) return [];
  return snapshot
    .tombstones(since)
    .sort((a, b) => Date.parse(b.changed) - Date.parse(a.changed))
    .slice(0, limit);
}

/**
 * `GET /offers/{slug}.ics`: one offer's calendar.
 * @throws Problem 404 where it is unknown or has no times, 410 where it has ended or gone
 */
export function offerCalendar(site: Site, parameters: URLSearchParams, name: string): Reply {
  const { snapshot, date } = site;
  const { query } = readOnly(['lang'], parameters, site);
  const found = snapshot.offer(name);
  if (!found) throw new Problem(404, `The directory has no offer "${name}".`);
  if (hasEnded(found, date)) throw new Problem(410, `The offer "${found.title}" has ended.`);
  if (!found.schedule?.times?.length) {
    throw new Problem(404, `The offer "${found.title}" has no times that a calendar could hold.`);
  }
  const source = { site, view: snapshot.view(query.lang) };
  const card = source.view.on(date).cards.find(({ id }) => id === found.id);
  if (!card) throw new Problem(404, `The directory has no offer "${name}".`);
  const { title } = entryOf(source, card).texts;
  const path = `/offers/${found.slug}.ics`;
  const self = address(site, path, { query: { lang: query.lang }, lock: {} });
  return {
    body: printCalendar(source, [card], title, site.baseUrl && self),
    type: 'text/calendar; charset=utf-8',
    lifetime: 'data',
    headers: {
      'Content-Disposition': disposition(true, `${found.slug}.ics`),
      'Content-Language': source.view.lang,
    },
  };
}
