import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { HtmlValidate } from 'html-validate';
import { startDemoFeed } from './demo-feed.js';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, unescaped, visit } from './page-harness.js';

const VIEWS = [
  '/insight',
  '/insight?audience=women',
  '/insight?table=audiences',
  '/insight?table=languages&topic=education',
  '/insight?table=times&place=witten',
  '/insight?table=topics-by-audience',
  '/insight?table=gaps',
  '/insight?table=checks',
];

/** The cells of a page's table, each row by its heading: `{ text, href, classes }`. */
function rowsOf(html: string) {
  const rows = [...html.matchAll(/<tr[^>]*>\s*<th scope="row">([^<]*)<\/th>([\s\S]*?)<\/tr>/g)];
  return new Map(
    rows.map(([, heading = '', rest = '']) => [
      unescaped(heading),
      [...rest.matchAll(/<td\s*([^>]*)>([\s\S]*?)<\/td>/g)].map(([, tag = '', inside = '']) => ({
        text: inside
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
        href: unescaped(/href="([^"]*)"/.exec(inside)?.[1] ?? ''),
        classes: /class="([^"]*)"/.exec(tag)?.[1] ?? '',
      })),
    ]),
  );
}

const columnsOf = (html: string) =>
  [...html.matchAll(/<th scope="col"><span>([^<]*)<\/span>/g)].map(([, name = '']) => name);

const csvOf = (body: Buffer) =>
  parse<Record<string, string>>(body, { bom: true, delimiter: ';', columns: true });

it('what there is and what is missing, in the demo directory', async (test) => {
  const feed = await startDemoFeed(test);

  await test.test('says at a glance that Gevelsberg has no sport for women', async () => {
    const page = await visit(feed, '/insight');
    assert.match(page.text, /Gevelsberg : Sport und Bewegung · Frauen in 7 von 8 anderen Orten/);
    const [way] = linksTo(page, /^Gevelsberg: Sport und Bewegung · Frauen$/);
    const neighbours = await visit(feed, way ?? '');
    const sport = rowsOf(neighbours.html).get('Sport und Bewegung') ?? [];
    const towns = columnsOf(neighbours.html);
    const there = sport[towns.indexOf('Gevelsberg')];
    assert.equal(there?.text, '0');
    assert.match(there?.classes ?? '', /\bzero missed\b/);
    assert.match(sport[towns.indexOf('Witten')]?.text ?? '', /^[1-9]/);
  });

  await test.test('leads from each number to as many offers', async () => {
    const { html } = await visit(feed, '/insight?audience=women&spoken=ar');
    const cells = [...rowsOf(html).values()].flat().filter(({ href }) => href);
    assert.ok(cells.length > 30);
    for (const { text, href } of cells.filter((_, index) => index % 11 === 0)) {
      const [named = 0, everyone = 0] = (text.match(/\d+/g) ?? []).map(Number);
      const { total } = await feed.offers(href.replace('/?', ''));
      assert.equal(named + everyone, total, href);
      const { text: list } = await visit(feed, href);
      assert.match(list, new RegExp(`\\b${total} Angebote? gefunden`));
    }
  });

  await test.test('is valid HTML, whatever is shown and in every language', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const translated = ['en', 'ar', 'tr', 'uk'].map(
      (lang) => `/insight?audience=women&lang=${lang}`,
    );
    for (const path of [...VIEWS, ...translated]) {
      const page = await visit(feed, path);
      assert.equal(page.status, 200, path);
      assert.doesNotMatch(page.html, /\sstyle=|undefined|\{\w+\}|NaN/);
      const { results } = await validator.validateString(page.html);
      const faults = results.flatMap(({ messages }) => messages.map(({ message }) => message));
      assert.deepEqual(faults, [], path);
    }
  });

  await test.test('gives every table as CSV, with the numbers of the page', async () => {
    for (const path of VIEWS) {
      const [csv] = linksTo(await visit(feed, path), /^Tabelle als CSV$/);
      const { status, headers, body } = await feed.get(csv ?? '');
      assert.equal(status, 200);
      assert.match(
        String(headers['content-disposition']),
        /^attachment; filename="[a-z-]+-2026-11-23.csv"$/,
      );
      assert.ok(csvOf(body).length > 4, path);
    }
    const { body } = await feed.get('/insight.csv?audience=women');
    const sport = csvOf(body).find((row) => row['id'] === 'sport');
    assert.ok(sport);
    assert.equal(sport['Thema'], 'Sport und Bewegung');
    assert.equal(sport['Gevelsberg'], '0');
    assert.equal(sport['Ennepetal'], '4');
    assert.equal(sport['Ennepetal, für alle'], '1');
  });

  await test.test(
    'is kept and checked like the feed, and refuses what it does not know',
    async () => {
      const { headers } = await feed.get('/insight');
      assert.match(
        String(headers['content-security-policy']),
        /default-src 'none'; style-src 'self'/,
      );
      assert.match(String(headers['cache-control']), /^public, max-age=60/);
      const etag = String(headers.etag);
      assert.equal((await feed.get('/insight', { 'If-None-Match': etag })).status, 304);
      assert.equal((await feed.get('/insight?topic=sprot')).status, 400);
      assert.equal((await feed.get('/insight.csv?topic=sprot')).status, 400);
      assert.equal((await feed.get('/insight.csv?table=nothing')).status, 400);
      assert.equal((await feed.get('/insight?utm_source=x')).status, 200);
      assert.doesNotMatch((await visit(feed, '/insight?within.topic=sprot')).html, /<table/);
    },
  );
});

it('the way to the table as a file comes before its hundreds of links', async (test) => {
  const feed = await startFeed(test);
  for (const path of VIEWS.filter((each) => !each.includes('gaps'))) {
    const { html } = await visit(feed, path);
    const file = html.indexOf('/insight.csv');
    assert.ok(file > 0 && file < html.indexOf('<table'), path);
  }
});

it('the key to a hatched number stands beside the hatching, not on it', async (test) => {
  const feed = await startFeed(test);
  const { html } = await visit(feed, '/insight');
  assert.match(html, /<span class="zero missed">0<\/span>\s*obwohl mindestens/);
});

it('a label that a spreadsheet would reckon with stays a label', async (test) => {
  const changes = example();
  changes.vocabulary.topic.push({
    id: 'trick',
    label: { de: '=HYPERLINK("https://example.org")' },
  });
  const trick = offer(9, { topics: ['trick'], locations: [{ town: 'witten' }] });
  const offers = [...changes.offers, trick];
  const feed = await startFeed(test, { changes: { ...changes, offers } });
  const { body } = await feed.get('/insight.csv');
  const row = csvOf(body).find(({ id }) => id === 'trick');
  assert.ok(row);
  assert.equal(row['Thema'], `'=HYPERLINK("https://example.org")`);
  assert.equal(row['Witten'], '1');
});

it('a directory without offers has tables of nothing', async (test) => {
  const feed = await startFeed(test, { changes: { ...example(), offers: [] } });
  for (const path of VIEWS.filter((each) => !each.includes('education'))) {
    assert.ok((await visit(feed, path)).status < 500, path);
  }
  assert.match((await visit(feed, '/insight')).text, /fehlt zurzeit nichts/);
});
