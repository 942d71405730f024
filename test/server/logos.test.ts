import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { startFeed } from './feed-harness.js';
import { folder } from './fixture.js';

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** A service whose database lies in a folder with logos beside it, and other files around them. */
async function feedWithLogos(test: TestContext) {
  const place = folder(test);
  const logos = join(place, 'logos');
  mkdirSync(join(logos, 'inner.svg'), { recursive: true });
  writeFileSync(join(place, 'secret.svg'), 'secret');
  for (const name of ['club.svg', '.hidden.svg', 'notes.txt']) {
    writeFileSync(join(logos, name), DRAWING);
  }
  return { feed: await startFeed(test, { logos }), logos };
}

describe('logos', () => {
  it('come from the folder beside the database, and run nothing', async (test) => {
    const { feed } = await feedWithLogos(test);
    const { status, headers, body } = await feed.get('/logos/club.svg');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'image/svg+xml');
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*sandbox/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(body.toString(), DRAWING);
    const again = await feed.get('/logos/club.svg', { 'If-None-Match': headers.etag ?? '' });
    assert.equal(again.status, 304);
  });

  it('are those of now, without an import', async (test) => {
    const { feed, logos } = await feedWithLogos(test);
    await feed.get('/logos/club.svg');
    writeFileSync(join(logos, 'club.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    assert.match((await feed.get('/logos/club.svg')).body.toString(), /svg"\/>$/);
  });

  it('are nothing but pictures, and nothing from elsewhere', async (test) => {
    const { feed } = await feedWithLogos(test);
    const others = [
      'none.svg',
      '.hidden.svg',
      'notes.txt',
      'inner.svg',
      '..%2Fsecret.svg',
      '%00.svg',
    ];
    for (const name of others) {
      const { status, headers } = await feed.get(`/logos/${name}`);
      assert.equal(status, 404, name);
      assert.equal(headers['content-type'], 'application/problem+json');
    }
    const bare = await startFeed(test);
    assert.equal((await bare.get('/logos/club.svg')).status, 404);
  });
});
