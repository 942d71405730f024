import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { layOut, wrapped } from '../../server/src/pages/networks/layout.js';
import { readWithIcalJs } from './calendar-readers.js';
import { example, network, provider } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, unescaped, visit, type Visited } from './page-harness.js';

const BASE = 'https://feed.example.org';
const WITTEN = provider(1, { name: 'Haus am Park e. V.', address: { town: 'witten' } });
const GONE = provider(2, { status: 'retired' });
const HATTINGEN = provider(3, {
  name: 'Bildungswerk Hattingen',
  address: { town: 'hattingen' },
  networks: ['arbeitskreis SPORT', 'Stadtsportbund'],
});
const TABLE = network(1, {
  name: 'Runder Tisch Ankommen',
  aim: 'Familien finden in den ersten Wochen, was sie brauchen.',
  topics: ['language'],
  places: ['witten'],
  members: [
    { provider: WITTEN.id },
    { name: 'Kita <Sonne>', web: 'https://kita.example.org' },
    { provider: GONE.id },
  ],
  coordinator: { provider: HATTINGEN.id },
  contact: { role: 'Koordination', name: 'Ungenannte Person', phone: '030 23125 100' },
  links: [{ label: 'Geschäftsordnung', url: 'https://tisch.example.org/ordnung' }],
  web: 'https://tisch.example.org',
  checked: { on: '2026-10-01', by: 'Büro für Vielfalt' },
  schedule: {
    text: 'Im Wechsel bei den Mitgliedern.',
    times: [
      {
        ...{ dtstart: '2026-09-01T17:00', dtend: '2026-09-01T19:00' },
        ...{ freq: 'MONTHLY', byday: ['1TU'] },
      },
    ],
  },
  translations: { ar: { by: 'person', texts: { name: 'طاولة مستديرة' } } },
});
const SPORT = network(2, { name: 'Arbeitskreis Sport', topics: ['sport'] });
const SOON = network(4, {
  name: 'Zirkel Schule',
  places: ['hattingen'],
  members: [{ name: 'kita sonne' }],
  schedule: { times: [{ dtstart: '2026-11-25T09:00' }] },
});
const OLD = network(3, { name: 'Bündnis von früher', status: 'retired', topics: ['sport'] });

const changes = {
  ...example(),
  providers: [WITTEN, GONE, HATTINGEN],
  networks: [TABLE, SPORT, SOON, OLD],
};

/** The networks in the table's order. */
function listed({ html }: Visited): string[] {
  const rows = html.matchAll(/<th scope="row">\s*<a href="[^"]*\/networks\/([a-z0-9-]+)/g);
  return [...rows].map(([, slug = '']) => slug);
}

