import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Link, PaperKind, Papers } from '../../server/src/store/papers.js';
import { offer } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { enter, keptExample, tokenIn, type Browser } from './office-harness.js';

const DEAD = 'https://verein-eins.alt/kurs';
const MOVED = 'https://verein-zwei.alt/';

const dead: Link = {
  ...{ state: 'failing', trouble: 'gone', code: '404' },
  ...{ since: '2026-11-02', asked: '2026-11-09', to: 'https://verein-eins.alt/weg' },
};

function put<Kind extends PaperKind>(feed: Feed, kind: Kind, papers: Record<string, Papers[Kind]>) {
  return feed.store.change(async (transaction) => {
    await transaction.putPapers(kind, new Map(Object.entries(papers)));
    return { result: undefined, keep: {} };
  });
}

/** A directory of two offers with links, and a browser in its office. */
async function office(
  test: Parameters<typeof startFeed>[0],
): Promise<{ feed: Feed; browser: Browser }> {
  const link = (url: string) => ({ links: [{ label: 'Seite', url }] });
  const offers = [
    offer(1, { title: 'Schwimmkurs', ...link(DEAD) }),
    offer(2, { title: 'Nähkurs', ...link(`${DEAD}#zeiten`) }),
    offer(3, { title: 'Chor', ...link(MOVED) }),
  ];
  const feed = await startFeed(test, { changes: { ...keptExample(), offers, networks: [] } });
  return { feed, browser: await enter(feed) };
}

/** A section's text, or nothing where it is not there. */
async function section(browser: Browser, id: string, query = ''): Promise<string> {
  const { html } = await browser.get(`/office${query}`);
  const [, rest = ''] = html.split(`<section aria-labelledby="${id}">`);
  const [own = ''] = rest.split('</section>');
  return own.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('the office', () => {
  it('sees a dead link once, since when, where it leads, and who names it', async (test) => {
    const { feed, browser } = await office(test);
    await put(feed, 'link', { [DEAD]: dead });
    const text = await section(browser, 'dead-links');
    assert.match(text, /Links, die nicht mehr gehen 1 /);
    assert.match(text, /Seit 2\. November 2026: Die Seite gibt es nicht mehr\./);
    assert.match(text, /Führt jetzt zu https:\/\/verein-eins\.alt\/weg/);
    assert.match(text, /Schwimmkurs .* o1 .*Nähkurs .* o2/);
  });

  it('is not told of a link that failed once, or that only a person can see', async (test) => {
    const { feed, browser } = await office(test);
    const once: Link = { ...dead, asked: dead.since };
    const closed: Link = { ...dead, state: 'unclear', trouble: 'refused' };
    await put(feed, 'link', { [DEAD]: once, [MOVED]: closed });
    assert.equal(await section(browser, 'dead-links'), '');
  });

  it('sees where a link has moved to, and calls a link fine', async (test) => {
    const { feed, browser } = await office(test);
    const moved: Link = {
      ...{ state: 'alive', since: '2026-11-02', asked: '2026-11-09' },
      ...{ to: 'https://neu.alt/', hasMoved: true },
    };
    await put(feed, 'link', { [MOVED]: moved, [DEAD]: dead });
    assert.match(
      await section(browser, 'moved-links'),
      /Führt jetzt zu https:\/\/neu\.alt\/ .*Chor/,
    );
    const token = tokenIn(await browser.get('/office'));
    const { status } = await browser.post('/office', {
      ...{ token, section: 'dead-links', item: DEAD, act: 'fine' },
    });
    assert.ok(status < 400, String(status));
    assert.equal(await section(browser, 'dead-links'), '');
  });

  it('sees words that five days have had, and nothing of others', async (test) => {
    const { feed, browser } = await office(test);
    await put(feed, 'unmet', {
      imkerei: { word: 'imkerei', days: 7, last: '2026-11-20' },
      chor: { word: 'chor', days: 9, last: '2026-11-20' },
      ['ab'.repeat(32)]: { days: 4, last: '2026-11-20' },
    });
    const text = await section(browser, 'unmet');
    assert.match(text, /imkerei an 7 Tagen, zuletzt am 20\. November 2026/);
    assert.doesNotMatch(text, /chor|abab/);
  });

  it('says it in every language', async (test) => {
    const { feed, browser } = await office(test);
    await put(feed, 'link', { [DEAD]: dead });
    await put(feed, 'unmet', { imkerei: { word: 'imkerei', days: 7, last: '2026-11-20' } });
    for (const lang of ['en', 'ar']) {
      const all = await section(browser, 'dead-links', `?lang=${lang}`);
      assert.ok(all.length > 20);
      assert.doesNotMatch(
        all + (await section(browser, 'unmet', `?lang=${lang}`)),
        /[{}]|undefined/,
      );
    }
  });
});
