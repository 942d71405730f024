import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { example } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, visit } from './page-harness.js';

const ARABIC = { 'Accept-Language': 'ar-EG,ar;q=0.9,en;q=0.5' };
const baseUrl = 'https://feed.example.org/verzeichnis';

describe('whoever comes to a page of the directory for the first time', () => {
  it('is led to it in the language they like best', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const leads = async (path: string, accepted: string) => {
      const { status, headers } = await feed.get(path, { 'Accept-Language': accepted });
      return status === 302 ? headers.location : status;
    };
    assert.equal(await leads('/', 'ar-EG,ar;q=0.9,en;q=0.5'), '?lang=ar');
    assert.equal(await leads('/topics/sport?page=1&utm_source=x', 'ar'), '?page=1&lang=ar');
    assert.equal(await leads('/nothing', 'ar'), '?lang=ar');
    assert.equal(await leads('/', 'fa, AR;q=0.8, de;q=0.2'), '?lang=ar');
    for (const stays of ['de-AT, ar;q=0.9', 'fr', '*', '', ';;q=,,', 'ar;q=0', 'x'.repeat(300)]) {
      assert.equal(await leads('/', stays), 200, stays);
    }
  });

  it('is led by the order of wishes that weigh the same', async (test) => {
    const changes = example();
    const { directory } = changes;
    assert.ok(directory);
    const feed = await startFeed(test, {
      changes: { ...changes, directory: { ...directory, languages: ['en', 'ar', 'tr'] } },
    });
    const wishes: [accepted: string, language: string][] = [
      ['de-CH,en', 'de'],
      ['en,de-CH', 'en'],
      ['ar-EG, tr', 'ar'],
      ['tr, ar-EG', 'tr'],
      ['ar-EG;q=0.8, tr;q=0.8, de;q=0.2', 'ar'],
      ['fr, en-GB, tr', 'en'],
      ['ar-EG;q=0.5, tr', 'tr'],
      ['de;q=0, *', 'en'],
    ];
    for (const [accepted, language] of wishes) {
      const { headers } = await feed.get('/', { 'Accept-Language': accepted });
      const { location = '?lang=de' } = headers;
      assert.equal(location, `?lang=${language}`, accepted);
    }
  });

  it('is led to the language that another tag means, not to one that it only resembles', async (test) => {
    const changes = example();
    const { directory } = changes;
    assert.ok(directory);
    const feed = await startFeed(test, {
      changes: { ...changes, directory: { ...directory, languages: ['en', 'fa', 'kmr'] } },
    });
    const leads = async (accepted: string) => {
      const { headers } = await feed.get('/', { 'Accept-Language': accepted });
      return headers.location;
    };
    for (const tag of ['ku', 'ku-Latn', 'ku-TR', 'kmr-Latn']) {
      assert.equal(await leads(`${tag},de;q=0.5`), '?lang=kmr', tag);
    }
    for (const tag of ['prs', 'fa-AF'])
      assert.equal(await leads(`${tag},de;q=0.5`), '?lang=fa', tag);
    for (const tag of ['ckb', 'ku-Arab', 'ku-Arab-IQ', 'zh-Hans']) {
      assert.equal(await leads(`${tag},en;q=0.5`), '?lang=en', tag);
      assert.equal(await leads(`${tag},de;q=0.5`), undefined, tag);
    }
    assert.match((await visit(feed, '/?lang=ku')).html, /<html lang="kmr"/);
  });

  it('is led to no other host, whatever the path looks like', async (test) => {
    const feed = await startFeed(test);
    for (const path of ['//evil.example/', '///evil.example/x', '//evil.example/%2e%2e']) {
      const { status, headers } = await feed.get(path, ARABIC);
      const { location } = headers;
      assert.equal(status, 302, path);
      assert.equal(new URL(location ?? '', feed.url + path).origin, feed.url, path);
    }
  });

  it('keeps the language that they choose instead, on every further page', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const arabic = await visit(feed, '/?lang=ar', ARABIC);
    const [toGerman = ''] = linksTo(arabic, /^Deutsch$/);
    assert.equal(toGerman, '/verzeichnis/?lang=de');
    const german = await visit(feed, toGerman.replace('/verzeichnis', ''), ARABIC);
    assert.equal(german.status, 200);
    assert.match(german.html, /<html lang="de"/);
    assert.match(german.html, /<input type="hidden" name="lang" value="de"/);
    const onward = linksTo(german, /./).filter((href) => /^\/verzeichnis\/(?!v1)/.test(href));
    assert.ok(onward.length > 10);
    for (const href of onward) assert.match(href, /[?&]lang=[a-z]+/);
    // The page is still one page to search engines.
    assert.match(german.html, /rel="canonical" href="https:\/\/feed\.example\.org\/verzeichnis\/"/);
  });

  it('is told apart from others by shared caches, and nobody keeps where they were led', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const led = await feed.get('/', ARABIC);
    assert.match(String(led.headers.vary), /Accept-Language/);
    assert.equal(led.headers['cache-control'], 'no-store');
    assert.match(String((await feed.get('/')).headers.vary), /Accept-Language/);
    assert.equal((await feed.get('/?lang=ar')).headers.vary, 'Accept-Encoding');
  });

  it('gets the feed, calendars and files as everybody does', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    for (const path of [
      '/v1/offers',
      '/v1/offers.ics',
      '/offers/offer-1.ics',
      '/insight.csv',
      '/sitemap.xml',
      '/robots.txt',
      '/opensearch.xml',
    ]) {
      const [own, arabic] = [await feed.get(path), await feed.get(path, ARABIC)];
      assert.equal(arabic.status, own.status, path);
      assert.deepEqual(arabic.body, own.body, path);
      assert.equal(arabic.headers.vary, 'Accept-Encoding', path);
    }
  });

  it('finds a directory in one language as it is', async (test) => {
    const changes = example();
    const directory = { ...changes.directory, languages: [] };
    const feed = await startFeed(test, { changes: { ...changes, directory } });
    assert.equal((await feed.get('/', ARABIC)).status, 200);
  });
});

describe('an address that cannot be read', () => {
  const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it('leads people on, in the language they like best or have chosen', async (test) => {
    const feed = await startFeed(test);
    for (const path of ['/offers/%E4', '/%', '/topics/%C3%28', '/offers/%E4/x?utm_source=%E4']) {
      const german = await visit(feed, path, BROWSER);
      assert.equal(german.status, 400, path);
      assert.match(german.html, /<html lang="de".*<form/s, path);
      const arabic = await visit(feed, path, { ...BROWSER, ...ARABIC });
      assert.match(arabic.html, /<html lang="ar" dir="rtl"/, path);
    }
    const chosen = await visit(feed, '/offers/%E4?lang=de', { ...BROWSER, ...ARABIC });
    assert.match(chosen.html, /<html lang="de"/);
    const long = await visit(feed, `/?q=${'x'.repeat(5000)}`, BROWSER);
    assert.equal(long.status, 414);
    assert.match(long.html, /<html lang="de"/);
  });

  it('is explained to programs in theirs', async (test) => {
    const feed = await startFeed(test);
    for (const [path, headers] of [
      ['/offers/%E4', {}],
      ['/v1/offers/%E4', BROWSER],
    ] as const) {
      const { status, headers: sent } = await feed.get(path, headers);
      assert.equal(status, 400);
      assert.match(String(sent['content-type']), /application\/problem\+json/);
    }
  });
});
