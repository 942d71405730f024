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

/** A coding and its weight, with optional whitespace around the semicolon (RFC 9110, 5.6.3, 12.4.2). */
const MEMBER =
  /^[ \t]*([!#$%&'*+\-.^_`|~\w]+)[ \t]*(?:;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[ \t]*)?$/i;

/** Choices by `Accept-Encoding`: browsers send a handful of different ones. */
const choices = new Map<string, ContentEncoding>();
const MOST_CHOICES = 200;

/**
 * The best encoding that a request accepts (RFC 9110, 12.5.3). Members that are malformed count as
 * absent; of two that are liked equally, the smaller answer is sent.
 */
export function encodingFor(accepted = ''): ContentEncoding {
  const known = choices.get(accepted);
  if (known) return known;
  if (choices.size >= MOST_CHOICES) choices.clear();
  const chosen = chooseEncoding(accepted);
  choices.set(accepted, chosen);
  return chosen;
}

function chooseEncoding(accepted: string): ContentEncoding {
  const wishes = new Map(
    accepted.split(',').flatMap((member): [string, number][] => {
      const [, name, weight = '1'] = MEMBER.exec(member) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), Number(weight)]];
    }),
  );
  const weight = (name: ContentEncoding) => wishes.get(name) ?? wishes.get('*') ?? 0;
  const best = weight('br') >= weight('gzip') ? 'br' : 'gzip';
  // Without a word about it, the plain answer is acceptable, but nobody's first choice.
  const plain = wishes.get('identity') ?? 0;
  return weight(best) > 0 && weight(best) >= plain ? best : 'identity';
}
