import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How much of an answer goes over the line before another answer has its turn, in bytes. */
const PIECE = 1_400;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A line between a browser and servers: counts what comes over it, and may be slow. */
export class Line {
  /** Each answer so far: its media type, and the bytes of its headers and body. */
  readonly answers: { type: string; bytes: number }[] = [];
  readonly #latency: number;
  readonly #rate: number;
  readonly #closing: (() => void)[] = [];
  #isFreeAt = 0;

  /**
   * @param latency how long a request waits, in milliseconds
   * @param rate bytes for each millisecond, of all answers together
   */
  constructor({ latency = 0, rate = Infinity } = {}) {
    this.#latency = latency;
    this.#rate = rate;
  }

  /** The origin at which a server is found over this line. */
  async to(server: string): Promise<string> {
    const end = createServer((request, response) => {
      setTimeout(() => {
        const { method, headers } = request;
        const forwarded = ask(server + (request.url ?? ''), { method, headers }, (answer) => {
          // Who leaves in between wants no more of it.
          this.#carry(answer, response).catch(() => response.destroy());
        });
        forwarded.on('error', () => response.destroy());
        request.pipe(forwarded);
      }, this.#latency);
    });
    await new Promise<void>((resolve) => end.listen(0, '127.0.0.1', resolve));
    this.#closing.push(() => {
      end.closeAllConnections();
      end.close();
    });
    return `http://127.0.0.1:${(end.address() as AddressInfo).port}`;
  }

  async #carry(answer: IncomingMessage, response: ServerResponse) {
    const counted = {
      type: (answer.headers['content-type'] ?? '').replace(/;.*/, ''),
      bytes: answer.rawHeaders.join('').length,
    };
    this.answers.push(counted);
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        counted.bytes += piece.length;
        await this.#take(piece.length);
        response.write(piece);
      }
    }
    response.end();
  }

  /** Waits until so many bytes have gone over the line. */
  async #take(bytes: number) {
    const now = performance.now();
    this.#isFreeAt = Math.max(now, this.#isFreeAt) + bytes / this.#rate;
    if (this.#isFreeAt > now + 1) await sleep(this.#isFreeAt - now);
  }

  close() {
    for (const close of this.#closing) close();
  }
}
