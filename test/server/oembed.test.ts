import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { example, offer } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { unescaped, visit } from './page-harness.js';

const BASE = 'https://feed.example.org';

interface Embedding {
  type: string;
  version: string;
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  width: number;
  height: number;
  html: string;
}

/** What a content system is told of an address. */
async function ask(feed: Feed, url: string, more = '') {
  const answer = await feed.get(`/oembed?format=json&url=${encodeURIComponent(url)}${more}`);
  return { ...answer, told: answer.json<Embedding>() };
}

/** Where the frame in a snippet leads. */
function frameOf({ html }: Embedding): string {
  return unescaped(/<iframe [^>]*src="([^"]*)"/.exec(html)?.[1] ?? '');
}

/** What content systems keep of a snippet: these tags with these attributes, and all text. */
function filtered(html: string): string {
  return html.replace(/<(\/?)([a-z]+)([^>]*)>/g, (_, slash: string, tag: string, rest: string) => {
    const kept = {
      a: /^href$/,
      blockquote: /^$/,
      iframe: /^(src|width|height|frameborder|marginwidth|marginheight|scrolling|title)$/,
    }[tag];
    if (!kept) return '';
    const all = [...rest.matchAll(/ ([a-z]+)="[^"]*"/g)];
    return `<${slash}${tag}${all.map(([text, name = '']) => (kept.test(name) ? text : '')).join('')}>`;
  });
}

/** The address that a page names for content systems, as these read its head. */
function discovered(html: string): string | undefined {
  const head = html.slice(0, 150_000).split('</head>')[0] ?? '';
  const links = [...head.matchAll(/<link([^<>]+)\/?>/g)].map(([, attributes = '']) => attributes);
  const found = links.find((each) => each.includes('application/json+oembed'));
  return found && unescaped(/href="([^"]*)"/.exec(found)?.[1] ?? '');
}

const startOne = (test: TestContext, baseUrl = BASE) => startFeed(test, { baseUrl });

