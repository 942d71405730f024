import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { codeOf } from '../../files/file-error.js';
import { jsonTrouble, parseJson } from '../../files/json.js';
import { askWeb, UNTRUSTED } from '../../web/ask-web.js';
import { PrivateAddressError, publicLookup } from '../../web/private-address.js';
import { RemoteFeedError } from './remote-feed-error.js';

/** What helps where the other one is at fault. */
const LATER = 'Try again later.';

const MOST_REDIRECTS = 5;
const MOST_TRIES = 3;
/** Before the second try, in milliseconds; before the third four times as long. */
const FIRST_PAUSE = 2_000;
/** The longest pause that a feed may ask for, in milliseconds. */
const LONGEST_PAUSE = 120_000;
/** Without a byte, in milliseconds. */
const SILENCE = 30_000;
/** For a whole answer, in milliseconds. */
const WHOLE = 120_000;
/** The most bytes of one answer, uncompressed. */
const MOST_BYTES = 64 * 1024 * 1024;
/** For a whole visit, in milliseconds: a timer calls again, and visits must not pile up. */
const VISIT = 60 * 60 * 1000;
/** For a picture, in milliseconds. */
const PICTURE = 10_000;

export interface RemoteFeedOptions {
  /** Who asks, for the other's log. */
  agent: string;
  /** Lets the address that is asked be one of this machine or its own network; nothing it leads to. */
  allowPrivate?: boolean;
  /** Waits; tests do not. */
  pause?: (milliseconds: number) => Promise<unknown>;
  /** The longest time for a whole answer, in milliseconds. */
  whole?: number;
  /** The most bytes of one answer. */
  mostBytes?: number;
  /** The longest time for all answers together, in milliseconds. */
  visit?: number;
}

/** What a feed answered. */
export interface FeedAnswer {
  /** `undefined`: it is still what the validator names. */
  json: unknown;
  bytes: Buffer;
  /** For the next time (RFC 9110, 8.8.3). */
  etag: string | undefined;
}

/** How an address is asked. */
interface Asking {
  accept: string;
  etag?: string | undefined;
  /** The longest time for the whole answer, in milliseconds. */
  whole: number;
}

/** An answer, or why asking once more may help. */
type Asked<Answer> = { answer: Answer } | { trouble: string; after?: number };

/** Asks another directory's feed: politely, and trusting nothing that it says. */
export class RemoteFeed {
  readonly #options: RemoteFeedOptions;
  readonly #begun = performance.now();

  constructor(options: RemoteFeedOptions) {
    this.#options = options;
  }

  /**
   * Brings data.
   * @throws RemoteFeedError
   */
  async get(address: string, etag?: string): Promise<FeedAnswer> {
    const { pause = sleep } = this.#options;
    if (performance.now() - this.#begun > (this.#options.visit ?? VISIT)) {
      throw new RemoteFeedError(
        `${address} is too slow: all together took an hour. Try again later.`,
      );
    }
    for (let tries = 1, wait = FIRST_PAUSE; ; tries++, wait *= 4) {
      const asking = { accept: 'application/json', etag, whole: this.#options.whole ?? WHOLE };
      const answered = await this.#follow(new URL(address), asking, this.#read);
      if ('answer' in answered) return answered.answer;
      const { trouble, after = wait } = answered;
      if (tries === MOST_TRIES || after > LONGEST_PAUSE) {
        const later =
          after > LONGEST_PAUSE ? ` It asks to wait for ${Math.ceil(after / 1000)} seconds.` : '';
        throw new RemoteFeedError(`${address} ${trouble}.${later} ${LATER}`);
      }
      await pause(after);
    }
  }

  /**
   * Brings a file in one try.
   * @param accept the types that it may have, as a request names them
   * @param most the most bytes
   * @returns undefined where there is none
   * @throws RemoteFeedError
   */
  async picture(address: string, accept: string, most: number): Promise<Buffer | undefined> {
    const asking = { accept, whole: PICTURE };
    const asked = await this.#follow<Buffer | undefined>(
      new URL(address),
      asking,
      async (url, response) => {
        if (response.statusCode === 200) return this.#whole(url, response, most);
        response.destroy();
        return { answer: undefined };
      },
    );
    if ('answer' in asked) return asked.answer;
    throw new RemoteFeedError(`${address} ${asked.trouble}.`);
  }

