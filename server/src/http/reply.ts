import { encode, validator } from './encoding.js';
import type { ContentEncoding } from './encoding.js';
import { COMMON_HEADERS, NO_CONTENT_POLICY, type Lifetime } from './headers.js';
import { jsonPieces } from './json.js';
import type { Rendered } from './memory.js';
import type { Problem } from './problem.js';
import { Slices } from '../slices.js';

/** A resource's answer: its content, not yet its encoding. */
export interface Reply {
  status?: number;
  /** Objects are sent as JSON. */
  body: object | string | Buffer;
  /** Absent: JSON. */
  type?: string;
  /** `no-store` and not remembered, unless said otherwise. */
  lifetime?: Lifetime;
  /** As in `Rendered`. */
  until?: number;
  headers?: Record<string, string>;
}

/**
 * The answer to a CORS preflight (Fetch standard 3.3), for pages that add headers of their own to
 * every request: we read none of them, so all are allowed.
 */
export const PREFLIGHT: Reply = {
  body: '',
  type: 'text/plain',
  headers: { 'Access-Control-Allow-Headers': '*', 'Access-Control-Max-Age': '86400' },
};

/** Makes the bytes to be sent and their validator, once. */
export async function render(reply: Reply, wanted: ContentEncoding): Promise<Rendered> {
  const { status = 200, body, type = 'application/json', headers = {} } = reply;
  const { lifetime = 'none', until = Infinity } = reply;
  const bytes = await toBytes(body);
  const etag = lifetime === 'none' ? '' : validator(bytes);
  const all = {
    ...COMMON_HEADERS,
    'Content-Security-Policy': NO_CONTENT_POLICY,
    'Content-Type': type,
    ...headers,
    ...(etag && { ETag: etag }),
  };
  return {
    status,
    ...(await encode(bytes, wanted)),
    etag,
    lifetime,
    until,
    headers: Object.entries(all).flat(),
  };
}

async function toBytes(body: Reply['body']): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : await new Slices().text(jsonPieces(body)));
}

/** A problem as problem details (RFC 9457). */
export function problemReply({ details, headers }: Problem): Reply {
  return { status: details.status, body: details, type: 'application/problem+json', headers };
}
