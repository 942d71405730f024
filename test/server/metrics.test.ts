import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, test, type TestContext } from 'node:test';
import { pino } from 'pino';
import { openStore, startService } from '@vielfalt/server';
import { readConfig } from '../../server/src/config.js';
import { createRouter } from '../../server/src/http/router.js';
import { readTarget } from '../../server/src/http/target.js';
import { COMMAND } from '../support/built.js';
import { apply } from './apply.js';
import { example, MONDAY_NOON, offer } from './example.js';

/** Prometheus's text format, read strictly: every line is a comment or a sample. */
function readSamples(text: string): Map<string, number> {
  assert.ok(text.endsWith('\n'));
  const samples = new Map<string, number>();
  for (const line of text.split('\n').filter((each) => each && !/^# (HELP|TYPE) \w+ /.test(each))) {
    const sample = /^(?<series>[a-z_:][\w:]*(?:\{[^}]*\})?) (?<value>[-+.\de]+|NaN|\+Inf)$/i.exec(
      line,
    );
    assert.ok(sample?.groups, `no sample: ${line}`);
    assert.ok(!samples.has(sample.groups['series']!), `twice: ${line}`);
    samples.set(sample.groups['series']!, Number(sample.groups['value']));
  }
  return samples;
}

async function startMeasured(context: TestContext) {
  const store = await openStore('sqlite::memory:');
  await apply(store, example());
  const service = await startService({
    store,
    port: 0,
    log: pino({ enabled: false }),
    clock: () => MONDAY_NOON,
    metrics: { host: '127.0.0.1', port: 0 },
  });
  context.after(async () => {
    await service.stop();
    await store.close();
  });
  const scrape = () => fetch(`http://127.0.0.1:${service.metricsPort}/metrics`);
  return {
    store,
    service,
    scrape,
    ask: async (path: string) => (await fetch(`http://127.0.0.1:${service.port}${path}`)).text(),
    samples: async () => readSamples(await (await scrape()).text()),
  };
}

describe('metrics', () => {
  test('count requests by kind of address, and answers from memory', async (context) => {
    const { ask, samples } = await startMeasured(context);
    for (const path of ['/v1/offers?q=geheim', '/v1/offers?q=geheim', '/v1/offers?topic=none']) {
      await ask(path);
    }
    for (const path of ['/v1/offers/geheim', '/geheim', '/widget/v1/vielfalt.js']) await ask(path);
    const found = await samples();
    const requests = (route: string, status: number) =>
      found.get(`vielfalt_http_requests_total{route="${route}",status="${status}"}`);
    assert.equal(requests('/v1/offers', 200), 2);
    assert.equal(requests('/v1/offers', 400), 1);
    assert.equal(requests('/v1/offers/:name', 404), 1);
    assert.equal(requests('/widget/v1/*', 200), 1);
    assert.equal(requests('other', 404), 1);
    assert.equal(found.get('vielfalt_http_answers_remembered_total'), 1);
    const duration = 'vielfalt_http_request_duration_seconds';
    assert.equal(found.get(`${duration}_count{route="/v1/offers"}`), 3);
    assert.equal(found.get(`${duration}_bucket{le="+Inf",route="/v1/offers"}`), 3);
    assert.ok(found.get(`${duration}_sum{route="/v1/offers"}`)! > 0);
    const begun = found.get('vielfalt_http_answer_wait_seconds_count{outcome="begun"}');
    assert.equal(begun, 5, 'all that was not remembered and has a page or a route');
  });

  test('hold neither search words nor names that somebody asked for', async (context) => {
    const { ask, scrape } = await startMeasured(context);
    for (const path of ['/v1/offers?q=geheim', '/v1/offers/geheim', '/geheim', '/v1/geheim']) {
      await ask(path);
    }
    assert.doesNotMatch(await (await scrape()).text(), /geheim/);
  });

  test('tell what is shown, and what the process needs', async (context) => {
    const { service, store, samples } = await startMeasured(context);
    const before = await samples();
    assert.equal(before.get('vielfalt_revision'), 1);
    assert.equal(before.get('vielfalt_providers'), 1);
    assert.equal(before.get('vielfalt_offers'), 4);
    assert.equal(before.get('vielfalt_published_timestamp_seconds'), MONDAY_NOON / 1000);
    assert.ok(before.get('process_resident_memory_bytes')! > 1e7);
    assert.ok(before.has('nodejs_eventloop_lag_p99_seconds'));

    const changes = { offers: [offer(4, { status: 'retired' })] };
    await apply(store, changes);
    await service.refresh();
    const after = await samples();
    assert.equal(after.get('vielfalt_revision'), 2);
    assert.equal(after.get('vielfalt_offers'), 3);
  });

  test('come as Prometheus expects them, at their own port only', async (context) => {
    const { service, scrape } = await startMeasured(context);
    const answer = await scrape();
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type')!, /^text\/plain; version=0\.0\.4/);
    const elsewhere = await fetch(`http://127.0.0.1:${service.metricsPort}/v1/offers`);
    assert.equal(elsewhere.status, 404);
    const inPublic = await fetch(`http://127.0.0.1:${service.port}/metrics`);
    assert.equal(inPublic.status, 404);
  });
});