  async #follow<Answer>(
    start: URL,
    asking: Asking,
    read: (url: URL, response: IncomingMessage) => Promise<Asked<Answer>>,
  ): Promise<Asked<Answer>> {
    let url = start;
    for (let redirects = 0; ; redirects++) {
      let response: IncomingMessage;
      try {
        response = await this.#ask(url, asking, url.host === start.host);
      } catch (error) {
        if (error instanceof PrivateAddressError) {
          throw new RemoteFeedError(
            `${error.message}, where no public feed is. If it is one all the same, say --allow-private.`,
          );
        }
        return this.#unanswered(url, error, 'cannot be reached');
      }
      const { statusCode: status = 0, headers } = response;
      if (headers.location !== undefined && status >= 300 && status < 400) {
        response.destroy();
        if (redirects === MOST_REDIRECTS) {
          throw new RemoteFeedError(`${start.href} leads on and on, from one address to the next.`);
        }
        url = redirected(url, headers.location);
        continue;
      }
      if ([429, 502, 503, 504].includes(status)) {
        response.destroy();
        const after = retryAfter(headers['retry-after']);
        return { trouble: `answers ${status}`, ...(after !== undefined && { after }) };
      }
      return read(url, response);
    }
  }

  /** @throws RemoteFeedError where asking once more does not help */
  #unanswered(url: URL, error: unknown, what: string): { trouble: string } {
    const code = codeOf(error);
    if (code === 'ABORT_ERR') {
      throw new RemoteFeedError(
        `${url.href} took too long: its answer was not whole in time. ${LATER}`,
      );
    }
    // Others speak no TLS there.
    if (UNTRUSTED.test(code) && !/SSL|EPROTO/.test(code)) {
      throw new RemoteFeedError(
        `The certificate of ${url.host} is not to be trusted (${code}): nothing was read. Its operator must mend that; if it is of an authority of your own, name that by NODE_EXTRA_CA_CERTS.`,
      );
    }
    return { trouble: `${what} (${code || 'no reason given'})` };
  }

  async #ask(
    url: URL,
    { accept, etag, whole }: Asking,
    isStart: boolean,
  ): Promise<IncomingMessage> {
    const { agent } = this.#options;
    const allowPrivate = isStart && (this.#options.allowPrivate ?? false);
    return askWeb(url, {
      headers: {
        Accept: accept,
        'Accept-Encoding': 'br, gzip',
        'User-Agent': agent,
        ...(etag !== undefined && { 'If-None-Match': etag }),
      },
      signal: AbortSignal.timeout(whole),
      silence: Math.min(SILENCE, whole),
      ...(!allowPrivate && { lookup: publicLookup }),
    });
  }

  readonly #read = async (url: URL, response: IncomingMessage): Promise<Asked<FeedAnswer>> => {
    const { statusCode: status, headers } = response;
    const { etag } = headers;
    if (status === 304) {
      response.resume();
      return { answer: { json: undefined, bytes: Buffer.alloc(0), etag } };
    }
    const type = headers['content-type'] ?? 'nothing that it names';
    if (!/^application\/(?:problem\+)?json\b/i.test(type)) {
      response.destroy();
      throw new RemoteFeedError(
        `${url.href} answers ${status} with ${type}, not with data. ${(status ?? 0) >= 500 ? LATER : 'Is it the address of a directory that Vielfalt serves?'}`,
      );
    }
    const came = await this.#whole(url, response, this.#options.mostBytes ?? MOST_BYTES);
    if ('trouble' in came) return came;
    const bytes = came.answer;
    const read = parseJson(bytes.toString());
    if (status !== 200) {
      const problem = Object('json' in read && read.json) as object;
      const detail: unknown = Reflect.get(problem, 'detail');
      const said = typeof detail === 'string' ? `: ${detail.slice(0, 300)}` : '';
      const what = (status ?? 0) >= 500 ? `${said.replace(/\.?$/, '.')} ${LATER}` : said;
      throw new RemoteFeedError(`${url.href} answers ${status}${what}`);
    }
    if ('trouble' in read) throw new RemoteFeedError(`${url.href} ${jsonTrouble(read.trouble)}`);
    return { answer: { json: read.json, bytes, etag } };
  };

  async #whole(url: URL, response: IncomingMessage, most: number): Promise<Asked<Buffer>> {
    try {
      return { answer: await this.#bytes(url, response, most) };
    } catch (error) {
      if (error instanceof RemoteFeedError) throw error;
      return this.#unanswered(url, error, 'broke off');
    }
  }

  async #bytes(url: URL, response: IncomingMessage, most: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let length = 0;
    const decoders = { br: createBrotliDecompress, gzip: createGunzip };
    const encoding = response.headers['content-encoding'];
    const decode = encoding === 'br' || encoding === 'gzip' ? decoders[encoding]() : undefined;
    const collect = async (stream: AsyncIterable<Buffer>) => {
      for await (const part of stream) {
        length += part.length;
        if (length > most) return;
        parts.push(part);
      }
    };
    // Leaving a stream early ends all of them, each with an error of its own.
    const piped = decode ? pipeline(response, decode, collect) : pipeline(response, collect);
    await piped.catch((error: unknown) => {
      if (length <= most) throw error;
    });
    if (length > most) {
      throw new RemoteFeedError(`${url.href} answers with more than ${most} bytes.`);
    }
    return Buffer.concat(parts);
  }
}

function redirected(from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  const isWeb =
    to?.protocol === 'https:' || (to?.protocol === 'http:' && from.protocol === 'http:');
  if (to && isWeb) return to;
  throw new RemoteFeedError(`${from.href} leads to ${location}, where no feed is followed to.`);
}

/** A `Retry-After` in milliseconds (RFC 9110, 10.2.3). */
function retryAfter(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - Date.now());
}
