import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export type ContentEncoding = 'br' | 'gzip' | 'identity';

/** The number of bytes below which compression gains nothing. */
const SMALL = 860;

/** Brotli at 6: 9 would take more than ten times as long for a fiftieth fewer bytes. */
const QUALITY = 6;

/** Bytes as they are sent. */
export interface Encoded {
  body: Buffer;
  encoding: ContentEncoding;
}

/** @param wanted used where it gains something */
export async function encode(bytes: Buffer, wanted: ContentEncoding): Promise<Encoded> {
  if (wanted === 'identity' || bytes.length < SMALL) return { body: bytes, encoding: 'identity' };
  if (wanted === 'gzip') return { body: await compressGzip(bytes, { level: 9 }), encoding: wanted };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { body: await compressBrotli(bytes, { params }), encoding: wanted };
}

/** A weak validator: it names the content, whatever encoding it is sent in (RFC 9110, 8.8.1). */
export function validator(bytes: Buffer): string {
  return `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}

/** Choices by `Accept-Encoding`: browsers send a handful of different ones. */
const choices = new Map<string, ContentEncoding>();
const MOST_CHOICES = 200;

/** The best encoding that a request accepts (RFC 9110, 12.5.3). */
export function encodingFor(accepted = ''): ContentEncoding {
  const known = choices.get(accepted);
  if (known) return known;
  if (choices.size >= MOST_CHOICES) choices.clear();
  const chosen = chooseEncoding(accepted);
  choices.set(accepted, chosen);
  return chosen;
}

function chooseEncoding(accepted: string): ContentEncoding {
  const offers = new Map(
    accepted.split(',').map((part) => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean);
      return [name.trim(), weight === undefined ? 1 : Number(weight)] as const;
    }),
  );
  const weight = (name: string) => offers.get(name) ?? offers.get('*') ?? 0;
  if (weight('br') > 0 && weight('br') >= weight('gzip')) return 'br';
  return weight('gzip') > 0 ? 'gzip' : 'identity';
}