describe('the setting METRICS', () => {
  const metrics = (text?: string) => readConfig({ METRICS: text }).metrics;

  test('is off unless asked for, and takes a port or an address', () => {
    assert.equal(metrics(), undefined);
    assert.equal(metrics(''), undefined);
    assert.deepEqual(metrics('9464'), { host: '127.0.0.1', port: 9464 });
    assert.deepEqual(metrics('0.0.0.0:9464'), { host: '0.0.0.0', port: 9464 });
    assert.deepEqual(metrics('[::1]:9464'), { host: '::1', port: 9464 });
  });

  for (const text of ['on', '70000', ':9464', 'a b:1', '::1:9464']) {
    test(`does not take ${JSON.stringify(text)}`, () => {
      assert.throws(() => metrics(text), /METRICS is ".*"; it must be a port, such as 9464/);
    });
  }

  const serve = (context: TestContext, env: Record<string, string>) => {
    const child = spawn(process.execPath, [COMMAND, 'serve'], {
      env: { ...process.env, DATABASE_URL: 'sqlite::memory:', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    context.after(() => child.kill('SIGKILL'));
    return child;
  };

  test('a port that is taken is said to be the one for metrics', async (context) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    context.after(() => other.close());
    const { port } = other.address() as AddressInfo;
    const child = serve(context, { METRICS: String(port) });
    const [said] = (await once(createInterface(child.stderr), 'line')) as [string];
    assert.match(said, new RegExp(`port ${port} is taken .* Set METRICS to a free one`));
    assert.deepEqual(await once(child, 'exit'), [4, null]);
  });

  test('prom-client is not even loaded without it', async (context) => {
    for (const [env, isLoaded] of [
      [{}, false],
      [{ METRICS: '0' }, true],
    ] as const) {
      const child = serve(context, { ...env, NODE_DEBUG: 'esm,module' });
      let said = '';
      child.stderr.on('data', (text) => (said += String(text)));
      await once(createInterface(child.stdout), 'line');
      child.kill('SIGTERM');
      await once(child, 'close');
      assert.match(said, /koa/);
      assert.equal(/prom-client/.test(said), isLoaded);
    }
  });
});

test('an address belongs to one route, whatever stands in it', () => {
  const paths = [
    '/',
    '/v1/offers',
    '/v1/offers/:name',
    '/offers/:name.ics',
    '/sitemap-:name.xml',
    '/widget/v1/*',
  ];
  const route = createRouter(paths.map((path) => ({ path })));
  for (const [url, path, name] of [
    ['/', '/', ''],
    ['/?q=a', '/', ''],
    ['/v1/offers', '/v1/offers', ''],
    ['/v1/offers/', '/v1/offers', ''],
    ['/V1/%6Fffers', '/v1/offers', ''],
    ['/v1/offers?provider=/v1/offers/x', '/v1/offers', ''],
    ['/v1/offers/kurs', '/v1/offers/:name', 'kurs'],
    ['/v1/offers/N%C3%A4h%2Fkurs/', '/v1/offers/:name', 'Näh/kurs'],
    ['/v1/offers/kurs/mehr', undefined, undefined],
    ['/offers/kurs.ics', '/offers/:name.ics', 'kurs'],
    ['/offers/.ics', undefined, undefined],
    ['/sitemap-2.xml', '/sitemap-:name.xml', '2'],
    ['/widget/v1/chunks/a.js', '/widget/v1/*', 'chunks/a.js'],
    ['//v1/offers', undefined, undefined],
    ['/wp-login.php', undefined, undefined],
  ] as const) {
    const found = route(readTarget(url).path);
    assert.equal(found?.route.path, path, url);
    assert.equal(found?.name, name, url);
  }
});
