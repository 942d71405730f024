import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../files/file-error.js';
import type { LinkTrouble } from '../store/papers.js';
import { askWeb, UNTRUSTED } from '../web/ask-web.js';
import { PrivateAddressError, publicLookup } from '../web/private-address.js';
import { readRobots, type Robots } from './robots.js';

/** Between two requests to a website, in milliseconds. */
const PAUSE = 1_000;
/** Without a byte, and for a whole answer, in milliseconds. */
const SILENCE = 15_000;
const WHOLE = 30_000;
const MOST_ROBOTS_REDIRECTS = 5;
/** The most bytes of a robots.txt that are read (RFC 9309, 2.5). */
const MOST_ROBOTS_BYTES = 512_000;

export interface PoliteWebOptions {
  /** Who asks, and why, for the other's log. */
  agent: string;
  /** Ends everything. */
  signal: AbortSignal;
  /** Looks names up; tests have their own. */
  lookup?: LookupFunction;
  /** Waits; tests do not. */
  pause?: (milliseconds: number) => Promise<unknown>;
  /** Without a byte, in milliseconds. */
  silence?: number;
}

/** What came of asking: a status, or what kept from it. */
export type WebAnswer = { status: number; location?: string } | WebTrouble;
export interface WebTrouble {
  trouble: LinkTrouble;
  /** The network's own word for it, or a status. */
  code?: string;
}

/** A website that asks to be left alone for a while. */
export class AskLaterError extends Error {}

/**
 * Asks websites so that nobody minds: one request at a time and a pause before the next, nothing that
 * their robots.txt keeps from programs, and no more of an answer than its head.
 */
export class PoliteWeb {
  readonly #options: PoliteWebOptions;
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #robots = new Map<string, Promise<Robots | WebTrouble>>();
  /** Hosts that have had enough. */
  readonly #left = new Set<string>();

  constructor(options: PoliteWebOptions) {
    this.#options = options;
  }

  /**
   * Asks for an address by HEAD, and by GET where that is refused or goes wrong.
   * @throws AskLaterError; the signal's reason once it has ended everything
   */
  async ask(url: URL): Promise<WebAnswer> {
    const robots = await this.#robotsOf(url);
    if (typeof robots !== 'function') return robots;
    if (!robots(url.pathname + url.search)) return { trouble: 'robots' };
    const head = await this.#answer(url, 'HEAD');
    if (isPlain(head)) return head;
    return this.#answer(url, 'GET');
  }

  #robotsOf(url: URL): Promise<Robots | WebTrouble> {
    let known = this.#robots.get(url.origin);
    if (!known) {
      known = this.#readRobots(new URL('/robots.txt', url.origin));
      this.#robots.set(url.origin, known);
    }
    return known;
  }

  async #readRobots(start: URL): Promise<Robots | WebTrouble> {
    let url = start;
    for (let redirects = 0; redirects <= MOST_ROBOTS_REDIRECTS; redirects++) {
      let text = '';
      const answer = await this.#answer(url, 'GET', async (response) => {
        if (response.statusCode === 200) text = await beginning(response);
      });
      if ('trouble' in answer) return answer;
      const { status, location } = answer;
      const next = location === undefined ? undefined : webAddress(location, url);
      if (!next) {
        // Without an answer of its own, a server may mean to forbid everything.
        return status >= 500 ? { trouble: 'robots', code: String(status) } : readRobots(text);
      }
      url = next;
    }
    return readRobots('');
  }

  async #answer(
    url: URL,
    method: 'HEAD' | 'GET',
    read?: (response: IncomingMessage) => Promise<void>,
  ): Promise<WebAnswer> {
    return this.#inTurn(url.hostname, async () => {
      const { agent, signal, lookup = publicLookup, silence = SILENCE } = this.#options;
      const all = AbortSignal.any([signal, AbortSignal.timeout(WHOLE)]);
      const headers = { 'User-Agent': agent, Accept: '*/*', 'Accept-Encoding': 'identity' };
      let response: IncomingMessage;
      try {
        response = await askWeb(url, { method, headers, silence, signal: all, lookup });
        await read?.(response);
      } catch (error) {
        signal.throwIfAborted();
        return troubleOf(error);
      }
      response.destroy();
      const { statusCode: status = 0, headers: said } = response;
      if (status === 429 || (status === 503 && said['retry-after'] !== undefined)) {
        this.#left.add(url.hostname);
        throw new AskLaterError(`${url.hostname} asks to wait`);
      }
      const isElsewhere = status >= 300 && status < 400 && said.location !== undefined;
      return { status, ...(isElsewhere && { location: said.location }) };
    });
  }

  /** Does something once everything before it at the same host is over, and a pause. */
  async #inTurn<Result>(host: string, work: () => Promise<Result>): Promise<Result> {
    const { signal, pause = (time: number) => sleep(time, undefined, { signal }) } = this.#options;
    const before = this.#turns.get(host);
    const turn = (async () => {
      if (before) {
        await before;
        signal.throwIfAborted();
        await pause(PAUSE);
      }
      signal.throwIfAborted();
      if (this.#left.has(host)) throw new AskLaterError(`${host} asks to wait`);
      return work();
    })();
    this.#turns.set(
      host,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

/** Tells whether GET would say nothing else. */
function isPlain(answer: WebAnswer): boolean {
  if ('trouble' in answer) return answer.trouble !== 'silent';
  const { status, location } = answer;
  return (status >= 200 && status < 300) || location !== undefined;
}

/** An address that another names, where it is one on the web; without what names a person. */
export function webAddress(text: string, base: URL): URL | undefined {
  if (!URL.canParse(text, base.href)) return undefined;
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.username = '';
  url.password = '';
  return url;
}

/** As many bytes of an answer as are read of a robots.txt, as text. */
async function beginning(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > MOST_ROBOTS_BYTES) break;
  }
  return Buffer.concat(parts).toString().slice(0, MOST_ROBOTS_BYTES);
}

function troubleOf(error: unknown): WebTrouble {
  if (error instanceof PrivateAddressError) return { trouble: 'private' };
  const isTimeout = error instanceof Error && /^(?:Timeout|Abort)Error$/.test(error.name);
  const code = isTimeout ? 'ETIMEDOUT' : codeOf(error);
  const trouble = /^(?:ENOTFOUND|ENODATA|EAI_\w+)$/.test(code)
    ? 'host'
    : UNTRUSTED.test(code)
      ? 'certificate'
      : 'silent';
  return { trouble, ...(code && { code }) };
}
