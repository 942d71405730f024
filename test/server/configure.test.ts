import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LOCKS } from '@vielfalt/feed';
import { BASE, configured, optionsOf, oddExample } from './configuring.js';
import { example, provider } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { linksTo, unescaped, visit } from './page-harness.js';

describe('a system and a role', () => {
  const WORKING: Record<string, string> = {
    html: 'element',
    typo3: 'element',
    'typo3-text': 'placeholder',
    wordpress: 'element',
    'wordpress-author': 'address',
    drupal: 'element',
    'drupal-filtered': 'placeholder',
    joomla: 'placeholder',
    moodle: 'element',
  };
  const KINDS = [
    ['element', /^<script[^]*<vielfalt-directory/],
    ['placeholder', /^<div data-vielfalt/],
    ['address', /^https:\/\/feed\.example\.org\/$/],
  ] as const;

  it('picks the way that works there', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const systems = optionsOf(await configured(feed), 'system');
    assert.deepEqual(systems, Object.keys(WORKING));
    for (const system of systems) {
      const { lines, text } = await configured(feed, `system=${system}`);
      const kind = KINDS.find(([, pattern]) => pattern.test(lines))?.[0];
      assert.equal(kind, WORKING[system], system);
      assert.doesNotMatch(text, /geht hier nicht/, system);
    }
  });

  it('says why another way does not work, and leads to the one that does', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const page = await configured(feed, 'place=witten&system=wordpress-author&way=element');
    assert.match(page.text, /Baustein mit Skript geht hier nicht: Skripte und eigene Tags werden/);
    const [href] = linksTo(page, /^Stattdessen: nur eine Adresse$/);
    assert.equal(href, '/configure?place=witten&system=wordpress-author');
    const records = await configured(feed, 'show=provider&provider=provider-1&way=html');
    assert.match(records.text, /nur Listen von Angeboten/);
    const plain = await startFeed(test, { baseUrl: 'http://feed.example.org' });
    const fallback = await configured(plain, 'system=wordpress-author');
    assert.match(
      fallback.lines,
      /^<div data-vielfalt/,
      'WordPress takes addresses with https alone',
    );
  });
});

