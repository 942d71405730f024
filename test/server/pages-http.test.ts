import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startFeed } from './feed-harness.js';
import { visit } from './page-harness.js';

const baseUrl = 'https://feed.example.org';
const PATHS = [
  '/',
  '/offers/offer-1',
  '/providers',
  '/providers/provider-1',
  '/topics/sport',
  '/places/witten',
];
const BROWSER = { Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };

/** What robots.txt says of an address: the rule with the longest match counts (RFC 9309, 2.2.2). */
function ruleFor(robots: string, address: string): string | undefined {
  const rules = [...robots.matchAll(/^(Allow|Disallow): (\S+)$/gm)].filter(([, , path = '']) =>
    new RegExp(`^${path.replace(/[.?+]/g, '\\$&').replaceAll('*', '.*')}`).test(address),
  );
  return rules.sort(([, , a = ''], [, , b = '']) => b.length - a.length)[0]?.[1];
}

describe('pages over HTTP', () => {
  it('load and run nothing but what comes from here', async (test) => {
    const feed = await startFeed(test);
    for (const path of [...PATHS, '/nothing', '/offers/offer-5']) {
      const { headers, html } = await visit(feed, path);
      const policy = String(headers['content-security-policy']);
      assert.match(policy, /default-src 'none'; style-src 'self'; script-src 'self'/, path);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /unsafe|https?:/);
      assert.doesNotMatch(html, /\sstyle=|<style|\son[a-z]+=/);
      assert.equal(headers['set-cookie'], undefined);
    }
  });

  it('are kept no longer than the day, and answered 304 to who has them', async (test) => {
    const feed = await startFeed(test);
    for (const path of PATHS) {
      const { headers } = await feed.get(path);
      assert.match(String(headers['cache-control']), /^public, max-age=60, /, path);
      const again = await feed.get(path, { 'If-None-Match': headers.etag ?? '' });
      assert.equal(again.status, 304);
      const head = await feed.get(path, {}, 'HEAD');
      assert.equal(head.headers['content-length'], headers['content-length']);
      const post = await feed.get(path, {}, 'POST');
      assert.equal(post.status, 405);
    }
    feed.setClock(Date.parse('2026-11-24T11:00:00Z'));
    assert.doesNotMatch((await visit(feed, '/')).text, /Ausflug/);
  });

  it('have addresses below the configured one, never the Host header', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    for (const path of [...PATHS, '/sitemap.xml', '/robots.txt', '/opensearch.xml']) {
      const { html } = await visit(feed, path, { Host: 'evil.example' });
      assert.doesNotMatch(html, /evil/, path);
      if (PATHS.includes(path)) {
        assert.ok(html.includes(`<link rel="canonical" href="${baseUrl}${path}" />`), path);
        assert.ok(html.includes(`property="og:url" content="${baseUrl}${path}"`), path);
      }
    }
  });

  it('say in every language that there is nothing yet, and to the operator what to do', async (test) => {
    const feed = await startFeed(test, { changes: {}, baseUrl: `${baseUrl}/angebote` });
    const { status, headers, html, text } = await visit(feed, '/places/witten', BROWSER);
    assert.equal(status, 503);
    assert.equal(headers['retry-after'], '5');
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(text, /gleich noch einmal[^]*try again[^]*المحاولة[^]*yeniden deneyin[^]*ще раз/);
    assert.match(text, /vielfalt import/);
    const [, style = ''] = /href="\/angebote(\/pages\/pages-[0-9a-f]+\.css)"/.exec(html) ?? [];
    assert.equal((await feed.get(style)).status, 200);
    const program = await feed.get('/v1/offers', BROWSER);
    assert.equal(program.headers['content-type'], 'application/problem+json');
  });

  it('stand below a path, where the service does', async (test) => {
    const feed = await startFeed(test, { baseUrl: `${baseUrl}/angebote` });
    const { html } = await visit(feed, '/offers/offer-1');
    assert.match(
      html,
      /rel="canonical" href="https:\/\/feed\.example\.org\/angebote\/offers\/offer-1"/,
    );
    const own = [...html.matchAll(/(?:href|action|src)="(\/[^"]*)"/g)].map(([, path]) => path);
    assert.deepEqual(
      own.filter((path) => !path?.startsWith('/angebote/')),
      [],
    );
  });

  it('carry data for search engines', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    for (const [path, type] of [
      ['/offers/offer-1', 'Course'],
      ['/providers/provider-1', 'Organization'],
    ] as const) {
      const { html } = await visit(feed, path);
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
      assert.equal((JSON.parse(data) as { '@type': string })['@type'], type);
    }
  });

  it('keep search engines to pages that are about something', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const isListed = async (path: string) => !/noindex/.test((await visit(feed, path)).html);
    assert.ok(await isListed('/'));
    assert.ok(await isListed('/?page=1'));
    assert.ok(!(await isListed('/?q=sport')));
    assert.ok(!(await isListed('/?topic=sport&day=mo')));
  });

  it('are listed in a sitemap with the day of their change, without what has gone', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const { html: xml, headers } = await visit(feed, '/sitemap.xml');
    assert.match(String(headers['content-type']), /^application\/xml/);
    assert.match(
      xml,
      /<loc>https:\/\/feed\.example\.org\/offers\/offer-1<\/loc><lastmod>2026-11-01T08:00:00Z</,
    );
    assert.match(xml, /hreflang="ar" href="https:\/\/feed\.example\.org\/topics\/sport\?lang=ar"/);
    assert.doesNotMatch(xml, /offer-5|provider-2/);
    const { html: robots } = await visit(feed, '/robots.txt');
    assert.match(robots, /^Sitemap: https:\/\/feed\.example\.org\/sitemap\.xml$/m);
    const { html: search } = await visit(feed, '/opensearch.xml?lang=ar');
    assert.match(
      search,
      /template="https:\/\/feed\.example\.org\/\?lang=ar&amp;q=\{searchTerms\}"/,
    );
  });

  it('let calendars and news be fetched, and keep crawlers out of filters', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const { html: robots } = await visit(feed, '/robots.txt');
    for (const suffix of ['.ics', '.atom', '.feed.json', '.csv', '.geojson', '.jsonld']) {
      const path = `/v1/offers${suffix}?topic=language&within.place=witten`;
      assert.equal(ruleFor(robots, path), 'Allow', path);
    }
    assert.equal(ruleFor(robots, '/offers/offer-1.ics?lang=ar'), 'Allow');
    assert.notEqual(ruleFor(robots, '/offers/offer-1'), 'Disallow');
    assert.equal(ruleFor(robots, '/?topic=language'), 'Disallow');
    assert.equal(ruleFor(robots, '/?lang=ar&q=deutsch'), 'Disallow');
  });

  it('bring one style sheet that may be kept for ever', async (test) => {
    const feed = await startFeed(test);
    const { html } = await visit(feed, '/');
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
    assert.equal(sheets.length, 1);
    const { status, headers } = await feed.get(sheets[0]?.[1] ?? '');
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^text\/css/);
    assert.match(String(headers['cache-control']), /immutable/);
    assert.equal((await feed.get('/pages/pages-000000000000.css')).status, 404);
  });
});