describe('oEmbed', () => {
  for (const [path, frame] of [
    ['/', '/embed'],
    ['/?topic=language&place=witten&q=kurs', '/embed?q=kurs&topic=language&place=witten'],
    ['/?topic=language&within.place=witten', '/embed?topic=language&within.place=witten'],
    ['/?topic=sport&vielfalt.topic=language&utm_source=x', '/embed?topic=language'],
    ['/?place=witten&page=3&limit=5&lang=ar', '/embed?place=witten&limit=5&lang=ar'],
    ['/offers/offer-1', '/embed/offers/offer-1'],
    ['/offers/offer-1?lang=ar&fbclid=x#vielfalt-offer=y', '/embed/offers/offer-1?lang=ar'],
    ['/providers/provider-1/', '/embed/providers/provider-1'],
    ['/networks/network-1', '/embed/networks/network-1'],
    ['/topics/gymnastics?page=2', '/embed/topics/sport'],
    ['/places/witten', '/embed/places/witten'],
  ] as const) {
    it(`embeds ${path}`, async (test) => {
      const feed = await startOne(test);
      const { status, headers, told } = await ask(feed, BASE + path);
      assert.equal(status, 200);
      assert.equal(headers['content-type'], 'application/json');
      assert.equal(frameOf(told), BASE + frame);
      const answered = await visit(feed, frame);
      assert.equal(answered.status, 200, 'the frame is there');
      assert.equal(told.version, '1.0');
      assert.equal(told.type, 'rich');
      assert.equal(told.provider_name, 'Beispielverzeichnis');
      assert.equal(filtered(told.html), told.html, 'it survives the filter');
      assert.match(told.html, /^<blockquote><a href="[^"]+">[^<]+<\/a><\/blockquote><iframe /);
      assert.match(told.html, / width="100%" height="\d+" frameborder="0"><\/iframe>$/);
    });
  }

  it('names the page in words, for the link and the frame', async (test) => {
    const feed = await startOne(test);
    const title = async (path: string) => (await ask(feed, BASE + path)).told.title;
    assert.equal(await title('/'), 'Beispielverzeichnis');
    assert.equal(await title('/?topic=language&within.place=witten'), 'Sprache · Witten');
    assert.equal(await title('/offers/offer-1?lang=ar'), 'دورة اللغة الألمانية صباحًا');
    assert.equal(await title('/topics/sport'), 'Angebote zum Thema Sport');
  });

  it('is found in the head of each page that it embeds, and of no other', async (test) => {
    const feed = await startOne(test);
    for (const path of [
      '/',
      '/?topic=language&within.place=witten',
      '/?place=witten&lang=ar',
      '/offers/offer-1',
      '/providers/provider-1',
      '/networks/network-1',
      '/topics/sport',
      '/places/witten',
    ]) {
      const { html } = await visit(feed, path);
      const address = discovered(html) ?? '';
      assert.ok(address.startsWith(`${BASE}/oembed?url=`), path);
      assert.ok(html.indexOf('json+oembed') < 2_000, 'early');
      const { status, body } = await feed.get(address.slice(BASE.length));
      assert.equal(status, 200, path);
      const page = (JSON.parse(body.toString()) as Embedding).html;
      const link = unescaped(/<a href="([^"]*)"/.exec(page)?.[1] ?? '');
      assert.equal(link, unescaped(/rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? ''), path);
    }
    for (const path of ['/providers', '/insight', '/newcomers', '/offers/offer-5', '/?place=x']) {
      assert.equal(discovered((await visit(feed, path)).html), undefined, path);
    }
  });

  it('is not there where the public address is not known, and says so', async (test) => {
    const feed = await startFeed(test);
    assert.equal(discovered((await visit(feed, '/')).html), undefined);
    const { status, body } = await ask(feed, `${feed.url}/`);
    assert.equal(status, 404);
    assert.match(body.toString(), /BASE_URL/);
  });

  it('knows its pages below a path', async (test) => {
    const feed = await startOne(test, `${BASE}/angebote`);
    for (const path of ['/angebote', '/angebote/', '/angebote?']) {
      assert.equal(frameOf((await ask(feed, BASE + path)).told), `${BASE}/angebote/embed`, path);
    }
    for (const path of ['/', '/angebote2/', '/angebotes', '/offers/offer-1']) {
      assert.equal((await ask(feed, BASE + path)).status, 404, path);
    }
  });

  for (const url of [
    'https://evil.example/offers/offer-1',
    'https://feed.example.org.evil.example/',
    'https://feed.example.org@evil.example/',
    'https://feed.example.org:8443/',
    'ftp://feed.example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//feed.example.org/',
    '/offers/offer-1',
    'offers/offer-1',
    'https://',
    `${BASE}/offers/`,
    `${BASE}/offers/nothing`,
    `${BASE}/offers/offer-5`,
    `${BASE}/offers/offer-1/more`,
    `${BASE}/offers/%2e%2e%2fproviders`,
    `${BASE}/offers/%E0%A4%A`,
    `${BASE}/topics/__proto__`,
    `${BASE}/embed?place=witten`,
    `${BASE}/embed/offers/offer-1`,
    `${BASE}/oembed?url=${BASE}/`,
    `${BASE}/insight`,
    `${BASE}/v1/offers`,
    `${BASE}/?place=wittn`,
    `${BASE}/?within.place=wittn`,
    `${BASE}/?q=${'x'.repeat(1_000)}`,
  ]) {
    it(`embeds nothing of ${JSON.stringify(url.slice(0, 60))}`, async (test) => {
      const feed = await startOne(test);
      const { status, headers } = await feed.get(`/oembed?url=${encodeURIComponent(url)}`, {
        Accept: 'text/html',
      });
      assert.equal(status, 404);
      assert.equal(headers['content-type'], 'application/problem+json');
    });
  }

  it('leads to the address that stays, whatever was asked with', async (test) => {
    const feed = await startOne(test);
    for (const url of [
      'http://feed.example.org/offers/offer-1',
      'https://user:secret@feed.example.org/offers/offer-1',
      'HTTPS://FEED.example.org:443/OFFERS/offer-1',
      `${BASE}/x/../offers/offer-1`,
    ]) {
      const { status, told } = await ask(feed, url);
      assert.equal(status, 200, url);
      assert.equal(frameOf(told), `${BASE}/embed/offers/offer-1`);
      assert.match(told.html, /<a href="https:\/\/feed\.example\.org\/offers\/offer-1">/);
    }
  });

  it('keeps to the size that is asked for', async (test) => {
    const feed = await startOne(test);
    const size = async (more: string) => {
      const { told } = await ask(feed, `${BASE}/`, more);
      assert.ok(told.html.includes(` height="${told.height}" `));
      return [told.width, told.height];
    };
    assert.deepEqual(await size(''), [600, 800]);
    assert.deepEqual(await size('&maxwidth=500&maxheight=750'), [500, 750]);
    assert.deepEqual(await size('&maxwidth=999999999&maxheight=999999999'), [1200, 800]);
    assert.deepEqual(await size('&maxwidth=&maxheight=&dnt=1'), [600, 800]);
    for (const wrong of ['-1', '0', '1.5', '1e3', 'abc', ' 5', '9'.repeat(30), '0x10']) {
      for (const name of ['maxwidth', 'maxheight']) {
        const { status, body } = await ask(feed, `${BASE}/`, `&${name}=${wrong}`);
        assert.equal(status, 400, `${name}=${wrong}`);
        assert.match(body.toString(), new RegExp(`${name}.*whole number`));
      }
    }
  });

  it('is JSON alone', async (test) => {
    const feed = await startOne(test);
    for (const format of ['xml', 'XML', 'jsonp', '../x']) {
      const { status, headers } = await feed.get(
        `/oembed?url=${encodeURIComponent(`${BASE}/`)}&format=${format}`,
        { Accept: 'text/html' },
      );
      assert.equal(status, 501, format);
      assert.equal(headers['content-type'], 'application/problem+json');
    }
    assert.equal((await feed.get('/oembed')).status, 400);
    assert.equal((await feed.get('/oembed?url=')).status, 400);
    assert.equal((await feed.get(`/oembed?url=${BASE}/`)).status, 200, 'without a format');
  });

  it('lets no title out of its attribute', async (test) => {
    const changes = example();
    const title = "\"><script>alert(1)</script> & 'x'";
    const feed = await startFeed(test, {
      baseUrl: BASE,
      changes: { ...changes, offers: [offer(1, { title })] },
    });
    const { told } = await ask(feed, `${BASE}/offers/offer-1`);
    assert.equal(told.title, title);
    assert.equal(filtered(told.html), told.html);
    assert.equal(unescaped(/title="([^"]*)"/.exec(told.html)?.[1] ?? ''), title);
  });
});
