import { once } from 'node:events';
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a feed may do instead of answering. */
export type Fault =
  'fails' | 'is silent' | 'says HTML' | 'breaks off' | 'is gone' | 'has a broken offer';

const SCRIPTS = /^\/widget\/v1\/.*\.js$/;
const ANSWERS = /^\/v1\//;

/** What anybody may read, whatever it is. */
const OPEN = { 'access-control-allow-origin': '*' };

async function answerOf(
  url: string,
): Promise<{ headers: OutgoingHttpHeaders; body: Buffer; status: number }> {
  const asked = ask(url, { agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const read = Buffer.concat(await answer.toArray());
  const body = ANSWERS.test(new URL(url).pathname) ? asOfAnOffice(read) : read;
  const {
    'transfer-encoding': _,
    'content-length': __,
    connection: ___,
    ...headers
  } = answer.headers;
  return { headers, body, status: answer.statusCode ?? 0 };
}

/** Says of no answer that it is a demo, which no real office does: the mark takes room. */
function asOfAnOffice(body: Buffer): Buffer {
  return Buffer.from(body.toString().replace('"demo":true', '"demo":false'));
}

/** The second offer as nobody can read it. */
function withBrokenOffer(body: Buffer): Buffer {
  const answer = JSON.parse(body.toString()) as { offers?: unknown[] };
  answer.offers?.splice(1, 1, { id: 5, title: null });
  return Buffer.from(JSON.stringify(answer));
}

/** Stands between visitors and a feed, and spoils its answers. */
export class FeedBetween {
  /** Its origin. */
  url = '';
  /** What happens to answers from now on; nothing at first. */
  fault: Fault | undefined;
  readonly #feedUrl: string;
  #isHeld = true;
  readonly #held: (() => void)[] = [];
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy());
  });

  constructor(feedUrl: string) {
    this.#feedUrl = feedUrl;
  }

  /** Answers from now on, but for scripts, which wait until they are let go. */
  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  /** Lets the scripts go. */
  letGo(): void {
    this.#isHeld = false;
    for (const go of this.#held.splice(0)) go();
  }

  async close(): Promise<void> {
    this.letGo();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.fault === 'is gone') return void response.destroy();
    if (this.#isHeld && SCRIPTS.test(url)) await new Promise<void>((go) => this.#held.push(go));
    const spoilt = ANSWERS.test(url) ? this.fault : undefined;
    if (spoilt === 'is silent') return;
    if (spoilt === 'fails') return void response.writeHead(500).end('<h1>Oh</h1>');
    if (spoilt === 'says HTML') {
      return void response
        .writeHead(200, { ...OPEN, 'content-type': 'text/html' })
        .end('<h1>Hi</h1>');
    }
    const { headers, body, status } = await answerOf(this.#feedUrl + url);
    if (spoilt === 'breaks off') {
      response.writeHead(status, { ...headers, 'content-length': body.length });
      response.write(body.subarray(0, body.length / 2), () => response.destroy());
      return;
    }
    const sent = spoilt === 'has a broken offer' ? withBrokenOffer(body) : body;
    response.writeHead(status, { ...headers, 'content-length': sent.length }).end(sent);
  }
}
