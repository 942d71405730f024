import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { example, offer, provider } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, offersOn, unescaped, visit } from './page-harness.js';

const baseUrl = 'https://feed.example.org';

describe('the directory as a page', () => {
  it('lists what the feed lists, and finds by words', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const { offers } = await feed.offers('');
    const page = await visit(feed, '/');
    assert.equal(page.status, 200);
    assert.deepEqual(
      offersOn(page),
      offers.map(({ slug }) => slug),
    );
    assert.deepEqual(offersOn(await visit(feed, '/?q=Deutschkurz')), ['offer-1']);
  });

  it('narrows down by links, shows what is chosen and takes it back', async (test) => {
    const feed = await startFeed(test);
    const page = await visit(feed, '/');
    const [sport = ''] = linksTo(page, /^Sport \d+$/);
    assert.equal(sport, '/?topic=sport');
    const chosen = await visit(feed, sport);
    assert.deepEqual(offersOn(chosen).sort(), ['offer-2', 'offer-4']);
    assert.deepEqual(linksTo(chosen, /^Filter „Sport“ entfernen$/), ['/']);
    assert.deepEqual(linksTo(chosen, /^Sport \d+$/), ['/']);
  });

  it('replaces a place by one inside it, so that a further choice narrows down', async (test) => {
    const feed = await startFeed(test);
    const page = await visit(feed, '/?place=county');
    assert.deepEqual(linksTo(page, /^Witten \d+$/), ['/?place=witten']);
  });

  it('names the choice that keeps everything out where nothing is found', async (test) => {
    const feed = await startFeed(test);
    const page = await visit(feed, '/?q=xylophonbau&place=witten');
    const [way = ''] = linksTo(page, /^Ohne „xylophonbau“: \d+ Angebote?$/);
    assert.match(way, /place=witten/);
    assert.ok(offersOn(await visit(feed, way)).length > 0);
  });

  it('offers what words could be as filters, without these words', async (test) => {
    const feed = await startFeed(test);
    const page = await visit(feed, '/?q=Deutschkurs+in+Witten&level=A1');
    assert.deepEqual(linksTo(page, /^Nach „Witten“ filtern$/), [
      '/?q=Deutschkurs&place=witten&level=A1',
    ]);
    assert.deepEqual(linksTo(await visit(feed, '/?q=Deutschkurs'), /^Nach „/), []);
  });

  it('says what words of another language were taken for', async (test) => {
    const feed = await startFeed(test);
    const page = await visit(feed, '/?q=курс+німецької');
    assert.match(page.text, /Auf Deutsch gesucht:\s*курс німецької\s*→\s*Deutschkurs/);
  });

  it('leads to topics and places where nothing is found, as many as are beside what is chosen', async (test) => {
    const feed = await startFeed(test);
    const page = await visit(feed, '/?q=xylophonbau&place=witten');
    const ways = linksTo(page, /^[^„]+: \d+ Angebote?$/);
    assert.ok(ways.length > 0);
    for (const way of ways) {
      assert.doesNotMatch(way, /q=/);
      assert.ok(offersOn(await visit(feed, way)).length > 0, way);
    }
  });

  it('leads from page to page', async (test) => {
    const feed = await startFeed(test);
    const first = await visit(feed, '/?limit=2');
    assert.deepEqual(linksTo(first, /^Weiter$/), ['/?limit=2&page=2']);
    assert.deepEqual(linksTo(first, /^Zurück$/), []);
    const second = await visit(feed, '/?limit=2&page=2');
    assert.deepEqual(linksTo(second, /^Zurück$/), ['/?limit=2']);
    assert.match(second.text, /Seite 2 von 2/);
    assert.match((await visit(feed, '/?page=9')).text, /So viele Seiten gibt es nicht/);
  });

  it('names no address of another format that this refuses', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    for (const query of ['topic=sport&sort=next&lang=de', 'sort=title&limit=2&page=2', 'q=x']) {
      const { html } = await visit(feed, `/?${query}`);
      const inHead = [
        ...html.matchAll(/<link\s+rel="alternate"\s+type="([^"]+)"[^>]*href="(\/v1\/[^"]+)"/g),
      ];
      const below = [...html.matchAll(/<a\s+href="(\/v1\/offers[^"]*)"/g)];
      const named = [...inHead.map(([, , href]) => href), ...below.map(([, href]) => href)];
      assert.equal(inHead.length, 1);
      assert.equal(named.length, 8);
      for (const href of named) {
        assert.equal((await feed.get(unescaped(href ?? ''))).status, 200, href);
      }
    }
  });

  it('ignores foreign parameters', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const page = await visit(feed, '/?utm_source=letter&topic=sport&fbclid=x');
    assert.equal(page.status, 200);
    assert.equal(offersOn(page).length, 2);
    assert.doesNotMatch(page.html, /utm_source|fbclid/);
  });

  it('names what it does not know, and shows the rest', async (test) => {
    const feed = await startFeed(test);
    const page = await visit(feed, '/?topic=sprot&place=hattingen&age=old');
    assert.equal(page.status, 400);
    assert.match(page.text, /Thema: „sprot“ kennt das Verzeichnis nicht\. Meinten Sie „Sport“\?/);
    assert.match(page.text, /Alter in Jahren: „old“/);
    assert.deepEqual(offersOn(page), ['offer-4']);
    assert.deepEqual(linksTo(page, /Meinten Sie/), ['/?place=hattingen&topic=sport']);
    const fields = await visit(feed, '/?sort=x&near=here');
    assert.match(
      fields.text,
      /Sortieren nach: „x“ kennt .* In meiner Nähe: „here“ kennt|In meiner Nähe: „here“ kennt .* Sortieren nach: „x“ kennt/,
    );
  });

  it('stays inside a lock, and shows nothing where the lock is unknown', async (test) => {
    const feed = await startFeed(test);
    const page = await visit(feed, '/?within.place=hattingen&place=witten');
    assert.deepEqual(offersOn(page), []);
    const broken = await visit(feed, '/?within.place=nowhere');
    assert.equal(broken.status, 400);
    assert.deepEqual(offersOn(broken), []);
    assert.match(broken.text, /Ort: „nowhere“ kennt das Verzeichnis nicht/);
    assert.doesNotMatch(broken.html, /<vielfalt-directory/);
    // Without the lock they would hold what it leaves out.
    assert.deepEqual(linksTo(broken, /^(CSV|JSON)$/), []);
    assert.deepEqual(linksTo(page, /^CSV$/), [
      '/v1/offers.csv?place=witten&within.place=hattingen',
    ]);
  });

  it('understands the choices that the elements wrote into the address', async (test) => {
    const feed = await startFeed(test);
    const page = await visit(feed, '/?topic=sport&vielfalt.topic=education');
    assert.deepEqual(offersOn(page).sort(), ['offer-1', 'offer-3']);
    assert.match(page.html, /<vielfalt-directory[^>]* start="topic=education"/);
  });

  it('never shows what somebody wrote as anything but text', async (test) => {
    const title = '<img src=x onerror=alert(1)>"\'';
    const feed = await startFeed(test);
    await feed.publish({
      offers: [offer(6, { title, description: '</script><script>alert(1)</script>' })],
    });
    for (const path of ['/offers/offer-6', `/?q=${encodeURIComponent(title)}`]) {
      const { html } = await visit(feed, path);
      assert.doesNotMatch(html, /<img src=x|<script>alert/, path);
      assert.match(html, /&lt;img src=x/);
    }
  });
});