describe('the page of all networks', () => {
  it('is sorted by links and filtered by a form, without scripts', async (test) => {
    const feed = await startFeed(test, { changes });
    const page = await visit(feed, '/networks');
    assert.equal(page.status, 200);
    assert.deepEqual(listed(page), ['network-2', 'network-1', 'network-4']);
    for (const part of ['3 Netzwerke', 'Runder Tisch Ankommen', '3 Mitglieder', 'überall hier']) {
      assert.ok(page.text.includes(part), part);
    }
    assert.doesNotMatch(page.html, /<script(?! type="application\/ld\+json")/);
    assert.doesNotMatch(page.text, /von früher/);
    const [next = ''] = linksTo(page, /^Nächstes Treffen$/);
    const byNext = await visit(feed, next);
    assert.deepEqual(listed(byNext), ['network-4', 'network-1', 'network-2']);
    assert.match(byNext.html, /aria-sort="ascending"[^>]*>\s*<a href="[^"]*sort=next/);
    const [members = ''] = linksTo(page, /^Mitglieder$/);
    assert.deepEqual(listed(await visit(feed, members)), ['network-1', 'network-2', 'network-4']);
    assert.match(page.html, /<select id="by-topic" name="topic">/);
    const ofTopic = await visit(feed, '/networks?topic=education&place=&sort=members');
    assert.deepEqual(listed(ofTopic), ['network-1']);
    assert.match(ofTopic.html, /<input type="hidden" name="sort" value="members"/);
    assert.deepEqual(listed(await visit(feed, '/networks?place=hattingen')), [
      'network-2',
      'network-1',
      'network-4',
    ]);
  });

  it('draws who works with whom: each member once, with a line from each of its networks', async (test) => {
    const feed = await startFeed(test, { changes });
    const { html } = await visit(feed, '/networks');
    const svg = /<svg viewBox[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
    const text = unescaped(svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
    assert.equal(text.split('Bildungswerk Hattingen').length, 2);
    assert.equal(text.split('Kita <Sonne>').length, 2);
    // Round table: three members; working group: one; circle: one that both have.
    assert.equal(svg.match(/<path /g)?.length, 5);
    assert.match(svg, /<a href="\/networks\/network-1">/);
    assert.match(svg, /<a href="\/providers\/provider-3">/);
    assert.equal((await visit(feed, '/networks')).html, html);
  });

  it('shows nothing outside a lock, and nothing where the lock is not understood', async (test) => {
    const feed = await startFeed(test, { changes });
    const inside = await visit(feed, '/networks?within.provider=provider-1');
    assert.deepEqual(listed(inside), ['network-1']);
    assert.match(inside.html, /href="\/networks\/network-1\?within.provider=provider-1"/);
    assert.match(inside.html, /<input type="hidden" name="within.provider" value="provider-1"/);
    for (const lock of ['within.place=nowhere', 'within.audience=women', 'within.colour=red']) {
      const broken = await visit(feed, `/networks?${lock}`);
      assert.equal(broken.status, 400, lock);
      assert.deepEqual(listed(broken), [], lock);
      assert.match(broken.text, /Deshalb werden keine Netzwerke gezeigt/);
      assert.equal((await visit(feed, `/networks/network-1?${lock}`)).status, 404, lock);
    }
    assert.equal((await visit(feed, '/networks/network-1?within.topic=sport')).status, 404);
    assert.equal((await visit(feed, '/networks/network-1?within.topic=language')).status, 200);
    const held = await visit(feed, '/networks?within.audience=women');
    assert.match(held.text, /Für wen: Danach lassen sich Netzwerke nicht eingrenzen/);
    const gone = await visit(feed, '/networks/network-3?within.topic=sport');
    assert.equal(gone.status, 404);
    assert.doesNotMatch(gone.text, /von früher/);
    const odd = await visit(feed, '/networks?sort=colour');
    assert.equal(odd.status, 400);
    assert.equal(listed(odd).length, 3);
    const misspelt = await visit(feed, '/networks?topic=sprot&sort=next&within.place=witten');
    assert.deepEqual(linksTo(misspelt, /Meinten Sie „Sport“/), [
      '/networks?within.place=witten&sort=next&topic=sport',
    ]);
  });

  it('adds up what is repeated in its address, as the feed does', async (test) => {
    const feed = await startFeed(test, { changes });
    const topics = await visit(feed, '/networks?topic=sport&topic=language');
    assert.deepEqual(listed(topics), ['network-2', 'network-1']);
    const locked = await visit(feed, '/networks?within.topic=language&within.topic=');
    assert.deepEqual(listed(locked), ['network-1']);
    assert.equal((await visit(feed, '/networks?sort=')).status, 200);
    assert.equal((await visit(feed, '/networks?sort=next&sort=name')).status, 400);
  });

  it('offers what leaves some: topics, towns, and districts that a network names', async (test) => {
    const { vocabulary } = changes;
    const place = [
      ...vocabulary.place,
      ...['annen', 'heven'].map((id) => ({ id, label: { de: id }, parent: 'witten' })),
      { id: 'sprockhoevel', label: { de: 'Sprockhövel' }, parent: 'county' },
    ];
    const district = network(5, { name: 'Tisch im Viertel', places: ['annen'] });
    const feed = await startFeed(test, {
      changes: {
        ...changes,
        vocabulary: { ...vocabulary, place },
        networks: [...changes.networks, district],
      },
    });
    const choices = async (query: string) => {
      const { html } = await visit(feed, `/networks?${query}`);
      const [, options = ''] = /<select id="by-place"[^>]*>([\s\S]*?)<\/select>/.exec(html) ?? [];
      return [...options.matchAll(/<option ([^>]*)>([^<]*)/g)].map(
        ([, tag = '', label = '']) => `${label}${tag.includes('selected') ? '*' : ''}`,
      );
    };
    assert.deepEqual(await choices(''), ['egal*', 'Hattingen', 'Witten', 'Witten · annen']);
    assert.deepEqual(await choices('within.place=annen'), [
      'egal*',
      'Hattingen',
      'Witten',
      'Witten · annen',
    ]);
    assert.deepEqual((await choices('place=sprockhoevel')).slice(0, 2), ['egal', 'Sprockhövel*']);
  });

  it('takes its lock along, to a network, its calendar and data, and back', async (test) => {
    const feed = await startFeed(test, { changes });
    const lock = 'within.topic=language';
    const page = await visit(feed, `/networks/network-1?${lock}`);
    const [, back = ''] = linksTo(page, /^Alle Angebote$|^Netzwerke$/);
    assert.equal(back, `/networks?${lock}`);
    for (const [words, path] of [
      [/in den Kalender/, '/networks/network-1.ics'],
      [/JSON/, '/v1/networks/network-1'],
    ] as const) {
      assert.deepEqual(linksTo(page, words), [`${path}?${lock}`]);
    }
    assert.ok(page.html.includes(`type="text/calendar"`));
    assert.doesNotMatch(page.html, /href="[^"]*network-1\.ics"/);
  });
});

describe('the page of a network', () => {
  it('says what it is for, who belongs to it, when it meets and whom to ask', async (test) => {
    const feed = await startFeed(test, { changes, baseUrl: BASE });
    const page = await visit(feed, '/networks/network-1');
    assert.equal(page.status, 200);
    for (const part of [
      'Runder Tisch Ankommen',
      'Familien finden in den ersten Wochen',
      'Bildungswerk Hattingen (Koordination)',
      'Haus am Park e. V.',
      'Kita <Sonne>',
      'jeden 1. Dienstag im Monat',
      'Di., 1. Dez.',
      'Im Wechsel bei den Mitgliedern.',
      '030 23125 100',
      'Geschäftsordnung',
      'tisch.example.org',
      'Geprüft am 1. Oktober 2026',
      'vielfalt-network-card network="network-1"',
    ]) {
      assert.ok(page.text.includes(part), `${part} in ${page.text}`);
    }
    assert.doesNotMatch(page.text, /Ungenannte Person|Früher/);
    assert.deepEqual(linksTo(page, /^Kita <Sonne>$/), ['https://kita.example.org']);
    assert.deepEqual(linksTo(page, /Haus am Park/), ['/providers/provider-1']);
    assert.match(page.html, /"@type":"Organization","@id":"[^"]*\/networks\/network-1#network"/);
    assert.match(page.html, /mailto:fehler@example.org\?subject=Fehler%20bei%20einem%20Netzwerk/);
    const arabic = await visit(feed, '/networks/network-1?lang=ar');
    assert.match(arabic.html, /<h1><span >طاولة مستديرة<\/span><\/h1>/);
  });

  it('leads on where the network has gone or never was', async (test) => {
    const feed = await startFeed(test, { changes });
    const gone = await visit(feed, '/networks/network-3');
    assert.equal(gone.status, 410);
    assert.match(gone.text, /Bündnis von früher/);
    assert.deepEqual(linksTo(gone, /^Netzwerke$/), ['/networks', '/networks']);
    for (const [path, way] of [
      ['/networks/nowhere', '/networks'],
      ['/networks/network-1?within.topic=sport', '/networks?within.topic=sport'],
    ] as const) {
      const missing = await visit(feed, path);
      assert.equal(missing.status, 404);
      assert.deepEqual(linksTo(missing, /^Alle Netzwerke zeigen$/), [way]);
    }
  });

  it('gives its meetings as a calendar', async (test) => {
    const feed = await startFeed(test, { changes, baseUrl: BASE });
    const { status, headers, body } = await feed.get('/networks/network-1.ics');
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^text\/calendar/);
    const text = body.toString();
    const shown = readWithIcalJs(text, '2026-11-23', '2027-01-31', 'Europe/Berlin');
    assert.deepEqual([...shown.values()].flat(), [
      '2026-12-01T17:00/2026-12-01T19:00',
      '2027-01-05T17:00/2027-01-05T19:00',
    ]);
    assert.match(text, /SUMMARY:Runder Tisch Ankommen/);
    assert.match(text, /RRULE:FREQ=MONTHLY;BYDAY=1TU/);
    assert.match(text, /CONTACT:Koordination\\, 030 23125 100/);
    assert.doesNotMatch(text, /Ungenannte/);
    assert.equal((await feed.get('/networks/network-2.ics')).status, 404);
    assert.equal((await feed.get('/networks/network-3.ics')).status, 410);
    assert.equal((await feed.get('/networks/network-1.ics?within.topic=sport')).status, 404);
  });
});

