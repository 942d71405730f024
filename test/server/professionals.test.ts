import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { network, provider } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, visit } from './page-harness.js';
import { county, PLACES } from './professionals-county.js';

describe('the page for those who help', () => {
  it('says what a town lacks and who could offer it', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const { status, text } = await visit(feed, '/professionals?place=wetter');
    assert.equal(status, 200);
    assert.match(text, /Für Fachkräfte · wetter/);
    assert.match(text, /wetter : Frauen/);
    assert.match(text, /Wer könnte das\?.*Frauen in schwelm auch Frauen, 2 km/);
    assert.doesNotMatch((await visit(feed, '/professionals?place=witten')).text, /Wer könnte das/);
  });

  it('names networks, the next to meet first', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const { text } = await visit(feed, '/professionals?place=wetter');
    assert.match(
      text,
      /Arbeitskreis Sport Nächstes Treffen: Dienstag, 8\. Dezember.*Bündnis ohne Termin 0 Mitglieder/,
    );
    assert.doesNotMatch(text, /Nur in Witten/);
  });

  it('names some networks of many, and leads to all', async (test) => {
    const networks = Array.from({ length: 12 }, (_, n) => network(n));
    const feed = await startFeed(test, { changes: { ...county(), networks } });
    const page = await visit(feed, '/professionals');
    assert.equal(linksTo(page, /^Netzwerk \d+$/).length, 8);
    assert.deepEqual(linksTo(page, /^Wer mit wem zusammenarbeitet$/), ['/networks']);
  });

  it('lists offers that name those who help, and the newest of all', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const { text } = await visit(feed, '/professionals');
    const [, named = '', newest = ''] =
      /Angebote für Fachkräfte(.*)Neu im Verzeichnis(.*)/.exec(text) ?? [];
    assert.match(named, /Fortbildung Traumapädagogik TuS Wetter/);
    assert.doesNotMatch(named, /Sport in Wetter/, 'which is for everyone');
    assert.match(newest, /^ *Fortbildung Traumapädagogik TuS Wetter · 22\. November 2026/);
  });

  it('is a page of insight and of every footer', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    for (const path of ['/', '/insight']) {
      assert.ok(linksTo(await visit(feed, path), /^Für Fachkräfte$/).length > 0, path);
    }
    const [first] = linksTo(
      await visit(feed, '/?place=wetter&within.topic=sport'),
      /^Für Fachkräfte$/,
    );
    assert.equal(first, '/professionals?place=wetter&within.topic=sport', 'before the offers');
  });

  it('names what it does not know, and shows nothing in a lock that is broken', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const unknown = await visit(feed, '/professionals?place=wettr');
    assert.equal(unknown.status, 400);
    assert.match(unknown.text, /„wettr“/);
    assert.deepEqual(linksTo(unknown, /Meinten Sie „wetter“/), ['/professionals?place=wetter']);
    const broken = await visit(feed, '/professionals?within.place=wettr');
    assert.equal(broken.status, 400);
    assert.doesNotMatch(broken.text, /Frauen in|Sport in|Arbeitskreis/);
    assert.equal((await visit(feed, '/professionals?utm_source=x')).status, 200);
  });

  it('takes its lock along to networks', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const page = await visit(feed, '/professionals?within.place=wetter&place=wetter');
    assert.deepEqual(linksTo(page, /^Arbeitskreis Sport$/), [
      '/networks/network-2?within.place=wetter',
    ]);
    assert.deepEqual(linksTo(page, /^Wer mit wem zusammenarbeitet$/), [
      '/networks?place=wetter&within.place=wetter',
    ]);
    assert.deepEqual(linksTo(page, /^Alle Angebote$/), ['/?within.place=wetter']);
  });

  it('lets towns be chosen inside its lock, and names those that it is about', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const options = async (query: string) => {
      const { html, text } = await visit(feed, `/professionals?${query}`);
      const all = [...html.matchAll(/<option value="([\w,]*)"( selected)?/g)];
      const [, town] = / · (.*?) Für alle/.exec(text) ?? [];
      return [town, ...all.map(([, id = '', selected]) => id + (selected ? '*' : ''))].join(' ');
    };
    assert.equal(await options('within.place=witten'), 'witten');
    assert.equal(await options('within.place=witten&place=wetter'), 'witten');
    assert.equal(
      await options('within.place=witten,wetter&place=wetter'),
      'wetter  witten wetter*',
    );
    assert.equal(
      await options('within.at=county&place=witten'),
      'witten  witten* hattingen herdecke wetter schwelm',
    );
    assert.match(
      await options('place=witten,wetter'),
      /^wetter, witten .* schwelm wetter,witten\*$/,
    );
  });

  it('keeps to its lock, whatever else is asked', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const places = PLACES.map(({ id }) => id);
    const parameters = fc.record(
      {
        'within.place': fc.constantFrom(...places),
        'within.topic': fc.constantFrom('sport', 'education'),
        'within.provider': fc.constantFrom('provider-10', 'provider-30'),
        place: fc.constantFrom(...places, 'nowhere'),
        'vielfalt.place': fc.constantFrom(...places),
        audience: fc.constant('women'),
      },
      { requiredKeys: ['within.place'] },
    );
    await fc.assert(
      fc.asyncProperty(parameters, async (asked) => {
        const lock = Object.entries(asked).filter(([name]) => name.startsWith('within.'));
        const inside = await feed.offers(
          new URLSearchParams([...lock, ['limit', '100']]).toString(),
        );
        const allowed = new Set(inside.offers.map(({ slug }) => slug));
        const providers = new Set(inside.offers.map(({ provider: id }) => id));
        const page = await visit(feed, `/professionals?${new URLSearchParams(asked).toString()}`);
        const slugs = (list: string) =>
          [...page.html.matchAll(new RegExp(`href="/${list}/([a-z0-9-]+)"`, 'g'))].map(
            ([, slug = '']) => slug,
          );
        for (const slug of slugs('offers')) assert.ok(allowed.has(slug), slug);
        for (const slug of slugs('providers')) {
          assert.ok(
            [10, 11, 12, 13, 30, 1].some(
              (n) => provider(n).slug === slug && providers.has(provider(n).id),
            ),
            slug,
          );
        }
        if (asked['within.place'] === 'witten') assert.ok(!slugs('networks').includes('network-2'));
      }),
      { numRuns: 40 },
    );
  });
});
