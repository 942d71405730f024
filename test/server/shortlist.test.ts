import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoFeed } from './demo-feed.js';
import { offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, offersOn, visit } from './page-harness.js';

const baseUrl = 'https://feed.example.org';

describe('marked offers as a page', () => {
  it('are a sheet in the order of marking, with times, address and telephone, and a code', async (test) => {
    const feed = await startFeed(test, { baseUrl });
    await feed.publish({ offers: [offer(1, { contact: { phone: '030 23125-100' } })] });
    const { offers } = await feed.offers('');
    const [first, second] = offers.map(({ slug }) => slug);
    const page = await visit(feed, `/shortlist?offers=${second},${first}&offers=${second}`);
    assert.equal(page.status, 200);
    assert.deepEqual(offersOn(page), [second, first]);
    assert.match(page.text, /Wann .* Kontakt Anrufen: 030 23125-100/);
    assert.match(
      page.html,
      /<svg\s+class="code"[^>]*aria-label="Die Liste auf dem Telefon öffnen"/,
    );
    assert.match(page.html, /<meta name="robots" content="noindex, follow" \/>/);
    assert.deepEqual(linksTo(page, /^Von der Liste nehmen/)[0], `/shortlist?offers=${first}`);
    const none = await visit(await startFeed(test), `/shortlist?offers=${first}`);
    assert.doesNotMatch(none.html, /<svg\s+class="code"/, 'nobody knows the address');
  });

  it('say what has ended, is unknown, or is more than a sheet holds', async (test) => {
    const feed = await startFeed(test);
    await feed.publish({ offers: [offer(6, { title: 'Kurs von gestern', status: 'ended' })] });
    const page = await visit(feed, '/shortlist?offers=offer-6,nobody,offer-2');
    assert.match(page.text, /Beendet oder nicht mehr im Verzeichnis: Kurs von gestern\./);
    assert.match(page.text, /Diese kennt das Verzeichnis nicht: nobody\./);
    assert.deepEqual(offersOn(page), ['offer-2']);
    const empty = await visit(feed, '/shortlist');
    assert.match(empty.text, /Hier ist noch nichts gemerkt/);
    assert.equal(empty.status, 200);
  });

  it('are thirty at most, of those that the directory knows', async () => {
    const feed = await demoFeed();
    const known = (await feed.offers('limit=31')).offers.map(({ slug }) => slug);
    const some = Array.from({ length: 31 }, (_, index) => `x-${index}`);
    const all = await visit(feed, `/shortlist?offers=${[...some, ...known.slice(0, 30)].join()}`);
    assert.deepEqual(offersOn(all), known.slice(0, 30));
    assert.doesNotMatch(all.text, /nur die ersten 30/);
    const more = await visit(feed, `/shortlist?offers=${known.join()}`);
    assert.deepEqual(offersOn(more), known.slice(0, 30));
    assert.match(more.text, /nur die ersten 30/);
  });

  it('are there once, by slug or id, and no sheet repeats what anybody may have written', async (test) => {
    const feed = await startFeed(test);
    const [{ id, slug } = { id: '', slug: '' }] = (await feed.offers('')).offers;
    assert.notEqual(id, slug);
    const asked = `/shortlist?offers=${id},${slug},Zahlen+Sie+50+Euro!,nobody`;
    const page = await visit(feed, asked);
    assert.deepEqual(offersOn(page), [slug]);
    assert.deepEqual(linksTo(page, /^Von der Liste nehmen/), ['/shortlist']);
    assert.doesNotMatch(page.html, /Zahlen/);
    assert.match(page.text, /Diese kennt das Verzeichnis nicht: nobody\./);
    assert.match(page.text, /1 Angebot der Liste wird hier nicht gezeigt/);
    const none = await visit(feed, '/shortlist?offers=nobody');
    assert.doesNotMatch(none.text, /noch nichts gemerkt/);
  });

  it('stay inside a lock, say that something is left out, and where it is', async () => {
    const feed = await demoFeed();
    const [outside] = (await feed.offers('at=hattingen&limit=100')).offers.filter(
      ({ locations, serves }) => !serves && locations?.every(({ town }) => town === 'hattingen'),
    );
    const [inside] = (await feed.offers('within.at=witten')).offers;
    const asked = `/shortlist?offers=${inside?.slug},${outside?.slug}`;
    assert.equal(offersOn(await visit(feed, asked)).length, 2);
    const locked = await visit(feed, `${asked}&within.place=witten`);
    assert.deepEqual(offersOn(locked), [inside?.slug]);
    assert.match(locked.text, /1 Angebot der Liste wird hier nicht gezeigt/);
    assert.doesNotMatch(locked.text, new RegExp(outside?.title ?? 'none'));
    assert.ok(linksTo(locked, /Verzeichnis/).includes(`/shortlist?offers=${outside?.slug}`));
    const broken = await visit(feed, `${asked}&within.place=atlantis`);
    assert.equal(broken.status, 400);
    assert.deepEqual(offersOn(broken), []);
  });

  it('are ticked in a list without a script, and an offer’s page leads there', async (test) => {
    const feed = await startFeed(test);
    const list = await visit(feed, '/?within.place=witten');
    const [first] = offersOn(list);
    assert.match(
      list.html,
      new RegExp(`type="checkbox"\\s+form="shortlist"\\s+name="offers"\\s+value="${first}"`),
    );
    const form = /<form id="shortlist"[^>]*action="\/shortlist"[^>]*>([\s\S]*?)<\/form>/.exec(
      list.html,
    );
    assert.match(form?.[1] ?? '', /name="within.place" value="witten"/);
    const offerPage = await visit(feed, `/offers/${first}`);
    assert.deepEqual(linksTo(offerPage, /^Auf die Merkliste$/), [`/shortlist?offers=${first}`]);
  });
});

describe('the first page', () => {
  it('shows the main topics until something is chosen, inside the lock', async () => {
    const feed = await demoFeed();
    const tiles = ({ html }: { html: string }) =>
      /<ul class="topic-tiles[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
    const [link = ''] = linksTo(
      { ...(await visit(feed, '/')), html: tiles(await visit(feed, '/')) },
      /\d+$/,
    );
    assert.match(link, /^\/\?topic=[a-z-]+$/);
    assert.equal(tiles(await visit(feed, link)), '');
    const locked = tiles(await visit(feed, '/?within.place=witten'));
    assert.match(locked, /within.place=witten/);
  });

  it('finds what is near a town, says so, and where what has no place is', async () => {
    const feed = await demoFeed();
    const page = await visit(feed, '/');
    const [, point = ''] = /<option value="([\d.,-]+)">Witten<\/option>/.exec(page.html) ?? [];
    const near = await visit(feed, `/?near=${point}`);
    assert.equal(near.status, 200);
    assert.deepEqual(linksTo(near, /^Filter „Im Umkreis von 10 km um Witten“ entfernen$/), ['/']);
    const [online = ''] = linksTo(near, /^Dazu \d+ Angebote? online$/);
    assert.equal(online, '/?online=yes');
    const answer = await feed.get(`/v1/offers?near=${point}&limit=1`);
    const { terms } = answer.json<{ terms: { place: Record<string, unknown> } }>();
    assert.ok('witten' in terms.place, 'elements can name it too');
  });
});
