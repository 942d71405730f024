import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { cacheControl } from '../../server/src/http/headers.js';
import type { Reply } from '../../server/src/http/reply.js';
import { keepParts } from '../../server/src/http/widget-parts.js';
import { keepVersion } from '../../server/src/http/widget-versions.js';
import { MONDAY_NOON } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { folder } from './fixture.js';

interface Told {
  version: string;
  file: string;
  integrity: string;
}

const DAY = 24 * 60 * 60 * 1000;
const IMMUTABLE = 'public, max-age=31536000, immutable';
const { version: VERSION } = JSON.parse(
  readFileSync(new URL('../../widget/package.json', import.meta.url), 'utf8'),
) as { version: string };

const hashOf = (body: Buffer | string) =>
  `sha384-${createHash('sha384').update(body).digest('base64')}`;

const tell = async (feed: Feed) => (await feed.get('/widget/v1/integrity.json')).json<Told>();

/** Builds of the widget that one folder has kept, and what the service would say of each. */
function builds(test: TestContext) {
  const place = folder(test);
  const parts = join(place, 'parts');
  return {
    parts,
    run: async (version: string, name: string): Promise<Told> => {
      const bundle = join(place, name);
      const file = `chunks/vielfalt-${name}.js`;
      mkdirSync(join(bundle, 'chunks'), { recursive: true });
      writeFileSync(join(bundle, file), `'${name}';`);
      const about = JSON.stringify({ version, file, integrity: hashOf(`'${name}';`) });
      const files = new Map<string, Reply>([
        ['/widget/v1/integrity.json', { body: Buffer.from(about) }],
        [`/widget/v1/${file}`, { body: Buffer.from(`'${name}';`) }],
      ]);
      await keepParts(parts, MONDAY_NOON, bundle);
      await keepVersion(files, parts);
      return files.get('/widget/v1/integrity.json')?.body as Told;
    },
  };
}

describe('A version of the elements', () => {
  it('is one file that never changes, whose version and hash are told', async (test) => {
    const feed = await startFeed(test, { parts: folder(test) });
    const { version, integrity } = await tell(feed);
    assert.equal(version, VERSION);
    const { status, headers, body } = await feed.get(`/widget/v${version}/vielfalt.js`);
    assert.equal(status, 200);
    assert.equal(headers['cache-control'], IMMUTABLE);
    assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(hashOf(body), integrity);
    assert.doesNotMatch(body.toString(), /\bimport *\(|\bfrom *"\.|import *"\./);
  });

  it('that was here before is served for good, whatever has been built since', async (test) => {
    const { parts, run } = builds(test);
    await run('0.0.8', 'old00008');
    await run('0.0.9', 'old00009');
    const feed = await startFeed(test, { parts });
    feed.setClock(MONDAY_NOON + 1_000 * DAY);
    for (const [version, name] of [
      ['0.0.8', 'old00008'],
      ['0.0.9', 'old00009'],
    ]) {
      const { status, headers, body } = await feed.get(`/widget/v${version}/vielfalt.js`);
      assert.equal(status, 200);
      assert.equal(body.toString(), `'${name}';`);
      assert.equal(headers['cache-control'], IMMUTABLE);
    }
  });

  it('stays what it was where another build has the same number: that one has another name', async (test) => {
    const { parts, run } = builds(test);
    assert.equal((await run('0.0.9', 'first')).version, '0.0.9');
    assert.equal((await run('0.0.9', 'second')).version, '0.0.9+second');
    assert.equal((await run('0.0.9', 'first')).version, '0.0.9');
    const feed = await startFeed(test, { parts });
    const body = async (version: string) =>
      (await feed.get(`/widget/v${version}/vielfalt.js`)).body.toString();
    assert.equal(await body('0.0.9'), `'first';`);
    assert.equal(await body('0.0.9+second'), `'second';`);
    assert.equal(await body('0.0.9%2Bsecond'), `'second';`);
  });

  it('is told by its content too where nothing keeps it', async (test) => {
    for (const parts of [undefined, join(folder(test), 'file')]) {
      if (parts) writeFileSync(parts, '');
      const feed = await startFeed(test, { ...(parts && { parts }) });
      const { version, file, integrity } = await tell(feed);
      assert.equal(version, `${VERSION}+${/vielfalt-(.*)\.js/.exec(file)?.[1]}`);
      const { headers, body } = await feed.get(`/widget/v${version}/vielfalt.js`);
      assert.equal(headers['cache-control'], IMMUTABLE);
      assert.equal(hashOf(body), integrity);
      assert.equal((await feed.get(`/widget/v${VERSION}/vielfalt.js`)).status, 404);
    }
  });

  it('that is unknown is said to be so, and asked for again at once', async (test) => {
    const { parts, run } = builds(test);
    await run('0.0.9', 'first');
    writeFileSync(join(parts, 'secret.js'), 'secret');
    const feed = await startFeed(test, { parts });
    for (const path of [
      'v9.9.9/vielfalt.js',
      'v0.0.9+other/vielfalt.js',
      'v0.0.9/frame.js',
      'v0.0.9/chunks/vielfalt-first.js',
      'v0.0.9%2F..%2F..%2Fsecret/vielfalt.js',
      'v1.0.0',
    ]) {
      const { status, headers, body } = await feed.get(`/widget/${path}`);
      assert.equal(status, 404, path);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.match(body.toString(), /integrity\.json names today/);
    }
  });

  it('is found by an entry’s parts for longer than any cache may have the entry', async (test) => {
    const control = cacheControl(
      () => MONDAY_NOON,
      () => MONDAY_NOON,
    )('script');
    const seconds = [...control.matchAll(/(?:s-maxage|stale-\S+)=(\d+)/g)].map(([, each]) =>
      Number(each),
    );
    const longest = seconds.reduce((sum, each) => sum + each, 0) * 1000;
    const parts = join(folder(test), 'parts');
    const bundle = (name: string) => {
      const place = folder(test);
      mkdirSync(join(place, 'chunks'));
      writeFileSync(join(place, 'chunks', name), `'${name}';`);
      return place;
    };
    const replaced = MONDAY_NOON - longest - DAY;
    for (const name of ['a-1.js', 'a-2.js']) await keepParts(parts, replaced, bundle(name));
    const feed = await startFeed(test, { parts });
    assert.equal((await feed.get('/widget/v1/chunks/a-1.js')).status, 200);
  });
});
