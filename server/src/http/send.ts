import type { IncomingMessage, ServerResponse } from 'node:http';
import { isNotModified } from './encoding.js';
import type { Lifetime } from './headers.js';
import type { Rendered } from './memory.js';

/**
 * Sends a rendered answer, or 304 where the client has it already. A 304 and the answer to HEAD
 * carry the same headers as the answer to GET (RFC 9110, 9.3.2 and 15.4.5).
 */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  rendered: Rendered,
  cacheControl: (lifetime: Lifetime, until: number) => string,
): void {
  const { status, body, encoding, etag, lifetime, until, headers } = rendered;
  const list = headers.concat('Cache-Control', cacheControl(lifetime, until));
  if (encoding !== 'identity') list.push('Content-Encoding', encoding);
  if (status === 200 && isNotModified(request.headers['if-none-match'], etag)) {
    response.writeHead(304, list);
    response.end();
    return;
  }
  list.push('Content-Length', String(body.length));
  response.writeHead(status, list);
  response.end(request.method === 'HEAD' ? undefined : body);
}
