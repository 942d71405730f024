import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { keepParts, keptPart } from '../../server/src/http/widget-parts.js';
import { MONDAY_NOON } from './example.js';
import { startFeed } from './feed-harness.js';
import { folder } from './fixture.js';

const DAY = 24 * 60 * 60 * 1000;

/** The parts of the widget as it is built. */
const BUILT = fileURLToPath(new URL('../../widget/bundle/chunks', import.meta.url));

/** A place for builds of the widget, and the folder that keeps their parts. */
function places(test: TestContext) {
  const place = folder(test);
  const bundle = join(place, 'bundle');
  const parts = join(place, 'widget-parts');
  return {
    parts,
    /** Another build, whose parts have these names, begins to run. */
    run: async (now: number, ...names: string[]) => {
      rmSync(bundle, { recursive: true, force: true });
      mkdirSync(join(bundle, 'chunks'), { recursive: true });
      for (const name of names) writeFileSync(join(bundle, 'chunks', name), `'${name}';`);
      await keepParts(parts, now, bundle);
    },
    find: (name: string) => keptPart(parts, `chunks/${name}`),
  };
}

describe('parts of the widget', () => {
  it('of an earlier build are there for thirty days after the last day that they were in use', async (test) => {
    const { run, find } = places(test);
    await run(0, 'a-1.js', 'shared.js');
    // A service that has run for long: what it has is not old when the next one begins.
    await run(100 * DAY, 'a-2.js', 'shared.js');
    assert.equal(String((await find('a-1.js'))?.body), "'a-1.js';");
    await run(129 * DAY, 'a-3.js', 'shared.js');
    for (const name of ['a-1.js', 'a-2.js', 'a-3.js', 'shared.js'])
      assert.ok(await find(name), name);
    await run(131 * DAY, 'a-3.js', 'shared.js');
    assert.equal(await find('a-1.js'), undefined);
    for (const name of ['a-2.js', 'a-3.js', 'shared.js']) assert.ok(await find(name), name);
  });

  it('stay for good where a part is all of a build: pages insist on it by its hash', async (test) => {
    const { run, find } = places(test);
    await run(0, 'vielfalt-a1.js', 'a-1.js');
    await run(DAY, 'vielfalt-b2.js', 'a-2.js');
    await run(1_000 * DAY, 'vielfalt-c3.js', 'a-3.js');
    assert.equal(await find('a-1.js'), undefined);
    for (const name of ['a1', 'b2', 'c3']) assert.ok(await find(`vielfalt-${name}.js`), name);
  });

  it('are those of a later build too, for a service that has not been restarted yet', async (test) => {
    const { parts, run } = places(test);
    const feed = await startFeed(test, { parts });
    assert.equal((await feed.get('/widget/v1/chunks/new-1.js')).status, 404);
    await run(MONDAY_NOON, 'new-1.js');
    const { status, headers, body } = await feed.get('/widget/v1/chunks/new-1.js');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
    assert.match(String(headers['cache-control']), /immutable/);
    assert.equal(body.toString(), "'new-1.js';");
  });

  it('are put aside by the service itself, and served by the next one', async (test) => {
    const { parts } = places(test);
    mkdirSync(join(parts, 'current'), { recursive: true });
    writeFileSync(join(parts, 'current', 'details-old.js'), 'export {};');
    const feed = await startFeed(test, { parts });
    const { status, headers } = await feed.get('/widget/v1/chunks/details-old.js');
    assert.equal(status, 200);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.deepEqual(readdirSync(join(parts, 'earlier')), ['details-old.js']);
    assert.deepEqual(readdirSync(join(parts, 'current')).sort(), readdirSync(BUILT).sort());
  });

  it('that are not there are asked for again at once; nothing else is given out', async (test) => {
    const { parts } = places(test);
    mkdirSync(join(parts, 'current'), { recursive: true });
    writeFileSync(join(parts, 'secret.js'), 'secret');
    writeFileSync(join(parts, 'current', '.hidden.js'), 'secret');
    const feed = await startFeed(test, { parts });
    const names = ['chunks/none-1.js', 'chunks/..%2Fsecret.js', 'chunks/.hidden.js', 'secret.js'];
    for (const name of names) {
      const { status, headers } = await feed.get(`/widget/v1/${name}`);
      assert.equal(status, 404, name);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['access-control-allow-origin'], '*');
    }
  });

  it('come in one file too, whose hash is told', async (test) => {
    const feed = await startFeed(test);
    const told = await feed.get('/widget/v1/integrity.json');
    assert.match(String(told.headers['cache-control']), /max-age=600/);
    const { file, integrity } = told.json<{ file: string; integrity: string }>();
    const { status, headers, body } = await feed.get(`/widget/v1/${file}`);
    assert.equal(status, 200);
    assert.match(String(headers['cache-control']), /immutable/);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(`sha384-${createHash('sha384').update(body).digest('base64')}`, integrity);
    assert.doesNotMatch(body.toString(), /\bimport *\(/);
  });

  it('that cannot be kept hold nothing up, and the log says so', async (test) => {
    const parts = join(folder(test), 'file');
    writeFileSync(parts, '');
    const feed = await startFeed(test, { parts });
    assert.equal((await feed.get('/widget/v1/vielfalt.js')).status, 200);
    assert.match(feed.logged(), /cannot be kept/);
  });
});
