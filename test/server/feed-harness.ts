import { request, type IncomingHttpHeaders } from 'node:http';
import { Writable } from 'node:stream';
import type { OffersAnswer } from '@vielfalt/feed';
import {
  openStore,
  startService,
  type Changes,
  type ServiceOptions,
  type Store,
} from '@vielfalt/server';
import { pino } from 'pino';
import { openAtHome, type AnswersHome } from '../../server/src/home.js';
import { apply } from './apply.js';
import { example, MONDAY_NOON } from './example.js';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  json: <Type>() => Type;
}

export interface Feed {
  url: string;
  store: Store;
  /** What was logged, as text. */
  logged(): string;
  setClock(now: number): void;
  /** Writes changes and has the service take them over. */
  publish(changes: Changes): Promise<void>;
  refresh(): Promise<void>;
  stop(): Promise<void>;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  offers(query: string): Promise<OffersAnswer>;
}

/** What a service lasts for: one test, or those of a group by `{ after }` of `node:test`. */
export interface Lasting {
  after(work: () => Promise<void>): void;
}

/** A real feed service over a real database in memory, with a clock that tests can set. */
export async function startFeed(
  test: Lasting,
  {
    changes = example(),
    baseUrl,
    logos,
    parts,
    dictionaries,
    answers,
    store: given,
    ...more
  }: {
    changes?: Changes;
    baseUrl?: string;
    logos?: string;
    parts?: string;
    dictionaries?: string;
    answers?: AnswersHome;
    /** Absent: one in memory. */
    store?: Store;
  } & Pick<ServiceOptions, 'mailer' | 'officeHeader'> = {},
): Promise<Feed> {
  let now = MONDAY_NOON;
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const store = given ?? (await openStore('sqlite::memory:'));
  const write = (each: Changes) => apply(store, each);
  if (!given && changes.directory) await write(changes);
  const service = await startService({
    store,
    open: openAtHome(answers),
    port: 0,
    baseUrl,
    ...(logos && { logos }),
    parts,
    dictionaries,
    ...more,
    log: pino({ base: null }, sink),
    clock: () => now,
  });
  const url = `http://127.0.0.1:${service.port}`;
  const stop = once(async () => {
    await service.stop();
    await store.close();
  });
  test.after(stop);
  const get = (path: string, headers = {}, method = 'GET') => ask(url + path, headers, method);
  return {
    url,
    store,
    logged: () => lines.join(''),
    setClock: (to) => (now = to),
    async refresh() {
      // One that is under way may have looked before what is to be seen was there.
      await service.refresh();
      await service.refresh();
    },
    stop,
    get,
    async publish(each) {
      await write(each);
      await service.refresh();
    },
    async offers(query) {
      const answer = await get(`/v1/offers?${query}`);
      if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body.toString()}`);
      return answer.json<OffersAnswer>();
    },
  };
}

/** Work that is done when it is first asked for, and then let go of: tests keep their hooks for good. */
function once(work: () => Promise<void>): () => Promise<void> {
  let left: typeof work | undefined = work;
  return async () => {
    const now = left;
    left = undefined;
    await now?.();
  };
}

function ask(url: string, headers: Record<string, string>, method: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const json = <Type>() => JSON.parse(body.toString()) as Type;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, json });
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The service has given up a connection that was idle while a test reckoned for long.
      const isOld = sent.reusedSocket && error.code === 'ECONNRESET';
      if (isOld) resolve(ask(url, headers, method));
      else reject(error);
    });
    sent.end();
  });
}
