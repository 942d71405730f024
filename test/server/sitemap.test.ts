import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reply } from '../../server/src/http/reply.js';
import { sitemap, sitemapPart } from '../../server/src/pages/sitemap.js';
import { createSnapshot } from '../../server/src/snapshot/snapshot.js';
import { answersFromMemory } from '../../server/src/answers/memory.js';
import { Moment } from '../../server/src/answers/moment.js';
import { example, MONDAY_NOON, provider, stateOf } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';

const BASE = 'https://feed.example.org/angebote';
/** What one file may hold (sitemaps.org). */
const MOST = 50_000;
const MOST_BYTES = 50_000_000;

/** A directory of many pages; providers are what costs the test least. */
function large(count: number, slug: (number: number) => string) {
  const providers = Array.from({ length: count }, (_, index) =>
    provider(index + 1, { slug: slug(index + 1) }),
  );
  return { ...example(), providers };
}

async function read(feed: Feed, path: string) {
  const { status, headers, body } = await feed.get(path);
  return { status, type: headers['content-type'], xml: body.toString(), bytes: body.length };
}

const locations = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);

function textOf({ body }: Reply): string {
  assert.ok(typeof body === 'string');
  return body;
}

/** The files that the index names, each within the limits. */
async function filesOf(feed: Feed): Promise<{ addresses: string[]; named: string[] }> {
  const { status, type, xml } = await read(feed, '/sitemap.xml');
  assert.equal(status, 200);
  assert.match(type ?? '', /^application\/xml/);
  assert.match(xml, /<sitemapindex xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9">/);
  const addresses = locations(xml);
  const named: string[] = [];
  for (const address of addresses) {
    assert.ok(address.startsWith(`${BASE}/`), address);
    const file = await read(feed, address.slice(BASE.length));
    assert.equal(file.status, 200, address);
    assert.match(file.type ?? '', /^application\/xml/);
    assert.match(file.xml, /^<\?xml [^>]*\?>\s<urlset [^]*<\/urlset>\s$/);
    assert.ok(file.bytes <= MOST_BYTES, `${address} has ${file.bytes} bytes`);
    const each = locations(file.xml);
    assert.ok(each.length <= MOST, `${address} names ${each.length}`);
    named.push(...each);
  }
  return { addresses, named };
}

describe('a sitemap of more than 50,000 pages', () => {
  it('is an index of files that name each page once', async (test) => {
    const changes = large(MOST, (number) => `provider-${number}`);
    const feed = await startFeed(test, { changes, baseUrl: BASE });
    const { addresses, named } = await filesOf(feed);
    assert.deepEqual(addresses, [`${BASE}/sitemap-1.xml`, `${BASE}/sitemap-2.xml`]);
    assert.equal(new Set(named).size, named.length);
    const isProvider = (address: string) => address.startsWith(`${BASE}/providers/`);
    assert.equal(named.filter(isProvider).length, MOST);
    for (const path of ['/', '/insight', '/topics/sport', '/places/witten', '/offers/offer-1']) {
      assert.ok(named.includes(BASE + path), path);
    }
    assert.ok(!named.includes(`${BASE}/offers/offer-5`));
    for (const name of ['99', '3', '0', '01', '-1', '1.0', 'x']) {
      assert.equal((await read(feed, `/sitemap-${name}.xml`)).status, 404, name);
    }
    const robots = (await read(feed, '/robots.txt')).xml;
    assert.match(robots, /^Sitemap: https:\/\/feed\.example\.org\/angebote\/sitemap\.xml$/m);
  });
});

describe('a sitemap of long addresses', () => {
  it('is an index too where one file would have more than 50 MB', async () => {
    const changes = large(40_000, (number) => `${'verein-fuer-'.repeat(30)}${number}`);
    const snapshot = await createSnapshot(stateOf(changes));
    const moment = new Moment(MONDAY_NOON, changes.directory.timeZone);
    const answers = answersFromMemory(snapshot, moment.date);
    const site = { answers, reference: snapshot, date: moment.date, moment, baseUrl: BASE };
    const index = textOf(await sitemap(site));
    const addresses = locations(index);
    assert.ok(addresses.length > 1, 'one file');
    let named = 0;
    for (let part = 1; part <= addresses.length; part++) {
      const file = textOf(await sitemapPart(site, new URLSearchParams(), String(part)));
      assert.ok(Buffer.byteLength(file) <= MOST_BYTES, `${Buffer.byteLength(file)} bytes`);
      named += locations(file).length;
    }
    assert.ok(named > 40_000);
  });
});

describe('where the public address is not known', () => {
  it('there is no sitemap', async (test) => {
    const feed = await startFeed(test);
    for (const path of ['/sitemap.xml', '/sitemap-1.xml']) {
      const { status, xml } = await read(feed, path);
      assert.equal(status, 404, path);
      assert.match(xml, /BASE_URL/);
    }
    assert.doesNotMatch((await read(feed, '/robots.txt')).xml, /Sitemap/);
  });
});

describe('a sitemap of few pages', () => {
  it('is one file, and there are no others', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    assert.match((await read(feed, '/sitemap.xml')).xml, /<urlset /);
    assert.equal((await read(feed, '/sitemap-1.xml')).status, 404);
  });
});
