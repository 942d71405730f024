import { addressParameters, printRequest } from '@vielfalt/feed';
import type { Site } from '../../answers/site.js';
import { answerRequestOf } from '../../http/answer-request.js';
import { Problem } from '../../http/problem.js';
import type { Reply } from '../../http/reply.js';
import { createRouter } from '../../http/router.js';
import { readTarget, type RequestTarget } from '../../http/target.js';
import { attributes, html, type Html } from '../../text/html.js';
import { withoutAddress } from '../sitemap.js';
import type { FrameView } from './frame.js';
import { EMBEDDABLE_PAGES } from './pages.js';
import { framePath } from './path.js';

/** The parameters of the endpoint; consumers add others of their own. */
export const OEMBED_PARAMETERS = ['url', 'maxwidth', 'maxheight', 'format'];

/** The width that is told where none is asked for, and the most, in CSS pixels. */
const WIDTH = 600;
const MOST_WIDTH = 1_200;
/** How long the answer may be kept, in seconds: what it leads to stays. */
const CACHE_AGE = 86_400;

const match = createRouter(EMBEDDABLE_PAGES);

/**
 * `GET /oembed?url=…`: how a page of the directory is embedded (https://oembed.com, `rich`).
 * @throws Problem 400 without an address or with a size that is none, 404 where the address is no
 *   page that can be embedded, 501 for another format than JSON
 */
export async function oembed(site: Site, parameters: URLSearchParams): Promise<Reply> {
  if (!site.baseUrl) throw withoutAddress('oEmbed');
  const format = parameters.get('format') || 'json';
  if (format !== 'json') throw new Problem(501, 'Only "format=json" is offered.');
  const url = parameters.get('url');
  if (!url) {
    const detail = '"url" is the address of the page to be embedded, and cannot be left out';
    throw Problem.badRequest([{ parameter: 'url', value: '', detail }]);
  }
  const maxWidth = readSize('maxwidth', parameters);
  const maxHeight = readSize('maxheight', parameters);
  const view = await viewOf(url, site);
  const { directory, absolute } = view.context;
  const height = Math.min(view.height, maxHeight ?? Infinity);
  const body = {
    version: '1.0',
    type: 'rich',
    title: view.title,
    provider_name: directory.title,
    provider_url: absolute('/'),
    cache_age: CACHE_AGE,
    width: Math.min(maxWidth ?? WIDTH, MOST_WIDTH),
    height,
    html: snippet(view, height).toString(),
  };
  return { body, lifetime: 'data' };
}

/** @throws Problem 400 where it is no whole number of pixels */
function readSize(parameter: string, parameters: URLSearchParams): number | undefined {
  const value = parameters.get(parameter);
  if (!value) return undefined;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  const detail = `"${parameter}" is a whole number of pixels`;
  throw Problem.badRequest([{ parameter, value, detail }]);
}

/** @throws Problem 404 where the address is no page that can be embedded */
async function viewOf(url: string, site: Site): Promise<FrameView> {
  const target = targetBelow(url, site.baseUrl);
  const found = target && match(target.path);
  if (found) {
    const { route, parameters, name } = answerRequestOf(found, target);
    const view = await route.frame(site, addressParameters(parameters), name);
    if (view.status === 200) return view;
  }
  throw new Problem(404, `There is no page to embed at ${JSON.stringify(url)}.`);
}

/** The part of an address below the public one; nothing where it is another website's. */
function targetBelow(url: string, baseUrl: string): RequestTarget | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname, search } = new URL(url);
  const base = new URL(baseUrl);
  const root = base.pathname.replace(/\/$/, '');
  const path = pathname === root ? '/' : pathname.slice(root.length);
  if (!/^https?:$/.test(protocol) || host !== base.host) return undefined;
  if (!pathname.startsWith(root) || !path.startsWith('/')) return undefined;
  try {
    return readTarget(path + search);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/**
 * The link first, which serves where frames do not; content systems keep no other attributes than
 * these.
 */
function snippet({ title, path, query, asked, context }: FrameView, height: number): Html {
  const { absolute } = context;
  const { request } = asked.requested;
  const { page: _, changed: __, ...choices } = request.query;
  const frame = absolute(framePath(path), printRequest({ ...request, query: choices }));
  const kept = { title, src: frame, width: '100%', height, frameborder: 0 };
  const link = html`<blockquote><a href="${absolute(path, query)}">${title}</a></blockquote>`;
  return html`${link}<iframe ${attributes(kept)}></iframe>`;
}
