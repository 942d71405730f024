import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { demoFeed } from './demo-feed.js';
import { startFeed } from './feed-harness.js';
import { unescaped, visit } from './page-harness.js';

const baseUrl = 'https://feed.example.org';

/** The text of a piece of HTML as a reader gets it, in one line. */
function textOf({ html }: { html: string }): string {
  return unescaped(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).trim();
}

describe('the list as a piece of HTML', () => {
  it('shows what the query finds inside the lock, with addresses that work anywhere', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const list = await visit(feed, '/list.html?within.place=witten&topic=language');
    assert.equal(list.status, 200);
    assert.match(String(list.headers['content-type']), /^text\/html/);
    assert.match(
      textOf(list),
      /^1 Angebot gefunden Deutschkurs am Vormittag Verein 1 e\. V\. Wann/,
    );
    assert.doesNotMatch(textOf(list), /Schutzwohnung|Turnen/);
    const links = [...list.html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, href = '']) =>
      unescaped(href),
    );
    assert.deepEqual(links, [
      `${baseUrl}/offers/offer-1`,
      `${baseUrl}/providers/provider-1`,
      `${baseUrl}/?topic=language&within.place=witten`,
      `${baseUrl}/`,
    ]);
  });

  it('brings nothing that could clash with the page: no script, style, id or other class', async () => {
    const feed = await demoFeed();
    const { html } = await visit(feed, '/list.html?limit=100');
    assert.doesNotMatch(html, /<script|<style|\sstyle=|\sid=|\son\w+=|<h\d|<html|<body/);
    const classes = [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    assert.ok(classes.length > 500);
    assert.deepEqual(
      classes.filter((name) => !/^vielfalt(-[a-z]+)?$/.test(name)),
      [],
    );
  });

  it('is in the language that is asked for, and marks what is not', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const { html, headers } = await visit(feed, '/list.html?place=witten&lang=ar');
    assert.match(html, /^<div class="vielfalt" lang="ar" dir="rtl">/);
    assert.match(html, /دورة اللغة الألمانية صباحًا/);
    assert.match(html, /<span lang="de" dir="ltr"\s*>Schutzwohnung/);
    assert.match(html, /href="https:\/\/feed\.example\.org\/offers\/offer-1\?lang=ar"/);
    assert.equal(headers['content-language'], 'ar');
    const same = await visit(feed, '/list.html', { 'Accept-Language': 'ar' });
    assert.match(same.html, /lang="de"/, 'a server asks, not a visitor');
  });

  it('tells nothing that is private', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const list = await visit(feed, '/list.html');
    assert.match(textOf(list), /Schutzwohnung/);
    assert.doesNotMatch(list.html, /Verborgene|Geheim|Ungenannte|58452/);
  });

  it('refuses all of an address in which something is not understood', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    for (const [query, said] of [
      ['within.place=wittn', /Ort: „wittn“ kennt das Verzeichnis nicht\. Meinten Sie „witten“\?/],
      ['place=wittn', /Ort: „wittn“/],
      ['topics=language', /topics: „language“ .* Meinten Sie „topic“\?/],
      ['within.plaxe=witten', /within\.plaxe/],
      ['level=Z9', /Z9/],
      ['limit=0', /0/],
      ['limit=5&limit=6', /5,6/],
      ['q=<script>alert(1)</script>&nope', /nope/],
    ] as const) {
      const list = await visit(feed, `/list.html?${query.replaceAll('<', '%3C')}`);
      assert.equal(list.status, 400, query);
      assert.match(textOf(list), said, query);
      assert.doesNotMatch(list.html, /<script|vielfalt-offers/, query);
      assert.match(list.html, /<a href="https:\/\/feed\.example\.org\/">/, query);
    }
  });

  it('says where nothing is found, and leads on', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const list = await visit(feed, '/list.html?within.place=witten&topic=sport');
    assert.equal(list.status, 200);
    assert.match(textOf(list), /^Keine Angebote gefunden Alle Angebote ansehen/);
    assert.match(list.html, /href="https:\/\/feed\.example\.org\/\?within\.place=witten"/);
  });

  it('may be kept as long as it is true, and is not for search engines', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    const { headers } = await feed.get('/list.html?place=witten');
    assert.match(String(headers['cache-control']), /^public, max-age=60, s-maxage=300/);
    assert.equal(headers['x-robots-tag'], 'noindex');
    assert.equal(headers['access-control-allow-origin'], '*');
    const again = await feed.get('/list.html?place=witten', {
      'If-None-Match': headers.etag ?? '',
    });
    assert.equal(again.status, 304);
  });

  it('is valid inside a page', async () => {
    const feed = await demoFeed();
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    for (const path of ['/list.html?limit=100', '/list.html?lang=ar', '/list.html?place=x']) {
      const { html } = await visit(feed, path);
      const page = `<!doctype html>\n<html lang="de"><head><title>x</title></head><body>${html}</body></html>`;
      const { results } = await validator.validateString(page);
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        [],
        path,
      );
    }
  });
});
