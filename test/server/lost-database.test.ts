import assert from 'node:assert/strict';
import { after, describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../server/src/store/open.js';
import { apply } from './apply.js';
import { example, offer } from './example.js';
import { launch, until } from './launched.js';
import { startPostgres } from './postgres.js';

const started = await startPostgres({ after });
const server = 'missing' in started ? undefined : started;
const skip =
  'missing' in started
    ? started.missing
    : !started.own && 'TEST_DATABASE_URL names a server that others may be using';

/** Addresses that each service has answered once before it is tried. */
const KNOWN = ['/v1/offers?lang=de', '/?lang=de', '/v1/vocabulary', '/v1/offers?topic=language'];

interface Seen {
  status: number;
  retryAfter: string | null;
  /** In milliseconds. */
  waited: number;
}

async function get(url: string): Promise<Seen> {
  const asked = performance.now();
  const answer = await fetch(url);
  await answer.arrayBuffer();
  const waited = performance.now() - asked;
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), waited };
}

/** Visitors who ask for what is remembered, and for what nobody has asked before. */
async function crowd(context: TestContext, url: string) {
  for (const path of KNOWN) assert.equal((await get(url + path)).status, 200, path);
  const seen = { known: [] as Seen[], fresh: [] as Seen[] };
  let isOver = false;
  let asked = 0;
  const visitor = async (kind: keyof typeof seen, path: () => string) => {
    while (!isOver) {
      seen[kind].push(await get(url + path()));
      await sleep(5);
    }
  };
  const all = Promise.all([
    ...KNOWN.map((path) => visitor('known', () => path)),
    ...Array.from({ length: 6 }, () => visitor('fresh', () => `/v1/offers?q=kurs%20${++asked}`)),
  ]);
  const leave = () => {
    isOver = true;
    return all;
  };
  context.after(leave);
  return {
    seen,
    leave,
    /** Waits until so many more have been seen. */
    more: async (kind: keyof typeof seen, status: number, count: number) => {
      const before = seen[kind].length;
      await until(`${count} answers ${status}`, async () => {
        const since = seen[kind].slice(before);
        return since.filter((each) => each.status === status).length >= count;
      });
    },
  };
}

/** That memory answered everything it can, and that the rest was told to come back. */
function expectNoneLost(context: TestContext, { known, fresh }: Record<'known' | 'fresh', Seen[]>) {
  const counted = (all: Seen[]) => {
    const counts: Record<number, number> = {};
    for (const { status } of all) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };
  context.diagnostic(`remembered: ${JSON.stringify(counted(known))}`);
  const longest = Math.max(...fresh.map(({ waited }) => waited)).toFixed(0);
  context.diagnostic(`new: ${JSON.stringify(counted(fresh))}, ${longest} ms at most`);
  assert.deepEqual(Object.keys(counted(known)), ['200']);
  const odd = fresh.filter(({ status }) => status !== 200 && status !== 503);
  assert.deepEqual(odd, []);
  for (const { status, retryAfter } of fresh) {
    if (status === 503) assert.match(retryAfter ?? 'none', /^\d+$/);
  }
}

async function directory(): Promise<string> {
  const url = await server!.database();
  await change(url);
  return url;
}

async function change(url: string, title?: string): Promise<void> {
  const store = await openStore(url);
  const changes = title === undefined ? example() : { offers: [offer(1, { title })] };
  await apply(store, changes);
  await store.close();
}

describe('a database under load', { skip }, () => {
  for (const [name, lose, find] of [
    ['that is killed and started again', () => server!.own!.kill(), () => server!.own!.start()],
    ['that does not answer', () => server!.own!.halt(), () => server!.own!.resume()],
  ] as const) {
    test(`${name} costs nothing that is remembered; the rest gets 503`, async (context) => {
      const url = await directory();
      const feed = await launch(context, url, { ANSWERS: 'database' });
      const { seen, more, leave } = await crowd(context, feed.url);
      await more('fresh', 200, 10);
      await lose();
      context.after(() => server!.own!.resume());
      await more('fresh', 503, 20);
      await more('known', 200, 100);
      await until(
        'readiness says so',
        async () => (await get(`${feed.url}/readyz`)).status === 503,
      );
      assert.equal((await get(`${feed.url}/healthz`)).status, 200);
      await find();
      await more('fresh', 200, 10);
      await change(url, 'Danach');
      await until('the change shows', async () => {
        const answer = await fetch(`${feed.url}/v1/offers?q=danach`);
        return (await answer.text()).includes('"Danach"');
      });
      await leave();
      expectNoneLost(context, seen);
    });
  }

  test('that does not answer costs nothing at all where answers come from memory, but forms', async (context) => {
    const url = await directory();
    const feed = await launch(context, url, { ANSWERS: 'memory' });
    const { seen, more, leave } = await crowd(context, feed.url);
    const link = `${feed.url}/confirm/0123456789abcdefghijklmnopqrstuvwxyzABCDEFG`;
    assert.notEqual((await get(link)).status, 503);
    server!.own!.halt();
    context.after(() => server!.own!.resume());
    assert.equal((await get(link)).status, 503);
    await more('fresh', 200, 20);
    server!.own!.resume();
    await leave();
    assert.ok(seen.fresh.every(({ status }) => status === 200));
    expectNoneLost(context, seen);
  });
});
