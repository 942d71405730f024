import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { example } from './example.js';
import { startFeed } from './feed-harness.js';
import { unescaped, visit } from './page-harness.js';

const baseUrl = 'https://feed.example.org';
const FRAMES = [
  '/embed',
  '/embed?place=witten&topic=language',
  '/embed/offers/offer-1',
  '/embed/providers/provider-1',
  '/embed/networks/network-1',
  '/embed/topics/sport',
  '/embed/places/witten?lang=ar',
];

/** The tag of the element in a frame. */
function elementIn(html: string): string {
  return unescaped(/<vielfalt-[a-z-]+[^>]*>/.exec(html)?.[0] ?? '');
}

const policyOf = (headers: Record<string, unknown>) => String(headers['content-security-policy']);

describe('a page in a frame', () => {
  it('may stand in any website, and nothing else of the service may', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    for (const path of FRAMES) {
      const { status, headers } = await visit(feed, path);
      assert.equal(status, 200, path);
      assert.doesNotMatch(policyOf(headers), /frame-ancestors/, path);
      assert.equal(headers['x-frame-options'], undefined);
    }
    const others = ['/', '/offers/offer-1', '/providers/provider-1', '/insight', '/nothing'];
    const programs = ['/v1/offers', '/list.html', '/oembed', '/embedded', '/widget/v1/vielfalt.js'];
    for (const path of [...others, ...programs]) {
      const { headers } = await visit(feed, path, { Accept: 'text/html' });
      assert.match(policyOf(headers), /frame-ancestors 'none'/, path);
    }
  });

  it('loads and runs what comes from here alone, said by name for sandboxes', async (test) => {
    const feed = await startFeed(test, { baseUrl: `${baseUrl}/angebote` });
    for (const path of FRAMES) {
      const { headers, html } = await visit(feed, path);
      const policy = policyOf(headers);
      assert.match(policy, /^default-src 'none'; style-src 'self' https:\/\/feed\.example\.org;/);
      assert.match(policy, /script-src 'self' https:\/\/feed\.example\.org;/);
      assert.match(policy, /form-action 'none'; base-uri 'none'$/);
      assert.doesNotMatch(policy, /unsafe/);
      assert.doesNotMatch(html, /\sstyle=|\son[a-z]+=/);
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.match(String(headers['cache-control']), /^public, max-age=60, /);
      for (const [, file = ''] of html.matchAll(/(?:src|href)="\/angebote(\/[^"]*)"/g)) {
        assert.equal((await feed.get(file)).status, 200, file);
      }
    }
  });

  it('is not for search engines, and names the page that is', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const canonical = async (path: string) => {
      const { html } = await visit(feed, path);
      assert.match(html, /<meta name="robots" content="noindex" \/>/);
      return unescaped(/rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? '');
    };
    assert.equal(await canonical('/embed?place=witten&accent=a3201b'), `${baseUrl}/?place=witten`);
    assert.equal(
      await canonical('/embed/offers/offer-1?lang=ar'),
      `${baseUrl}/offers/offer-1?lang=ar`,
    );
    assert.equal(await canonical('/embed/topics/gymnastics'), `${baseUrl}/topics/sport`);
  });

  it('is the element that editors write, with the locks and choices of its address', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const cases = {
      '/embed': '<vielfalt-directory heading-level="2">',
      '/embed?place=witten&free=yes&limit=5&sort=next':
        '<vielfalt-directory place="witten" free="yes" heading-level="2" sort="next" limit="5">',
      '/embed?free&within.online=':
        '<vielfalt-directory free="yes" online="yes" heading-level="2">',
      '/embed?q=deutsch+kurs&topic=language':
        '<vielfalt-directory topic="language" start="q=deutsch+kurs" heading-level="2">',
      '/embed?within.place=witten&place=hattingen':
        '<vielfalt-directory place="witten" start="place=hattingen" heading-level="2">',
      '/embed?place=witten&start=topic%3Dlanguage&heading-level=4&no-languages':
        '<vielfalt-directory place="witten" start="topic=language" heading-level="4" no-languages>',
      '/embed?vielfalt.topic=language&vielfalt.place=witten&within.free=yes':
        '<vielfalt-directory topic="language" place="witten" free="yes" heading-level="2">',
      '/embed/topics/gymnastics?place=witten':
        '<vielfalt-directory topic="sport" place="witten" heading-level="2">',
      '/embed/offers/offer-1?heading-level=3':
        '<vielfalt-offer-card offer="offer-1" heading-level="3">',
      '/embed/providers/provider-1':
        '<vielfalt-provider-card provider="provider-1" heading-level="2">',
      '/embed/networks/network-1?lang=ar':
        '<vielfalt-network-card network="network-1" heading-level="2">',
    };
    for (const [path, element] of Object.entries(cases)) {
      const { html } = await visit(feed, path);
      assert.equal(elementIn(html), element, path);
    }
    assert.match((await visit(feed, '/embed?lang=ar')).html, /<html lang="ar" dir="rtl">/);
  });

  it('has a map above the search where its address asks for one', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const mapIn = async (path: string) =>
      /<vielfalt-map[^>]*>/.exec((await visit(feed, path)).html)?.[0];
    assert.equal(
      await mapIn('/embed?place=witten&map&heading-level=3'),
      '<vielfalt-map slot="before" heading-level="3">',
    );
    assert.ok(await mapIn('/embed/topics/sport?map'));
    assert.equal(await mapIn('/embed?place=witten'), undefined);
  });

  it('shows the same without a script, inside the lock', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const { text } = await visit(feed, '/embed?place=witten');
    assert.match(text, /2 Angebote gefunden .*Deutschkurs am Vormittag.*Schutzwohnung/);
    assert.doesNotMatch(text, /Turnen|Ausflug|Verborgene|Ungenannte/);
    const { text: inside } = await visit(feed, '/embed?within.place=witten&place=hattingen');
    assert.match(inside, /Keine Angebote gefunden/);
    const { text: begun } = await visit(feed, '/embed?place=witten&start=topic%3Dlanguage');
    assert.match(begun, /1 Angebot gefunden .*Deutschkurs/);
    const { html: offer } = await visit(feed, '/embed/offers/offer-1');
    assert.match(offer, /<a href="https:\/\/feed\.example\.org\/offers\/offer-1">/);
    assert.match((await visit(feed, '/embed/networks/network-1')).text, /Runder Tisch Ankommen/);
  });

  it('shows nothing where a part of its address is not understood, and says which', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const cases = {
      '/embed?place=wittn': /Ort: „wittn“ kennt das Verzeichnis nicht\. Meinten Sie „witten“\?/,
      '/embed?within.place=wittn': /Ort: „wittn“/,
      '/embed?within.ort=witten': /within\.ort: „witten“/,
      '/embed?ort=witten': /ort: „witten“ kennt das Verzeichnis nicht\. Meinten Sie „place“\?/,
      '/embed?place=witten&place=': undefined,
      '/embed?place=witten&utm_source=x': /utm_source: „x“/,
      '/embed?place=witten&vielfalt.topic=language': /Ort: „witten“/,
      '/embed?vielfalt.ort=witten': /vielfalt\.ort: „witten“/,
      '/embed/topics/sport?vielfalt.topic=language': /vielfalt\.topic: „language“/,
      '/embed?Place=witten': /Place: „witten“ .* Meinten Sie „place“/,
      '/embed?level=Z9': /Z9/,
      '/embed?place=witten&changed=2026-01-01T00:00:00Z': /changed: „2026/,
      '/embed/topics/sport?topic=language': /Thema: „language“/,
      '/embed/topics/sport?within.topic=language': /Thema: „language“/,
      '/embed/offers/offer-4?within.place=witten': /Ort: „witten“/,
      '/embed/providers/provider-1?place=witten': /Ort: „witten“/,
    };
    for (const [path, said] of Object.entries(cases)) {
      const { status, html, text } = await visit(feed, path);
      if (!said) {
        assert.equal(status, 200, path);
        continue;
      }
      assert.equal(status, 400, path);
      assert.match(text, said, path);
      assert.match(text, /Deshalb werden keine Angebote gezeigt/, path);
      assert.doesNotMatch(html, /<vielfalt-|vielfalt-offers|canonical/, path);
    }
  });

  it('says what is not there, or no longer, with a way on', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const cases = {
      '/embed/offers/nothing': [404, /Diese Seite gibt es nicht/],
      '/embed/offers/offer-5': [410, /Nicht mehr im Verzeichnis Gewesen/],
      '/embed/providers/provider-2': [410, /Früher e\. V\./],
      '/embed/networks/nothing': [404, /Diese Seite/],
      '/embed/topics/nothing': [404, /Diese Seite/],
      '/embed/topics/__proto__': [404, /Diese Seite/],
    } as const;
    for (const [path, [status, said]] of Object.entries(cases)) {
      const answer = await visit(feed, path);
      assert.equal(answer.status, status, path);
      assert.match(answer.text, said, path);
      assert.match(answer.html, /<a href="https:\/\/feed\.example\.org\/">/, path);
      assert.doesNotMatch(policyOf(answer.headers), /frame-ancestors/);
      assert.doesNotMatch(answer.html, /<vielfalt-/);
    }
  });

  it('can be seen where nothing can be answered', async (test) => {
    const feed = await startFeed(test, { changes: {}, baseUrl });
    const { status, headers } = await visit(feed, '/embed?place=witten', { Accept: 'text/html' });
    assert.equal(status, 503);
    assert.doesNotMatch(policyOf(headers), /frame-ancestors/);
    const other = await visit(feed, '/', { Accept: 'text/html' });
    assert.match(policyOf(other.headers), /frame-ancestors 'none'/);
  });

  describe('has a look', () => {
    it('of checked values, allowed by their hash', async (test) => {
      const feed = await startFeed(test, { baseUrl });
      const path = '/embed?accent=a3201b&on-accent=%23FFF&radius=0&gap=1.5em&max-width=60rem';
      const { html, headers, status } = await visit(feed, path);
      assert.equal(status, 200);
      const css = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
      assert.equal(
        css,
        ':root{--vielfalt-accent:#a3201b;--vielfalt-on-accent:#fff;--vielfalt-radius:0;' +
          '--vielfalt-gap:1.5em;--vielfalt-max-width:60rem}',
      );
      const hash = createHash('sha256').update(css).digest('base64');
      assert.ok(policyOf(headers).includes(`'sha256-${hash}'`));
    });

    for (const [name, value] of [
      ['accent', 'red;}body{display:none'],
      ['accent', 'url(https://evil.example/x)'],
      ['accent', 'javascript:alert(1)'],
      ['accent', '#a3201b</style><script>alert(1)</script>'],
      ['accent', 'var(--x)'],
      ['radius', '-1px'],
      ['radius', 'calc(1px * 99999)'],
      ['radius', '99999px'],
      ['gap', '1e9px'],
      ['max-width', '100%'],
      ['heading-level', '9'],
    ] as const) {
      it(`without ${name}=${value}, and says so to whoever looks`, async (test) => {
        const feed = await startFeed(test, { baseUrl });
        const path = `/embed?place=witten&${name}=${encodeURIComponent(value)}`;
        const { html, headers, status } = await visit(feed, path);
        assert.equal(status, 200);
        assert.equal(elementIn(html), '<vielfalt-directory place="witten" heading-level="2">');
        assert.doesNotMatch(html, /<style>|<script>/);
        assert.doesNotMatch(policyOf(headers), /sha256/);
        assert.match(html, new RegExp(`<meta name="vielfalt-ignored" content="${name}=`));
      });
    }
  });

  it('is valid HTML', async (test) => {
    const feed = await startFeed(test, { baseUrl, changes: example() });
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    for (const path of [...FRAMES, '/embed?place=wittn&radius=x', '/embed/offers/offer-5']) {
      const { html } = await visit(feed, path);
      const { results } = await validator.validateString(html);
      const messages = results.flatMap((result) => result.messages);
      assert.deepEqual(
        messages.map(({ message, line }) => `${path}:${line} ${message}`),
        [],
      );
    }
  });
});
