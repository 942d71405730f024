import { Agent, request, type IncomingMessage } from 'node:http';

export interface Answer {
  path: string;
  status: number;
  body: string;
  /** When it was asked and when the answer was whole, by `performance.now()`. */
  asked: number;
  answered: number;
}

export interface Outcome {
  requests: number;
  /** What went wrong, in sentences. */
  failures: string[];
  /**
   * Requests sent once more, since the connection that was to carry them was closed before anything
   * of an answer came: what browsers and proxies do by themselves (RFC 9112, 9.3.1).
   */
  repeated: number;
}

/**
 * Asks over a number of connections, each as soon as it has its answer, until it is over.
 * @param check what is wrong with an answer, or nothing
 */
export async function ask(options: {
  url: string;
  paths: readonly string[];
  connections: number;
  isOver: () => boolean;
  check?: (answer: Answer) => string | undefined;
}): Promise<Outcome> {
  const { url, paths, connections, isOver, check } = options;
  // Without a limit of its own: one that queues does not say which connections were used before.
  const agent = new Agent({ keepAlive: true });
  const outcome: Outcome = { requests: 0, failures: [], repeated: 0 };

  async function visitor(number: number): Promise<void> {
    for (let turn = number; !isOver(); turn++) {
      const path = paths[turn % paths.length]!;
      const asked = performance.now();
      outcome.requests += 1;
      try {
        const { status, body } = await get(path);
        const answer = { path, status, body, asked, answered: performance.now() };
        const wrong = status === 200 ? check?.(answer) : `status ${status}`;
        if (wrong !== undefined) outcome.failures.push(`${path}: ${wrong}`);
      } catch (error) {
        outcome.failures.push(`${path}: ${String(error)}`);
      }
    }
  }

  async function get(path: string): Promise<{ status: number; body: string }> {
    const sent = request(url + path, { agent });
    try {
      return await new Promise((resolve, reject) => {
        sent.on('response', (response) => {
          const status = response.statusCode ?? 0;
          // Wrapped: nothing of an answer that has begun may be asked for again.
          text(response).then(
            (body) => resolve({ status, body }),
            (error: unknown) => reject(new Error(`broken off: ${String(error)}`)),
          );
        });
        sent.on('error', reject).end();
      });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!sent.reusedSocket || (code !== 'ECONNRESET' && code !== 'EPIPE')) throw error;
      outcome.repeated += 1;
      return get(path);
    }
  }

  await Promise.all(Array.from({ length: connections }, (_, number) => visitor(number)));
  agent.destroy();
  return outcome;
}

async function text(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
