import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import type { GoodPractice } from '@vielfalt/feed';
import { example, offer, provider } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, visit, type Visited } from './page-harness.js';

const BASE = 'https://feed.example.org';

const COOKING: GoodPractice = {
  reason: 'Die Nachbarschaft kocht mit.',
  needs: { people: 'Zwei Honorarkräfte', money: '500 € im Jahr', rooms: 'Eine <Küche>' },
  since: '2023-09-01',
  results: 'Zwölf Praktika, aber keine Lehrstelle.',
  ask: { name: 'Kim Muster', role: 'Fachdienst', phone: '030 23125 118' },
};

const changes = {
  ...example(),
  providers: [provider(1), provider(3, { name: 'Nachbarn e. V.' })],
  offers: [
    offer(1, {
      ...{ title: 'Kochgruppe', topics: ['language'], audiences: ['women'], practice: COOKING },
      locations: [{ town: 'witten' }],
      translations: {
        ar: {
          by: 'person',
          texts: { practiceReason: 'الجيران يطبخون معًا.', practiceResults: 'اثنا عشر تدريبًا.' },
        },
      },
    }),
    offer(2, {
      ...{ title: 'Anfängerkurs', topics: ['sport'], changed: '2026-11-20T08:00:00Z' },
      ...{ locations: [{ town: 'witten' }, { town: 'hattingen' }] },
      practice: { reason: 'Wer kommt, bleibt.' },
    }),
    offer(3, { title: 'Telefonrat', online: true, practice: { reason: 'Man hört zu.' } }),
    offer(4, {
      ...{ title: 'Deutsch am Herd', topics: ['language'], provider: provider(3).id },
      locations: [{ town: 'hattingen' }],
    }),
    offer(5, { title: 'Gewesen', status: 'retired', practice: { reason: 'Früher.' } }),
  ],
};

/** The practices of a page in their order, and the headings that they stand under. */
function listed({ html }: Visited): string[] {
  const found = html.matchAll(/<h2 id="town-\d+">([^<]*)<|<h3 id="practice-([a-z0-9-]+)"/g);
  return [...found].map(([, town, slug]) => town ?? slug ?? '');
}

