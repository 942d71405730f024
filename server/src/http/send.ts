import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, isNotModified, type Encoding } from './encoding.js';
import type { Lifetime } from './headers.js';
import type { Rendered } from './memory.js';

/** Encodings by `Accept-Encoding`: browsers send a handful of different ones. */
const encodings = new Map<string, Encoding>();

function encodingFor(accepted: string | undefined): Encoding {
  const known = encodings.get(accepted ?? '');
  if (known) return known;
  if (encodings.size > 200) encodings.clear();
  const chosen = chooseEncoding(accepted);
  encodings.set(accepted ?? '', chosen);
  return chosen;
}

/**
 * Sends a rendered answer, or 304 where the client has it already. A 304 and the answer to HEAD
 * carry the same headers as the answer to GET (RFC 9110, 9.3.2 and 15.4.5).
 */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  rendered: Rendered,
  cacheControl: (lifetime: Lifetime) => string,
): void {
  const { status, variants, etag, lifetime, headers } = rendered;
  const encoding = encodingFor(request.headers['accept-encoding']);
  const body = variants[encoding];
  const list = headers.concat('Cache-Control', cacheControl(lifetime));
  if (body !== variants.identity) list.push('Content-Encoding', encoding);
  if (status === 200 && isNotModified(request.headers['if-none-match'], etag)) {
    response.writeHead(304, list);
    response.end();
    return;
  }
  list.push('Content-Length', String(body.length));
  response.writeHead(status, list);
  response.end(request.method === 'HEAD' ? undefined : body);
}