describe('the address of a choice', () => {
  it('holds all of it, and nothing else', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const query =
      'show=list&topic=language,sport&place=witten&free=yes&language=ar&heading-level=3&limit=5&id=x&strict=yes&accent=a3201b&max-width=60rem&system=typo3&way=frame';
    const page = await configured(feed, `utm_source=x&lang=en&${query}&provider=&q=x`);
    assert.equal(page.field('address'), `${BASE}/configure?${query}&lang=en`);
    const again = await configured(feed, `${query}&lang=en`);
    assert.equal(again.lines, page.lines);
    assert.match(page.html, /<option value="typo3" selected>/);
  });

  it('says what cannot be read, and does without it', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const { status, text, lines } = await configured(
      feed,
      'accent=red&heading-level=9&system=jimdo&limit=0&way=pigeon',
    );
    assert.equal(status, 400);
    for (const said of ['red', '9', 'jimdo', '0', 'pigeon']) {
      assert.match(text, new RegExp(`„${said}“ geht hier nicht`), said);
    }
    assert.match(lines, /<vielfalt-directory>\n/);
  });

  it('gives no lines while a lock cannot be read, since they would show more than was meant', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const UNREAD: Record<string, RegExp> = {
      'place=Sprockhövel': /Ort ?: „Sprockhövel“ geht hier nicht/,
      'topic=Deutsch lernen': /Thema ?: „Deutsch lernen“ geht hier nicht/,
      'free=no': /„no“ geht hier nicht/,
      'age=old': /„old“ geht hier nicht/,
      'within.place=witten': /within\.place ?: „witten“ geht .*Meinten Sie „Ort“\?/,
      'ort=witten': /ort ?: „witten“ geht hier nicht und ist weggelassen\. Meinten Sie „Ort“\?/,
      'place=witten"x&place=hattingen': /„witten"x“ geht hier nicht/,
      'place=http://localhost:8471/places/witten': /„http:.*witten“ geht hier nicht/,
      'show=offr&offer=offer-1': /„offr“ geht hier nicht/,
    };
    for (const [query, said] of Object.entries(UNREAD)) {
      const page = await configured(feed, query);
      assert.equal(page.status, 400, query);
      assert.match(page.text, said, query);
      assert.equal(page.field('snippet'), undefined, query);
      assert.match(page.text, /Zeilen gibt es erst, wenn das geklärt ist/, query);
      assert.doesNotMatch(page.html, /<iframe/, query);
      const [english = ''] = linksTo(page, /^English$/);
      assert.equal((await visit(feed, english)).status, 400, 'the same in another language');
      const [, field = ''] = /<a href="#(by-[a-z-]+)"/.exec(page.html) ?? [];
      assert.match(page.html, new RegExp(`id="${field}"`), query);
    }
  });

  it('names fields as the form does, and nothing foreign by the name of another', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const { text } = await configured(
      feed,
      'on-accent=rot&dark=no&languages=de&title=x&map=ja&within.age=5',
    );
    for (const said of [
      '--vielfalt-on-accent : „rot“ geht hier nicht und ist weggelassen. Eine Farbe schreiben Sie wie #a3201b.',
      'Auf einer dunklen Seite : „no“',
      'languages : „de“ geht hier nicht und ist weggelassen. Meinten Sie „Sprache vor Ort“?',
      'Karte über der Suche : „ja“',
      'within.age : „5“ geht hier nicht und ist weggelassen. Meinten Sie „Alter in Jahren“?',
    ]) {
      assert.ok(text.includes(said), said);
    }
    assert.doesNotMatch(text, /Aussehen ?: „x“|wie die Seite ?:/);
  });

  it('is mended by a press where something else was meant', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const mended = async (query: string) =>
      linksTo(await configured(feed, query), /^Meinten Sie/).map((href) => unescaped(href));
    const [named = ''] = await mended('ort=witten&accent=a3201b');
    assert.equal(named, '/configure?accent=a3201b&place=witten#lines');
    assert.match(
      (await visit(feed, named)).html,
      /&lt;vielfalt-directory place=&quot;witten&quot;/,
    );
    assert.deepEqual(await mended('place=hattingen,wittn&lang=en&limit=3'), []);
    const english = await configured(feed, 'place=hattingen,wittn&lang=en&limit=3');
    assert.deepEqual(linksTo(english, /^Did you mean/), [
      '/configure?place=hattingen,witten&limit=3&lang=en#lines',
    ]);
  });

  it('leads to the field of what was left out, and opens what it is in', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    for (const [query, field] of Object.entries({
      'accent=rot': 'by-accent',
      'mark=rot': 'by-mark',
      'limit=0': 'by-limit',
      'way=pigeon': 'by-way',
      'show=offer&offer=Ein Kurs': 'by-offer',
    })) {
      const { html } = await configured(feed, query);
      const [form = '', result = ''] = html.split('id="lines"');
      assert.match(result, new RegExp(`<a href="#${field}">`), query);
      const before = form.slice(0, form.indexOf(`id="${field}"`));
      const opened = (before.match(/<details/g) ?? []).length;
      const closed = (before.match(/<\/details>/g) ?? []).length;
      const around = before.split('<details').slice(closed + 1, opened + 1);
      if (field !== 'by-offer') assert.ok(opened > closed, query);
      for (const each of around.slice(closed - opened)) assert.match(each, /^[^>]*\sopen/, query);
    }
  });

  it('takes colours and lengths as people write them', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const WRITTEN: Record<string, string> = {
      'accent=rgb(163, 32, 27)': '--vielfalt-accent: #a3201b',
      'accent=163 32 27': '--vielfalt-accent: #a3201b',
      'accent=A3201B': '--vielfalt-accent: #a3201b',
      'radius=12': '--vielfalt-radius: 12px',
      'radius=0': '--vielfalt-radius: 0',
      'radius=12 PX': '--vielfalt-radius: 12px',
      'max-width=37,5 rem': '--vielfalt-max-width: 37.5rem',
    };
    for (const [query, style] of Object.entries(WRITTEN)) {
      const { lines, status } = await configured(feed, query);
      assert.equal(status, 200, query);
      assert.ok(lines.includes(`style="${style}"`), query);
    }
    for (const query of ['accent=300 0 0', 'accent=1 2', 'radius=viel', 'radius=1.2.3', 'gap=-1']) {
      assert.equal((await configured(feed, query)).status, 400, query);
    }
    const offer = await configured(feed, `show=offer&offer=${BASE}/offers/offer-1).`);
    assert.match(offer.lines, /<vielfalt-offer-card offer="offer-1">/);
  });

  it('keeps what can be read of a repeated lock in the form', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const { html } = await configured(feed, 'place=witten"x&place=hattingen');
    assert.match(html, /<option value="hattingen" selected>/);
  });

  it('keeps what the directory does not know, since the lines must not show more', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const { status, text, lines, html } = await configured(feed, 'place=wittn');
    assert.equal(status, 400);
    assert.match(text, /Ort: „wittn“ kennt das Verzeichnis nicht\. Meinten Sie „witten“\?/);
    assert.match(lines, /place="wittn"/);
    const [, frame = ''] = /<iframe src="([^"]*)"/.exec(html) ?? [];
    const shown = await visit(feed, unescaped(frame));
    assert.match(shown.text, /„wittn“ kennt das Verzeichnis nicht/);
    const gone = await configured(feed, 'show=network&network=nowhere');
    assert.match(gone.text, /„nowhere“ gibt es im Verzeichnis nicht/);
  });

  it('may be anything: a page comes, and its lines are still lines', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE, changes: oddExample() });
    const names = ['show', 'provider', 'network', 'offer', 'way', 'system', 'id', 'accent', 'font'];
    const name = fc.constantFrom(...names, ...LOCKS, 'language', 'lang', 'limit', 'topics');
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('yes', 'provider', 'frame', '"><script>', "'); drop", 'witten', 'provider-1'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 6 }), async (pairs) => {
        const { lines } = await configured(feed, new URLSearchParams(pairs).toString());
        assert.doesNotMatch(lines, /"><script>|'\); drop/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is shown instead', () => {
  /** What the form sends when another kind is picked and nothing else is touched. */
  async function switched(feed: Feed, query: string, shown: string): Promise<string> {
    const { html } = await configured(feed, query);
    const [, form = ''] = /<form id="configure"[^]*?>([^]*?)<\/form>/.exec(html) ?? [];
    const sent: [string, string][] = [];
    for (const [field] of form.matchAll(/<select[^]*?<\/select>|<input[^>]*>/g)) {
      const of = (name: string) =>
        unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(field)?.[1] ?? '');
      if (field.startsWith('<select')) {
        sent.push([of('name'), unescaped(/value="([^"]*)" selected/.exec(field)?.[1] ?? '')]);
      } else if (!/checkbox/.test(field) || /\schecked/.test(field)) {
        sent.push([of('name'), of('value')]);
      }
    }
    return new URLSearchParams(
      sent.map(([name, value]) => [name, name === 'show' ? shown : value]),
    ).toString();
  }

  it('leaves the lock and all else to come back, by a form without scripts', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE, changes: oddExample() });
    const query =
      'place=witten,hattingen&topic=sport&free=yes&age=7&for-professionals=yes&map=yes&limit=5';
    const before = await configured(feed, query);
    let now = query;
    for (const shown of ['network', 'offer', 'list', 'provider', 'offer']) {
      now = await switched(feed, now, shown);
      const { lines } = await configured(feed, now);
      if (shown !== 'list') assert.equal(lines, '', 'no record is chosen yet');
      else assert.match(lines, /<vielfalt-offer-list topic="sport" place="hattingen,witten" /);
    }
    const after = await configured(feed, await switched(feed, now, 'directory'));
    assert.equal(after.lines, before.lines);
    assert.equal(after.field('address'), before.field('address'));
  });

  it('has nothing of it in the lines of a record, and says so', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE, changes: oddExample() });
    const idle = 'topic=sport&place=witten&free=yes&provider=provider-1';
    const SHOWN = { network: 'network-1', offer: 'offer-1' };
    for (const [shown, slug] of Object.entries(SHOWN)) {
      const plain = await configured(feed, `show=${shown}&${shown}=${slug}`);
      const page = await configured(feed, `show=${shown}&${shown}=${slug}&${idle}`);
      assert.equal(page.status, 200);
      assert.equal(page.lines, plain.lines, shown);
      assert.match(
        page.text,
        /gilt nicht, was Sie hier gewählt haben: Thema, Ort, Anbieter, kostenlos\. Es bleibt gemerkt\./,
      );
      assert.doesNotMatch(plain.text, /gilt nicht, was Sie/);
      for (const way of ['frame', 'placeholder', 'html']) {
        const framed = await configured(feed, `show=${shown}&${shown}=${slug}&${idle}&way=${way}`);
        assert.doesNotMatch(framed.lines, /sport|witten|free/, `${shown} ${way}`);
      }
    }
    const typo3 = 'system=typo3&sync-url=yes&show=offer&offer=offer-1';
    assert.equal((await configured(feed, typo3)).field('typo3-parameters'), undefined);
  });

  it('is one provider of several that a list is locked to, of which none is lost', async (test) => {
    const second = provider(2, { name: 'Andere e. V.' });
    const { providers, ...rest } = example();
    const feed = await startFeed(test, {
      baseUrl: BASE,
      changes: { ...rest, providers: [...providers, second] },
    });
    const both = 'provider=provider-1,provider-2';
    const card = await switched(feed, both, 'provider');
    assert.match(
      (await configured(feed, card)).lines,
      /<vielfalt-provider-card provider="provider-1">/,
    );
    const back = await configured(feed, await switched(feed, card, 'directory'));
    assert.match(back.lines, /<vielfalt-directory provider="provider-1,provider-2">/);
    const other = await configured(feed, 'show=provider&provider=provider-2');
    assert.match(other.lines, /<vielfalt-provider-card provider="provider-2">/);
  });

  it('never loses a lock that cannot be read: a list waits for it again', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    for (const lock of ['place=Sprockhövel', 'ort=witten', 'place=hattingen,Witten!']) {
      const query = `show=offer&offer=offer-1&${lock}`;
      const page = await configured(feed, query);
      assert.equal(page.status, 200, lock);
      assert.match(page.lines, /<vielfalt-offer-card offer="offer-1">/);
      const back = await configured(feed, await switched(feed, query, 'list'));
      assert.equal(back.lines, '', lock);
      assert.equal(back.status, 400);
      const shared = (page.field('address') ?? '').replace(/^.*\?/, '');
      assert.equal((await configured(feed, await switched(feed, shared, 'list'))).lines, '', lock);
    }
  });
});