const slugs = ({ html }: Visited) =>
  [...html.matchAll(/href="\/offers\/([a-z0-9-]+)/g)].map(([, slug = '']) => slug);

describe('the page of good practices', () => {
  it('tells by town why, what it takes, what came of it and whom to ask', async (test) => {
    const feed = await startFeed(test, { changes });
    const page = await visit(feed, '/practice');
    assert.equal(page.status, 200);
    assert.deepEqual(listed(page), [
      ...['Witten', 'offer-2', 'offer-1'],
      ...['Ohne festen Ort', 'offer-3'],
    ]);
    assert.match(page.text, /3 gute Beispiele/);
    assert.match(
      page.text,
      /Kochgruppe Verein 1 e\. V\. · Witten .* Warum Die Nachbarschaft kocht mit\. Was es braucht Menschen Zwei Honorarkräfte Geld 500 € im Jahr Räume Eine <Küche> Läuft seit September 2023 Was daraus wurde Zwölf Praktika, aber keine Lehrstelle\. Wen Sie fragen können Fachdienst Anrufen: 030 23125 118 Ähnliches anderswo Deutsch am Herd Nachbarn e\. V\. · auch Sprache/,
    );
    assert.doesNotMatch(page.text, /Kim Muster|Gewesen/);
    assert.doesNotMatch(page.html, /<script(?! type="application\/ld\+json")/);
  });

  it('is narrowed down by topic and town, without scripts', async (test) => {
    const feed = await startFeed(test, { changes });
    const all = await visit(feed, '/practice');
    for (const name of ['topic', 'place']) {
      assert.match(all.html, new RegExp(`<select id="by-${name}" name="${name}">`));
    }
    assert.match(all.html, /<option value="sport">Sport</);
    const narrowed = await visit(feed, '/practice?topic=education&place=witten');
    assert.deepEqual(listed(narrowed), ['Witten', 'offer-1']);
    assert.match(narrowed.text, /Gute Beispiele · Witten/);
    assert.deepEqual(linksTo(narrowed, /^Alle guten Beispiele$/), ['/practice']);
    assert.deepEqual(listed(await visit(feed, '/practice?place=hattingen')), [
      ...['Hattingen', 'offer-2'],
    ]);
    assert.match(
      (await visit(feed, '/practice?topic=sport&place=county&lang=ar')).html,
      /name="lang" value="ar"/,
    );
  });

  it('has further pages, and says where there are none', async (test) => {
    const offers = Array.from({ length: 21 }, (_, n) =>
      offer(n, { title: `Angebot ${n + 10}`, practice: { reason: 'Gut.' } }),
    );
    const feed = await startFeed(test, { changes: { ...changes, offers } });
    const [next = ''] = linksTo(await visit(feed, '/practice'), /^Weiter$/);
    assert.equal(next, '/practice?page=2');
    assert.deepEqual(listed(await visit(feed, next)), ['Ohne festen Ort', 'offer-20']);
    const beyond = await visit(feed, '/practice?page=9');
    assert.match(beyond.text, /So viele Seiten gibt es nicht/);
    assert.match(beyond.html, /name="robots" content="noindex/);
    const none = await visit(feed, '/practice?topic=sport');
    assert.match(none.text, /Dazu gibt es hier noch kein gutes Beispiel/);
  });

  it('has each text in the language that it is in', async (test) => {
    const feed = await startFeed(test, { changes });
    const { html } = await visit(feed, '/practice?lang=ar&topic=language');
    assert.match(html, /<div class="prose" ><p>الجيران يطبخون معًا/);
    assert.match(html, /<div class="prose" lang="de" dir="ltr"><p>Zwei Honorarkräfte/);
  });

  it('names what it does not know, and shows nothing in a lock that is broken', async (test) => {
    const feed = await startFeed(test, { changes });
    const unknown = await visit(feed, '/practice?place=wittn');
    assert.equal(unknown.status, 400);
    assert.match(unknown.text, /„wittn“/);
    assert.equal(listed(unknown).length, 5);
    const broken = await visit(feed, '/practice?within.place=wittn');
    assert.equal(broken.status, 400);
    assert.deepEqual(listed(broken), []);
    assert.equal((await visit(feed, '/practice?utm_source=x')).status, 200);
  });

  it('is valid HTML in every language', async (test) => {
    const feed = await startFeed(test, { changes });
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    for (const lang of ['de', 'en', 'ar']) {
      for (const path of ['/practice', '/offers/offer-1', '/professionals']) {
        const { html } = await visit(feed, `${path}?lang=${lang}`);
        const { results } = await validator.validateString(html);
        const faults = results.flatMap(({ messages }) => messages.map(({ message }) => message));
        assert.deepEqual(faults, [], `${path} (${lang})`);
      }
    }
  });
});

describe('good practice elsewhere', () => {
  it('is a badge on cards, and a part of the page of its offer', async (test) => {
    const feed = await startFeed(test, { changes });
    const list = await visit(feed, '/');
    assert.equal(list.html.match(/<li class="badge practice">Gutes Beispiel<\/li>/g)?.length, 3);
    const page = await visit(feed, '/offers/offer-1');
    assert.match(
      page.text,
      /Gutes Beispiel Für alle, die Ähnliches vorhaben\. Warum Die Nachbarschaft kocht mit\..* Alle guten Beispiele/,
    );
    assert.deepEqual(linksTo(page, /^Alle guten Beispiele$/), ['/practice']);
    assert.doesNotMatch((await visit(feed, '/offers/offer-4')).text, /Gutes Beispiel/);
  });

  it('is a part of the page for those who help, for a town', async (test) => {
    const feed = await startFeed(test, { changes });
    const page = await visit(feed, '/professionals?place=hattingen');
    assert.match(
      page.text,
      /Gute Beispiele Anfängerkurs Verein 1 e\. V\. · Wer kommt, bleibt\. Alle guten Beispiele/,
    );
    assert.deepEqual(linksTo(page, /^Alle guten Beispiele$/), ['/practice?place=hattingen']);
    const without = await visit(feed, '/professionals?within.provider=provider-3');
    assert.doesNotMatch(without.text, /Gute Beispiele/);
  });

  it('is in the footer and the sitemap where there is some', async (test) => {
    const feed = await startFeed(test, { changes, baseUrl: BASE });
    assert.match((await visit(feed, '/')).html, /<a href="\/practice">Gute Beispiele<\/a>/);
    const map = async (of: typeof feed) => (await visit(of, '/sitemap.xml')).html;
    const all = await map(feed);
    for (const path of ['/practice', '/professionals', '/newcomers']) {
      assert.ok(all.includes(`<loc>${BASE}${path}</loc>`), path);
    }
    const [, , , plain, gone] = changes.offers;
    const without = await startFeed(test, {
      changes: { ...changes, offers: [plain!, gone!] },
      baseUrl: BASE,
    });
    assert.doesNotMatch((await visit(without, '/')).html, /href="\/practice"/);
    assert.ok(!(await map(without)).includes('/practice<'));
    const empty = await startFeed(test, { changes: { ...changes, offers: [] }, baseUrl: BASE });
    assert.doesNotMatch(await map(empty), /\/(practice|professionals|newcomers)</);
  });
});

describe('good practices as news', () => {
  it('are other entries than those for visitors, and told when their offers go', async (test) => {
    const gone = changes.offers.map((each) =>
      each.title === 'Gewesen' ? { ...each, changed: '2026-11-21T08:00:00Z' } : each,
    );
    const feed = await startFeed(test, { changes: { ...changes, offers: gone } });
    const ids = async (path: string): Promise<string[]> => {
      const text = (await feed.get(path)).body.toString();
      return [...text.matchAll(/(?:<id>|ref=")(urn:uuid:[0-9a-f-]+)/g)].map(([, id = '']) => id);
    };
    const [, ...entries] = await ids('/practice.atom');
    assert.equal(new Set(entries).size, 4);
    const others = await ids('/v1/offers.atom');
    assert.deepEqual(
      entries.filter((id) => others.includes(id)),
      [],
    );
  });

  it('are for those who would do the same, what changed last first', async (test) => {
    const feed = await startFeed(test, { changes, baseUrl: BASE });
    const head = (await visit(feed, '/practice?place=witten')).html;
    for (const [suffix, type] of [
      ['.atom', 'application/atom\\+xml'],
      ['.feed.json', 'application/feed\\+json'],
    ]) {
      assert.match(
        head,
        new RegExp(
          `<link\\s+rel="alternate"\\s+type="${type}"\\s+title="Gute Beispiele"\\s+href="/practice${suffix}\\?place=witten"`,
        ),
      );
    }
    const json = (await feed.get('/practice.feed.json')).json<{
      title: string;
      home_page_url: string;
      feed_url: string;
      items: { title: string; summary: string; content_text: string }[];
    }>();
    assert.equal(json.title, 'Gute Beispiele – Beispielverzeichnis');
    assert.equal(json.home_page_url, `${BASE}/practice`);
    assert.equal(json.feed_url, `${BASE}/practice.feed.json`);
    assert.deepEqual(
      json.items.map(({ title, summary }) => [title, summary]),
      [
        ['Anfängerkurs', 'Wer kommt, bleibt.'],
        ['Kochgruppe', 'Die Nachbarschaft kocht mit.'],
        ['Telefonrat', 'Man hört zu.'],
      ],
    );
    assert.equal(
      json.items[1]?.content_text,
      [
        'Warum: Die Nachbarschaft kocht mit.',
        'Menschen: Zwei Honorarkräfte',
        'Geld: 500 € im Jahr',
        'Räume: Eine <Küche>',
        'Läuft seit: September 2023',
        'Was daraus wurde: Zwölf Praktika, aber keine Lehrstelle.',
        'Wen Sie fragen können: Fachdienst, 030 23125 118',
      ].join('\n\n'),
    );
    const { status, headers, body } = await feed.get('/practice.atom?topic=language&lang=ar');
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^application\/atom\+xml/);
    const xml = new DOMParser().parseFromString(body.toString(), 'text/xml').documentElement!;
    const [entry, ...others] = Array.from(xml.getElementsByTagName('entry'));
    assert.equal(others.length, 0);
    assert.match(
      entry?.getElementsByTagName('content')[0]?.textContent ?? '',
      /^لماذا: الجيران يطبخون معًا\.[^]*ما الذي تحقق: اثنا عشر تدريبًا\./,
    );
    assert.equal((await feed.get('/practice.atom?topik=sport')).status, 400);
    assert.equal((await feed.get('/practice.atom?within.place=nowhere')).status, 400);
  });
});

it('good practice keeps to its lock, whatever else is asked', async (test) => {
  const feed = await startFeed(test, { changes });
  const places = ['county', 'witten', 'hattingen'];
  const parameters = fc.record(
    {
      'within.place': fc.constantFrom(...places),
      'within.topic': fc.constantFrom('sport', 'language', 'education'),
      'within.audience': fc.constant('women'),
      'within.provider': fc.constantFrom('provider-1', 'provider-3'),
      place: fc.constantFrom(...places, 'nowhere'),
      topic: fc.constantFrom('sport', 'language'),
      'vielfalt.place': fc.constantFrom(...places),
      page: fc.constantFrom('1', '2'),
    },
    { requiredKeys: ['within.place'] },
  );
  let named = 0;
  await fc.assert(
    fc.asyncProperty(parameters, async (asked) => {
      const all = new URLSearchParams(asked);
      const lock = [...all].filter(([name]) => name.startsWith('within.'));
      const inside = await feed.offers(new URLSearchParams(lock).toString());
      const allowed = new Set(inside.offers.map(({ slug }) => slug));
      for (const path of ['/practice', '/professionals']) {
        const page = await visit(feed, `${path}?${all.toString()}`);
        for (const slug of slugs(page)) assert.ok(allowed.has(slug), `${path}: ${slug}`);
        named += slugs(page).length;
        for (const link of linksTo(page, /guten Beispiele$/)) {
          const kept = new URL(link, BASE).searchParams;
          for (const [name, value] of lock) assert.equal(kept.get(name), value, link);
        }
      }
      const known = new URLSearchParams([
        ...lock,
        ...[...all].filter(([name]) => name === 'topic'),
      ]);
      const { items } = (await feed.get(`/practice.feed.json?${known}`)).json<{
        items: { url: string }[];
      }>();
      for (const { url } of items) assert.ok(allowed.has(url.split('/').at(-1) ?? ''), url);
    }),
    { numRuns: 60 },
  );
  assert.ok(named > 50, `only ${named} offers were named`);
});
