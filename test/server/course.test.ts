import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openStore } from '@vielfalt/server';
import { HtmlValidate } from 'html-validate';
import { pino } from 'pino';
import { SiteSource } from '../../server/src/answers/site-source.js';
import { chosenDays } from '../../server/src/insight/course.js';
import { Publisher } from '../../server/src/answers/publisher.js';
import type { CourseDay, CourseMonth } from '../../server/src/store/papers.js';
import type { Store } from '../../server/src/store/store.js';
import { CourseKeeper, keepCourse } from '../../server/src/upkeep/course.js';
import { addDays } from '@vielfalt/feed';
import { apply } from './apply.js';
import { startDemoFeed } from './demo-feed.js';
import { example, MONDAY_NOON, offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, visit } from './page-harness.js';

const TODAY = '2026-11-23';
const checked = (on: string) => ({ checked: { on } });

/** Four offers, of which two were checked within a year; one of these is on language. */
const changes = {
  ...example(),
  offers: [
    offer(1, { topics: ['language'], ...checked('2026-11-01') }),
    offer(2, { topics: ['sport'], ...checked('2025-11-23') }),
    offer(3, { topics: ['sport'], ...checked('2025-11-22') }),
    offer(4, {}),
  ],
  networks: [],
};

const day: CourseDay = {
  all: [2, 4],
  sources: { office: [2, 4] },
  topics: { education: [1, 1], language: [1, 1], sport: [1, 2] },
};

/** The directory in a store, as a service has it. */
async function kept(test: { after: (end: () => unknown) => void }) {
  const store = await openStore('sqlite::memory:');
  test.after(() => store.close());
  await apply(store, changes);
  const publisher = new Publisher(store, () => MONDAY_NOON);
  await publisher.check();
  const sites = new SiteSource(publisher, () => MONDAY_NOON, undefined);
  return { store, site: sites.now(), sites };
}

/** A store that says how often it was written to. */
function counting(store: Store): { store: Store; writes: () => number } {
  let writes = 0;
  const change: Store['change'] = (work) => {
    writes += 1;
    return store.change(work);
  };
  const papers: Store['papers'] = (...asked) => store.papers(...asked);
  return {
    store: Object.assign(Object.create(store) as Store, { change, papers }),
    writes: () => writes,
  };
}

describe('the course of checks', () => {
  it('is kept by day: all offers, each source, each main topic', async (test) => {
    const { store, site } = await kept(test);
    await keepCourse(store, site);
    assert.deepEqual(
      [...(await store.papers('course'))],
      [['2026-11', { days: { [TODAY]: day } }]],
    );
    assert.equal(await store.revision(), site.answers.revision);
  });

  it('is written once where several processes count the same, and anew where it has changed', async (test) => {
    const { store, site } = await kept(test);
    const counted = counting(store);
    await Promise.all([1, 2].map(() => keepCourse(store, site)));
    await keepCourse(counted.store, site);
    assert.equal(counted.writes(), 0);
    const before: CourseMonth = { days: { '2026-11-22': day, [TODAY]: { ...day, all: [1, 4] } } };
    await store.change(async (transaction) => {
      await transaction.putPapers('course', new Map([['2026-11', before]]));
      return { result: undefined, keep: {} };
    });
    await keepCourse(counted.store, site);
    assert.equal(counted.writes(), 1);
    const { days } = (await store.papers('course')).get('2026-11') ?? {};
    assert.deepEqual(days, { '2026-11-22': day, [TODAY]: day });
  });

  it('goes back five years', async (test) => {
    const { store, site } = await kept(test);
    const months = Array.from({ length: 70 }, (_, at) => {
      const [year, month] = [2021 + Math.floor(at / 12), (at % 12) + 1];
      return [`${year}-${String(month).padStart(2, '0')}`, { days: {} }] as const;
    });
    await store.change(async (transaction) => {
      await transaction.putPapers('course', new Map(months.slice(0, 70)));
      return { result: undefined, keep: {} };
    });
    await keepCourse(store, site);
    const left = [...(await store.papers('course')).keys()];
    assert.equal(left.length, 60);
    assert.equal(left[0], '2021-12');
  });

  it('that cannot be written harms nothing, and is told once', async (test) => {
    const { store, sites } = await kept(test);
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
    const change = () => Promise.reject(new Error('read only'));
    const papers: Store['papers'] = (...asked) => store.papers(...asked);
    const readOnly = Object.assign(Object.create(store) as Store, { change, papers });
    const keeper = new CourseKeeper(readOnly, log, 0);
    for (let times = 0; times < 3; times++) {
      keeper.notice(() => sites.find());
      await new Promise((resolve) => setTimeout(resolve, 5));
      await keeper.stop();
    }
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /read only/);
  });
});

