import type { IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';
import type { Context } from 'koa';
import type { Rendered } from './memory.js';

/** An answer to HEAD carries the same headers as the answer to GET (RFC 9110, 9.3.2): Koa sees to it. */
export function respond(context: Context, rendered: Rendered, cacheControl: string): void {
  const { req, res } = context;
  if (isKnown(req, rendered)) {
    respondReady(req, res, rendered, cacheControl);
    return;
  }
  context.status = rendered.status;
  const headers = headersOf(rendered, cacheControl);
  for (let at = 0; at < headers.length; at += 2) {
    context.set(headers[at] ?? '', headers[at + 1] ?? '');
  }
  context.body = rendered.body;
}

/**
 * The same in one go, for remembered answers: Koa's way, a header at a time, takes a third more
 * processor time. Also for 304, which has the headers of the answer to GET (RFC 9110, 15.4.5),
 * while Koa removes some.
 */
export function respondReady(
  request: IncomingMessage,
  response: ServerResponse,
  rendered: Rendered,
  cacheControl: string,
): void {
  const headers = headersOf(rendered, cacheControl);
  if (isKnown(request, rendered)) {
    response.writeHead(304, headers).end();
    return;
  }
  headers.push('Content-Length', String(rendered.body.length));
  response.writeHead(rendered.status, headers);
  response.end(request.method === 'HEAD' ? undefined : rendered.body);
}

function headersOf({ headers, encoding }: Rendered, cacheControl: string): string[] {
  const all = headers.concat('Cache-Control', cacheControl);
  if (encoding !== 'identity') all.push('Content-Encoding', encoding);
  return all;
}

/**
 * Says whether the client has it already: `If-None-Match` names it (weak comparison, RFC 9110,
 * 13.1.2).
 */
function isKnown(request: IncomingMessage, { status, etag }: Rendered): boolean {
  const condition = request.headers['if-none-match'];
  return (
    status === 200 && condition !== undefined && fresh({ 'if-none-match': condition }, { etag })
  );
}
