import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { LOCKS } from '@vielfalt/feed';
import { BASE, configured, fieldOf, optionsOf } from './configuring.js';
import { demoFeed } from './demo-feed.js';
import { example, provider } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, unescaped, visit } from './page-harness.js';

describe('the page for web editors', () => {
  it('offers every lock there is, of which one may be new, and every term', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const page = await configured(feed);
    for (const lock of LOCKS) {
      assert.match(page.html, new RegExp(`<(input|select) id="by-${lock}"`), lock);
    }
    assert.deepEqual(optionsOf(page, 'topic'), ['', 'education', 'sport', 'language']);
    assert.deepEqual(optionsOf(page, 'provider'), ['', 'provider-1']);
    assert.deepEqual(optionsOf(page, 'day'), ['', 'mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']);
  });

  it('has a provider named by its slug where there are too many to choose from', async (test) => {
    const changes = example();
    const many = Array.from({ length: 2_001 }, (_, at) => provider(at + 3));
    const providers = [...changes.providers, ...many];
    const feed = await startFeed(test, { baseUrl: BASE, changes: { ...changes, providers } });
    for (const query of ['provider=provider-1', 'show=provider&provider=provider-1']) {
      const { html } = await configured(feed, query);
      assert.match(html, /<input id="by-provider" [^>]*value="provider-1"/, query);
      assert.ok(html.length < 100_000, `${html.length} characters`);
    }
  });

  it('shows the real thing, as it will be on a light page and on a dark one', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const framesOf = ({ html }: { html: string }) =>
      [...html.matchAll(/<iframe src="([^"]*)"/g)].map(([, src = '']) => unescaped(src));
    const query = 'show=directory&place=witten&for-professionals=yes&accent=a3201b';
    const light = framesOf(await configured(feed, query));
    const expected = '/embed?place=witten&for-professionals=yes&accent=a3201b';
    assert.deepEqual(light, [expected, expected]);
    const [dark] = framesOf(await configured(feed, `${query}&dark=yes`));
    assert.equal(
      dark,
      '/embed?place=witten&for-professionals=yes&background=12191d&text=e6edf0&accent=a3201b',
    );
    const frame = await visit(feed, expected);
    assert.match(
      frame.html,
      /<vielfalt-directory place="witten" heading-level="2" for-professionals>/,
    );
    const list = await visit(feed, framesOf(await configured(feed, 'show=list&place=witten'))[0]!);
    assert.match(list.html, /<vielfalt-offer-list place="witten"/);
    const plain = await configured(feed, 'place=witten&way=html');
    assert.deepEqual(framesOf(plain), []);
    assert.match(plain.html, /<div class="vielfalt">\s*<p class="vielfalt-found">/);
  });

  it('hands out what a policy needs, for each way in', async (test) => {
    const feed = await startFeed(test, { baseUrl: `${BASE}/angebote` });
    const policy = async (query: string) => (await configured(feed, query)).field('policy');
    const element = `script-src ${BASE}; connect-src ${BASE}; img-src ${BASE}`;
    assert.equal(await policy(''), element);
    assert.equal(await policy('way=placeholder'), element);
    assert.equal(await policy('way=integrity'), element);
    assert.equal(await policy('way=frame'), `frame-src ${BASE}; script-src ${BASE}`);
    assert.equal(await policy('system=wordpress&way=address'), `frame-src ${BASE}`);
    assert.equal(await policy('way=html'), undefined);
    const typo3 = await configured(feed, 'system=typo3&sync-url=yes');
    assert.match(
      typo3.field('typo3-policy') ?? '',
      /mutations:\n {4}- mode: extend\n {6}directive: 'script-src'\n {6}sources:\n {8}- 'https:\/\/feed\.example\.org'\n/,
    );
    assert.match(
      typo3.field('typo3-parameters') ?? '',
      /\['excludedParameters'\]\[\] = '\^vielfalt';$/,
    );
    const named = await configured(feed, 'system=typo3&sync-url=yes&id=kurse');
    const excluded = (named.field('typo3-parameters') ?? '').match(/'\^[^']*'/g);
    assert.deepEqual(excluded, ["'^kurse.'", "'^kurse_'"], 'not what begins with kurse2');
    assert.equal((await configured(feed, 'system=typo3')).field('typo3-parameters'), undefined);
  });

  it('hands out paragraphs with the name and the address of the directory', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const { field } = await configured(feed);
    assert.match(
      field('privacy') ?? '',
      /Beispielverzeichnis\. Ihr Browser lädt .* von https:\/\/feed\.example\.org\./,
    );
    assert.match(field('accessibility') ?? '', /WCAG 2\.2, Stufe AA/);
    const SAID: Record<string, [marks: boolean, location: boolean]> = {
      'place=witten': [true, true],
      'no-shortlist=yes': [false, true],
      'no-shortlist=yes&way=frame': [false, true],
      'show=list': [true, false],
      'show=list&no-shortlist=yes': [false, false],
      'show=provider&provider=provider-1&no-shortlist=yes': [true, false],
      'show=network&network=x': [false, false],
      'show=offer&offer=offer-1': [false, false],
      'show=list&no-shortlist=yes&system=wordpress-author': [true, true],
    };
    for (const [query, [marks, location]] of Object.entries(SAID)) {
      const said = (await configured(feed, query)).field('privacy') ?? '';
      assert.match(said, /wird nichts gespeichert[.,]/, query);
      assert.equal(/Merkliste/.test(said), marks, query);
      assert.equal(/Ihren Standort/.test(said), location, query);
      assert.equal(/einen Fehler melden/.test(said), !query.includes('network'), query);
    }
    const served = await configured(feed, 'way=html');
    assert.match(
      served.field('privacy') ?? '',
      /Unser Server holt sie von https:\/\/feed\.example\.org/,
    );
  });

  it('has a policy that lets it show frames of the service and nobody frame it', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const { headers, html } = await visit(feed, '/configure');
    const policy = String(headers['content-security-policy']);
    assert.match(
      policy,
      /^default-src 'none'; style-src 'self'; script-src 'self'; .*frame-ancestors 'none'; frame-src 'self'$/,
    );
    assert.match(String(headers['cache-control']), /^public, max-age=60, /);
    const again = await feed.get('/configure', { 'If-None-Match': String(headers['etag']) });
    assert.equal(again.status, 304);
    assert.doesNotMatch(html, /name="robots"|\sstyle=/);
    assert.match(html, new RegExp(`<link rel="canonical" href="${BASE}/configure" />`));
    assert.match((await visit(feed, '/configure?place=witten')).html, /content="noindex, follow"/);
  });

  it('is led to from every page, and with their own choice from those of records and terms', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    assert.deepEqual(linksTo(await visit(feed, '/'), /^Auf Ihrer Website zeigen$/), ['/configure']);
    const LEADING = {
      '/providers/provider-1': 'show=provider&provider=provider-1',
      '/networks/network-1': 'show=network&network=network-1',
      '/topics/language': 'topic=language',
      '/places/witten': 'place=witten',
    };
    for (const [path, query] of Object.entries(LEADING)) {
      const page = await visit(feed, path);
      assert.deepEqual(linksTo(page, /^Anpassen/), [`/configure?${query}`], path);
      const { lines } = await configured(feed, query);
      assert.equal(fieldOf(page, 'embed'), lines, path);
    }
  });
});

it('the demo websites have lines that were made so', async () => {
  const feed = await demoFeed();
  const CHOICES: Record<string, string[]> = {
    'town/angebote.html': ['id=angebote&place=hattingen&heading-level=3&sync-url=yes'],
    'school/index.html': [
      'show=list&id=liste&topic=language,homework&heading-level=4&limit=8&sync-url=yes',
    ],
    'provider/index.html': [
      'show=provider&provider=tus-ruhrbogen-hattingen-1908-e-v&heading-level=3',
      'id=sport&topic=sport,health&heading-level=3&limit=6&sync-url=yes',
    ],
  };
  const inOneLine = (text: string) => text.replace(/\s+/g, ' ');
  for (const [file, choices] of Object.entries(CHOICES)) {
    const page = readFileSync(new URL(`../../demo/hosts/${file}`, import.meta.url), 'utf8');
    for (const query of choices) {
      const { lines } = await configured(feed, query);
      for (const part of lines.split('\n\n')) {
        assert.ok(inOneLine(page).includes(inOneLine(part)), `${file} has not:\n${part}`);
      }
    }
  }
});