describe('the days that stand for a course', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, at) => addDays('2026-11-03', at));
  it('are each, then the last of each week, month and so on, and the first', () => {
    assert.deepEqual(chosenDays(days(3), 8), days(3));
    assert.deepEqual(chosenDays(days(20), 8), [
      '2026-11-03',
      '2026-11-08',
      '2026-11-15',
      '2026-11-22',
    ]);
    assert.deepEqual(chosenDays(days(100), 8), [
      ...['2026-11-03', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-10'],
    ]);
    assert.ok(chosenDays(days(4_000), 8).length <= 8);
    assert.deepEqual(chosenDays([], 8), []);
  });
});

describe('/insight?table=course', () => {
  const keep = (feed: { store: Store }, days: Record<string, CourseDay>) =>
    feed.store.change(async (transaction) => {
      await transaction.putPapers('course', new Map([['2026-11', { days }]]));
      return { result: undefined, keep: {} };
    });

  it('says that it is too early on the first day, without a line', async (test) => {
    const feed = await startFeed(test, { changes });
    const page = await visit(feed, '/insight?table=course');
    assert.match(
      page.text,
      /50 % der Angebote sind in den letzten zwölf Monaten geprüft worden: 2 von 4/,
    );
    assert.match(page.text, /erst seit heute/);
    assert.doesNotMatch(page.html, /<polyline/);
  });

  it('shows since when it is known, the line, and each topic', async (test) => {
    const feed = await startFeed(test, { changes });
    await keep(feed, {
      '2026-11-03': { ...day, all: [1, 4] },
      '2026-11-30': { ...day, all: [4, 4] },
    });
    const page = await visit(feed, '/insight?table=course');
    assert.match(page.text, /seit dem 3\. November 2026; damals waren es 25 %/);
    assert.match(page.html, /<polyline points="0\.00,75\.00 100\.00,50\.00"/);
    assert.match(page.text, /03\.11\.26 23\.11\.26 insgesamt 25 % 50 %/);
    assert.match(page.text, /Sport 50 % 50 %/);
    assert.doesNotMatch(page.text, /30\.11\.26/);
  });

  it('is of all offers, whatever the address asks for', async (test) => {
    const feed = await startFeed(test, { changes });
    const page = await visit(feed, '/insight?table=course&topic=sport');
    assert.match(page.text, /2 von 4/);
    const links = linksTo(await visit(feed, '/insight?topic=sport'), /Verlauf/);
    assert.deepEqual(links, ['/insight?table=course']);
  });

  it('comes as CSV, a row a day', async (test) => {
    const feed = await startFeed(test, { changes });
    await keep(feed, { '2026-11-03': { ...day, topics: {} } });
    const { body } = await feed.get('/insight.csv?table=course');
    const [head, first, today] = body.toString().replace('\uFEFF', '').split('\r\n');
    assert.match(head ?? '', /^Tag;insgesamt, geprüft;insgesamt;Bildung, geprüft;Bildung;/);
    assert.match(first ?? '', /^2026-11-03;2;4;0;0/);
    assert.match(today ?? '', /^2026-11-23;2;4;1;1/);
  });

  it('is valid HTML in every language', async (test) => {
    const feed = await startDemoFeed(test);
    await keep(feed, { '2026-11-03': day });
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    for (const lang of ['de', 'en', 'ar', 'uk']) {
      const page = await visit(feed, `/insight?table=course&lang=${lang}`);
      assert.doesNotMatch(page.html, /\sstyle=|undefined|\{\w+\}|NaN/);
      const { results } = await validator.validateString(page.html);
      const faults = results.flatMap(({ messages }) => messages.map(({ message }) => message));
      assert.deepEqual(faults, [], lang);
    }
  });
});
