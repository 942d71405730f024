import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OffersAnswer } from '@vielfalt/feed';
import { inTurns } from '../../server/src/answers/in-turns.js';
import type { DirectoryAnswers } from '../../server/src/answers/port.js';
import { turn } from '../../server/src/slices.js';
import { createSnapshot } from '../../server/src/snapshot/snapshot.js';
import { example, offer, stateOf } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';

/** Enough that neither a revision nor a day is made in one go. */
const MANY = 2_000;

function large() {
  const offers = Array.from({ length: MANY }, (_, index) =>
    offer(index + 1, {
      title: `Angebot Nummer ${index}`,
      description: `Treffpunkt, Beratung und Kurse im Haus ${index}, auch für Gruppe ${index % 7}.`,
      schedule: {
        times: [
          { dtstart: '2026-11-02T09:00', dtend: '2026-11-02T11:00', freq: 'WEEKLY' },
          { dtstart: '2026-11-05T15:00', freq: 'WEEKLY', byday: ['TH', 'FR'] },
        ],
      },
      translations: { ar: { by: 'person', texts: { title: `عرض ${index}` } } },
    }),
  );
  return { ...example(), offers };
}

/** How often others had their turn while something was being done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isOver = true;
  return turns;
}

/** Asks for the same again and again until something is done. */
async function answersDuring(feed: Feed, work: Promise<unknown>): Promise<OffersAnswer[]> {
  let isOver = false;
  const done = work.then(() => (isOver = true));
  const answers: OffersAnswer[] = [];
  while (!isOver) {
    const answer = await feed.offers('limit=1');
    if (!isOver) answers.push(answer);
  }
  await done;
  return answers;
}

describe('what a new revision and a new day need', () => {
  it('is made a little at a time, others having their turn in between', async () => {
    const changes = large();
    const make = () => createSnapshot(stateOf(changes));
    assert.ok((await turnsDuring(make)) > 3, 'a revision');
    const snapshot = await make();
    assert.ok((await turnsDuring(() => snapshot.prepare('2026-11-24'))) > 3, 'a day');
    assert.equal(await turnsDuring(() => snapshot.prepare('2026-11-24')), 0, 'a day once made');
  });

  it('is not waited for: a remembered answer comes meanwhile, of the revision before', async (test) => {
    const changes = large();
    const feed = await startFeed(test, { changes });
    const before = await feed.offers('limit=1');
    const [first, ...others] = changes.offers;
    assert.ok(first);
    const changed = { offers: [{ ...first, title: 'AAA neu' }, ...others] };
    const meanwhile = await answersDuring(feed, feed.publish(changed));
    assert.ok(meanwhile.length > 3, `${meanwhile.length} answers`);
    for (const answer of meanwhile) assert.deepEqual(answer, before);
    const after = await feed.offers('limit=1');
    assert.equal(after.directory.revision, before.directory.revision + 1);
    assert.equal(after.offers[0]?.title, 'AAA neu');
  });

  it('is there before midnight, and until then today is shown', async (test) => {
    const feed = await startFeed(test, { changes: large() });
    feed.setClock(Date.parse('2026-11-23T23:57:00+01:00'));
    const today = await feed.offers('limit=1');
    const meanwhile = await answersDuring(feed, feed.refresh());
    assert.ok(meanwhile.length > 0);
    for (const answer of meanwhile) assert.deepEqual(answer, today);
    feed.setClock(Date.parse('2026-11-24T00:00:01+01:00'));
    assert.equal((await feed.offers('limit=1')).directory.date, '2026-11-24');
  });
});

describe('turns', () => {
  it('are never two at once: connections are looked at between them', async () => {
    let round = 0;
    let isOver = false;
    const count = () => {
      round += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const rounds: number[] = [];
    const work = async () => {
      for (let time = 0; time < 3; time++) {
        await turn();
        rounds.push(round);
      }
    };
    await Promise.all([work(), work(), work()]);
    isOver = true;
    assert.equal(new Set(rounds).size, 9, rounds.join(' '));
  });

  it('come before each question to the records', async () => {
    const answers = inTurns({
      count: () => Promise.resolve(1),
      revision: 7,
    } as unknown as DirectoryAnswers);
    assert.equal(answers.revision, 7);
    const asked = () => Promise.all([1, 2, 3].map(() => answers.count({ query: {}, lock: {} })));
    assert.ok((await turnsDuring(asked)) >= 3);
  });
});
