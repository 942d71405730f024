import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import getRawBody from 'raw-body';
import type { Publisher } from '../answers/publisher.js';
import type { Visit, VisitRoute, VisitSources } from '../desk/visit.js';
import { Problem } from '../http/problem.js';
import { PREFLIGHT, render, type Reply } from '../http/reply.js';
import type { Rendered } from '../http/memory.js';
import { createRouter } from '../http/router.js';
import { readTarget } from '../http/target.js';
import { contentEncodingOf, type AppMiddleware, type Respond } from './state.js';

/** The most bytes of a form: twenty thousand letters of any script take six each, and more comes along. */
const MOST_BYTES = 262_144;

const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** Headers of every answer to a visit: it is nobody else's, and its address goes nowhere. */
const PRIVATE_HEADERS = { Vary: 'Accept-Encoding, Cookie', 'X-Robots-Tag': 'noindex' };

/** Headers of those that no other website may read either. */
const CLOSED_HEADERS = { ...PRIVATE_HEADERS, 'Cross-Origin-Resource-Policy': 'same-origin' };

/**
 * Answers what is somebody's own: forms, and pages behind a secret or a cookie. It is the only way in
 * for what writes, and the only place where headers of a request count besides those of `app.ts`.
 */
export function receiveVisits(
  routes: readonly VisitRoute[],
  sources: VisitSources,
  publisher: Pick<Publisher, 'heard'>,
  respond: Respond,
): AppMiddleware {
  const match = createRouter(routes);
  return async (context, next) => {
    const { path, query } = readTarget(context.req.url ?? '');
    const found = match(path);
    if (!found) {
      await next();
      return;
    }
    const { route, name } = found;
    context.state.routePath = route.path;
    const send = async (reply: Reply) => {
      const { isForElements } = route;
      const headers = { ...(isForElements ? PRIVATE_HEADERS : CLOSED_HEADERS), ...reply.headers };
      const own = { ...reply, lifetime: 'none' as const, headers };
      const rendered = await render(own, contentEncodingOf(context));
      respond(context, isForElements ? rendered : withoutSharing(rendered));
    };
    if (route.isForElements && context.req.method === 'OPTIONS') {
      await send(PREFLIGHT_FOR_FORMS);
      return;
    }
    const asked = { name, parameters: new URLSearchParams(query) };
    const visit = await readVisit(context.req, route, asked, sources.baseUrl);
    if (visit.method === 'POST' && !route.isForElements && visit.isFromHere === false) {
      throw new Problem(403, 'A form here is sent from a page of this directory alone.');
    }
    const reply = async () => route.reply(visit, sources);
    await send(await publisher.heard(reply(), performance.now()));
  };
}

/** An answer without the headers that let other websites read it. */
function withoutSharing(rendered: Rendered): Rendered {
  const headers = rendered.headers.filter((_, at, all) => {
    const name = all[at - (at % 2)] ?? '';
    return !name.startsWith('Access-Control-');
  });
  return { ...rendered, headers };
}

const PREFLIGHT_FOR_FORMS: Reply = {
  ...PREFLIGHT,
  headers: { ...PREFLIGHT.headers, 'Access-Control-Allow-Methods': 'GET, POST' },
};

/** @throws Problem where the method is another, or the form cannot be read */
async function readVisit(
  request: IncomingMessage,
  { isWithoutForm }: VisitRoute,
  asked: Pick<Visit, 'name' | 'parameters'>,
  baseUrl: string | undefined,
): Promise<Visit> {
  const { method = '', headers } = request;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    const allow = { Allow: 'GET, HEAD, POST' };
    throw new Problem(405, `Only GET, HEAD and POST are offered, not ${method}.`, {}, allow);
  }
  const header = (field: string) => request.headersDistinct[field]?.join(', ');
  const hasForm = method === 'POST' && !isWithoutForm;
  return {
    method: method === 'POST' ? 'POST' : 'GET',
    ...asked,
    form: hasForm ? await readForm(request) : new URLSearchParams(),
    cookies: readCookies(headers.cookie ?? ''),
    header,
    network: networkOf(request),
    isFromHere: isFromHere(header, baseUrl),
    isFromNear: isNear(plainAddress(request.socket.remoteAddress ?? '')),
  };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!FORM.test(request.headers['content-type'] ?? '')) {
    throw new Problem(415, 'A form is sent as application/x-www-form-urlencoded.');
  }
  try {
    const length = request.headers['content-length'];
    const body = await getRawBody(request, { limit: MOST_BYTES, length, encoding: 'utf-8' });
    return new URLSearchParams(body);
  } catch (error) {
    const { type } = error as { type?: string };
    if (type !== 'entity.too.large') throw new Problem(400, 'The form did not arrive whole.');
    // What still comes is not read.
    const headers = { Connection: 'close' };
    throw new Problem(413, `A form has at most ${MOST_BYTES} bytes.`, {}, headers);
  }
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split(/=(.*)/s));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

/**
 * Tells whether a request comes from a page of this service (Fetch Metadata, else `Origin`). A page
 * without a referrer sends the origin `null`, which says nothing, nor does what a person does in the
 * browser itself (`none`): no website can have that sent.
 */
function isFromHere(header: Visit['header'], baseUrl: string | undefined): boolean | undefined {
  const site = header('sec-fetch-site');
  if (site !== undefined) return site === 'none' ? undefined : site === 'same-origin';
  const origin = header('origin');
  if (origin === undefined || !URL.canParse(origin)) return undefined;
  const own = baseUrl !== undefined ? new URL(baseUrl).host : header('host');
  return new URL(origin).host === own;
}

/** Networks whose addresses are a proxy's, which tells where its visitors come from. */
const NEAR = new BlockList();
for (const [address, length] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const) {
  NEAR.addSubnet(address, length, 'ipv4');
}
NEAR.addAddress('::1', 'ipv6');
NEAR.addSubnet('fc00::', 7, 'ipv6');
NEAR.addSubnet('fe80::', 10, 'ipv6');

const key = randomBytes(32);

/** The network of a request, as a number that only this process could make, until it ends. */
function networkOf({ socket, headers }: IncomingMessage): string {
  const told = String(headers['x-forwarded-for'] ?? '').split(',');
  // Each proxy adds who asked it: what a stranger has made up stands before that.
  const way = [...told, socket.remoteAddress ?? ''].map(plainAddress).filter(Boolean);
  const stranger = way.findLast((address) => !isNear(address));
  const address = stranger ?? way[0] ?? '';
  return createHmac('sha256', key).update(networkPart(address)).digest('base64url');
}

function isNear(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && NEAR.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** An address without its port; an IPv4 address that is written as an IPv6 one, as itself. */
function plainAddress(written: string): string {
  return written
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1$2')
    .replace(/^::ffff:(?=\d+\.)/i, '');
}

/** The part of an address that one customer of a provider has: 24 bits of IPv4, 56 of IPv6. */
function networkPart(address: string): string {
  if (isIP(address) !== 6) return address.split('.').slice(0, 3).join('.');
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const gap = address.includes('::') ? 8 - before.length - after.length : 0;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  const numbers = groups.map((group) => parseInt(group, 16));
  return [...numbers.slice(0, 3), (numbers[3] ?? 0) >> 8].join(':');
}