describe('networks elsewhere', () => {
  it('stand on the page of a provider, with who else is in them', async (test) => {
    const feed = await startFeed(test, { changes });
    const page = await visit(feed, '/providers/provider-3');
    assert.match(page.text, /Runder Tisch Ankommen Mit dabei: Haus am Park e. V. , Kita <Sonne>/);
    assert.match(page.text, /Netzwerke Arbeitskreis Sport Runder Tisch/);
    assert.match(page.text, /Kita <Sonne> Stadtsportbund/);
    assert.doesNotMatch(page.text, /arbeitskreis SPORT/);
    assert.deepEqual(linksTo(page, /^Arbeitskreis Sport$/), ['/networks/network-2']);
    assert.match(page.html, /"memberOf":\[\{"@type":"Organization"/);
  });

  it('are in the footer and the sitemap where there are some', async (test) => {
    const feed = await startFeed(test, { changes, baseUrl: BASE });
    assert.match((await visit(feed, '/')).html, /<a href="\/networks">Netzwerke<\/a>/);
    const first = async (query: string) =>
      linksTo(await visit(feed, `/?${query}`), /^Netzwerke$/)[0];
    assert.equal(
      await first('topic=sport&place=witten&within.topic=language'),
      '/networks?place=witten&within.topic=language',
      'before the offers, for the same town',
    );
    assert.equal(await first('within.audience=women'), '/networks', 'in the footer alone');
    const xml = (await visit(feed, '/sitemap.xml')).html;
    for (const path of ['/networks', '/networks/network-1', '/networks/network-4']) {
      assert.ok(xml.includes(`<loc>${BASE}${path}</loc>`), path);
    }
    assert.ok(!xml.includes('/networks/network-3<'));
    const without = await startFeed(test, { changes: { ...changes, networks: [OLD] } });
    assert.doesNotMatch((await visit(without, '/')).html, /href="\/networks"/);
    assert.match((await visit(without, '/networks')).text, /Dazu gibt es hier kein Netzwerk/);
  });

  it('are valid HTML in every language', async (test) => {
    const feed = await startFeed(test, { changes });
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    for (const lang of ['de', 'en', 'ar']) {
      for (const path of ['/networks', '/networks/network-1', '/networks/network-3']) {
        const { html } = await visit(feed, `${path}?lang=${lang}`);
        const { results } = await validator.validateString(html);
        const faults = results.flatMap(({ messages }) => messages.map(({ message }) => message));
        assert.deepEqual(faults, [], `${path} (${lang})`);
      }
    }
  });
});

describe('the layout of the picture', () => {
  it('brings together what is connected', () => {
    // Two groups that were given crosswise.
    const networks = [{ others: [1] }, { others: [0] }].map((each, index) => ({
      ...each,
      label: `N${index}`,
    }));
    const members = [{ others: [1] }, { others: [0] }].map((each, index) => ({
      ...each,
      label: `M${index}`,
    }));
    const layout = layOut(networks, members);
    const places = (nodes: { index: number }[]) => nodes.map(({ index }) => index);
    assert.deepEqual(places(layout.networks), [0, 1]);
    assert.deepEqual(places(layout.members), [1, 0]);
    assert.deepEqual(layOut(networks, members), layout);
  });

  it('lets no labels overlap, and spreads the shorter column', () => {
    const label = 'Arbeitskreis für Sprache, Begegnung und Teilhabe im ganzen Südkreis und darüber';
    const members = Array.from({ length: 30 }, () => ({ label, others: [0] }));
    const others = members.map((_, index) => index);
    const layout = layOut([{ label, others }], members);
    const [network] = layout.networks;
    assert.equal(network?.y, layout.height / 2);
    for (const [index, { y, lines }] of layout.members.entries()) {
      const next = layout.members[index + 1];
      if (next) assert.ok(next.y - y >= lines.length * 19, `${index}`);
    }
  });

  it('breaks long labels between words, and cuts them where they are too long', () => {
    assert.deepEqual(wrapped('Haus am Park'), ['Haus am Park']);
    const lines = wrapped(
      'Arbeitskreis für Sprache und Begegnung im Südkreis und weit darüber hinaus',
    );
    assert.equal(lines.length, 2);
    assert.match(lines[1] ?? '', /…$/);
    assert.ok([...(wrapped('x'.repeat(99))[0] ?? '')].length <= 36);
  });
});