describe('the language of a page', () => {
  it('is the one that the feed reads in the same address', async (test) => {
    const feed = await startFeed(test);
    const texts = ['en', '%20en', 'en%20', 'EN', 'ar-EG', 'ar-', '-', 'xx', '', 'ar&lang=en'];
    for (const text of [...texts, 'english', 'de%2Cen', '%00ar']) {
      const query = `lang=${text}`;
      const { status, headers } = await feed.get(`/v1/offers.csv?${query}`);
      const page = await visit(feed, `/offers/offer-1?${query}`);
      const expected = status === 200 ? headers['content-language'] : 'de';
      assert.equal(page.headers['content-language'], expected, query);
    }
    assert.match((await visit(feed, '/?lang=%20en')).html, /<html lang="en"/);
    assert.match((await visit(feed, '/offers/offer-1?lang=ar-')).html, /<html lang="de"/);
  });
});

describe('the page of an offer', () => {
  it('says what is known, and what is not where it matters', async (test) => {
    const feed = await startFeed(test);
    const { text } = await visit(feed, '/offers/offer-1');
    assert.match(text, /Mo 9–12 Uhr/);
    assert.match(text, /Mo\., 30\. Nov\. 9–12 Uhr/);
    assert.match(text, /Hauptstraße 1/);
    assert.match(text, /Ob stufenlos erreichbar, ist nicht bekannt/);
    assert.match(text, /Kosten Nicht bekannt – bitte nachfragen/);
    assert.doesNotMatch(text, /Mitbringen/);
  });

  it('has the title in the language that is asked for, and says who translated it', async (test) => {
    const feed = await startFeed(test);
    const { html, text } = await visit(feed, '/offers/offer-1?lang=ar');
    assert.match(html, /<html lang="ar" dir="rtl">/);
    assert.match(text, /دورة اللغة الألمانية صباحًا/);
    assert.match(text, /مترجم/);
    assert.match(html, /hreflang="x-default"/);
  });

  it('keeps an address on request and names that nobody made public to itself', async (test) => {
    const feed = await startFeed(test);
    const { html } = await visit(feed, '/offers/offer-3');
    assert.match(html, /Adresse auf Anfrage/);
    assert.doesNotMatch(html, /Geheim|Verborgene|51\.43|Ungenannte/);
  });

  it('lets a reader report a mistake', async (test) => {
    const feed = await startFeed(test, { baseUrl: 'https://angebote.example.org' });
    for (const [path, name] of [
      ['/offers/offer-1', 'Deutschkurs'],
      ['/providers/provider-1', 'Verein 1'],
    ] as const) {
      const page = await visit(feed, path);
      const [report = ''] = linksTo(page, /^Fehler melden$/);
      const letter = new URL(report);
      assert.equal(letter.pathname, 'fehler@example.org');
      assert.match(letter.searchParams.get('subject') ?? '', new RegExp(name));
      assert.match(letter.searchParams.get('body') ?? '', new RegExp(`https?://.*${path}`));
      assert.match(page.text, /Fehler melden fehler@example\.org/);
    }
  });

  it('says that it has gone, and where to go on', async (test) => {
    const feed = await startFeed(test);
    await feed.publish({
      offers: [offer(6, { status: 'ended', topics: ['sport'], locations: [{ town: 'witten' }] })],
    });
    const page = await visit(feed, '/offers/offer-6');
    assert.equal(page.status, 410);
    assert.deepEqual(linksTo(page, /Verein 1/), ['/providers/provider-1']);
    assert.deepEqual(linksTo(page, /Sport/), ['/topics/sport']);
    assert.deepEqual(linksTo(page, /Witten/), ['/places/witten']);
    assert.match(page.html, /name="robots" content="noindex/);
  });
});

describe('other pages', () => {
  it('show a provider with its offers and how to embed them', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const page = await visit(feed, '/providers/provider-1');
    assert.equal(offersOn(page).length, 4);
    assert.match(page.text, /<vielfalt-provider-card provider="provider-1">/);
    assert.match(page.text, /src="https:\/\/feed\.example\.org\/widget\/v1\/vielfalt\.js"/);
    assert.equal((await visit(feed, '/providers/provider-2')).status, 410);
  });

  it('list the providers by name, accents aside, and how many offers each has', async (test) => {
    const { providers, ...rest } = example();
    const names = ['Ärztehaus', 'Amt', '1. FC Beispiel'];
    const more = names.map((name, index) => provider(10 + index, { name }));
    const feed = await startFeed(test, {
      changes: { ...rest, providers: [...providers, ...more] },
    });
    const page = await visit(feed, '/providers?lang=en');
    assert.match(
      page.text,
      /# 1\. FC Beispiel 0 offers A Amt 0 offers Ärztehaus 0 offers V Verein 1/,
    );
    assert.match(page.text, /Verein 1 e\. V\. 4 offers/);
    assert.doesNotMatch(page.text, /Verein 2/);
    assert.deepEqual(linksTo(page, /^Amt$/), ['/providers/provider-11?lang=en']);
  });

  it('show a topic and a place; an id once used leads to the one that took over', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const topic = await visit(feed, '/topics/education');
    assert.deepEqual(offersOn(topic).sort(), ['offer-1', 'offer-3']);
    assert.deepEqual(linksTo(topic, /^Sprache$/), ['/topics/language']);
    assert.deepEqual(offersOn(await visit(feed, '/places/hattingen')), ['offer-4']);
    const old = await visit(feed, '/topics/gymnastics');
    assert.equal(old.status, 301);
    assert.equal(old.headers['location'], `${baseUrl}/topics/sport`);
  });

  it('offer a search where nothing is, to people; programs are told as ever', async (test) => {
    const feed = await startFeed(test);
    for (const path of ['/nothing', '/offers/nothing', '/topics/nothing', '/providers/nothing']) {
      const page = await visit(feed, `${path}?lang=en`);
      assert.equal(page.status, 404, path);
      assert.match(page.html, /<form\s+class="search"\s+role="search"/);
      assert.match(page.text, /There is no such page/);
    }
    const { headers } = await feed.get('/v1/nothing');
    assert.equal(headers['content-type'], 'application/problem+json');
  });

  it('have only languages that the directory names', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const { html } = await visit(feed, '/?lang=uk');
    assert.match(html, /<html lang="de" dir="ltr">/);
    const tags = [...html.matchAll(/rel="alternate"\s+hreflang="([^"]+)"/g)].map(([, tag]) => tag);
    assert.deepEqual(tags, ['de', 'en', 'ar', 'x-default']);
  });

  it('have a few languages in sight, and many in a list to open', async (test) => {
    const { directory, ...rest } = example();
    const spoken = ['en', 'ar', 'tr', 'uk', 'pl', 'ro', 'bg', 'ru'];
    const languagesOf = async (count: number) => {
      const languages = spoken.slice(0, count);
      const feed = await startFeed(test, {
        changes: { ...rest, directory: { ...directory, languages } },
      });
      const { html } = await visit(feed, '/?lang=en');
      const [nav = ''] = /<nav class="languages.*?<\/nav>/s.exec(html) ?? [];
      const [, summary] = /<summary>.*<bdi>(.*)<\/bdi>.*<\/summary>/s.exec(nav) ?? [];
      return { summary, tags: [...nav.matchAll(/hreflang="(\w+)"/g)].map(([, tag]) => tag) };
    };
    assert.deepEqual(await languagesOf(4), {
      summary: undefined,
      tags: ['de', ...spoken.slice(0, 4)],
    });
    assert.deepEqual(await languagesOf(8), { summary: 'English', tags: ['de', ...spoken] });
  });

  it('show a provider that has no offers', async (test) => {
    const { providers, ...rest } = example();
    const changes = { ...rest, providers: [...providers, provider(3)] };
    const feed = await startFeed(test, { changes });
    assert.match((await visit(feed, '/providers/provider-3')).text, /keine Angebote/);
  });
});

it('telephones that know no light-dark() see the colours of the day', async (test) => {
  const feed = await startFeed(test);
  const { html } = await visit(feed, '/');
  const [, path = ''] = /href="(\/pages\/[^"]*\.css)"/.exec(html) ?? [];
  const css = (await feed.get(path)).body.toString();
  const root = /:root\s*{([^}]*)}/.exec(css)?.[1] ?? '';
  const older = /@supports not \(color: light-dark[^{]*{\s*:root\s*{([^}]*)}/.exec(css)?.[1] ?? '';
  const byDay = [...root.matchAll(/(--[\w-]+): light-dark\((#\w+),/g)];
  assert.ok(byDay.length > 9);
  for (const [, name, colour] of byDay) assert.ok(older.includes(`${name}: ${colour};`), name);
});
