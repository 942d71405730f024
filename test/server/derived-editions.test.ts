import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { likenessOf, type Request } from '@vielfalt/feed';
import { importFile, openStore } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import { openInMemory } from '../../server/src/answers/memory.js';
import { Moment } from '../../server/src/answers/moment.js';
import type { DirectoryAnswers } from '../../server/src/answers/port.js';
import type { Published } from '../../server/src/answers/published.js';
import { openInDatabase } from '../../server/src/editions/open.js';
import { PROGRAM, prepareEdition } from '../../server/src/editions/prepare.js';
import type { Changes, DirectoryState, Store } from '../../server/src/store/store.js';
import { apply } from './apply.js';
import { demoRequests } from './demo-requests.js';
import { MONDAY_NOON } from './example.js';
import { folder } from './fixture.js';
import { startPostgres } from './postgres.js';
import { SmallChanges } from './small-changes.js';

const DATE = '2026-11-23';
const LANGUAGES = ['de', 'en', 'ar', undefined];
/** The number of small imports, one after the other. */
const STEPS = 12;

const opening = () => openInDatabase((store) => (datesOf) => prepareEdition(store, datesOf));

const requests = demoRequests(LANGUAGES);

const server = await startPostgres({ after });

async function demoStore(url: string): Promise<Store> {
  const store = await openStore(url);
  after(() => store.close());
  await importFile(store, demoDirectory(DATE), { now: MONDAY_NOON });
  return store;
}

async function openedBy(open: ReturnType<typeof opening>, store: Store): Promise<Published> {
  const published = await open(store, () => []);
  assert.ok(published);
  await published.prepare(DATE);
  return published;
}

/** As it travels: a member that is not there and one that is undefined are the same. */
const sent = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown;

/** The order of combinations says nothing. */
const byKey = ([one]: [string, number], [other]: [string, number]) => (one < other ? -1 : 1);

/** Asks two homes the same. */
async function same(
  homes: readonly Published[],
  ask: (answers: DirectoryAnswers) => Promise<unknown>,
  what: unknown,
  date = DATE,
): Promise<void> {
  const [here, there] = await Promise.all(homes.map((home) => ask(home.answersOn(date))));
  assert.deepEqual(sent(here), sent(there), JSON.stringify(what));
}

async function sameRequests(homes: readonly Published[], some: readonly Request[]): Promise<void> {
  for (const [at, request] of some.entries()) {
    const now = MONDAY_NOON + (at % 4) * 8 * 3_600_000;
    const { date } = new Moment(now, 'Europe/Berlin');
    const next = () => new Moment(now, 'Europe/Berlin').next;
    await same(homes, (answers) => answers.answer(request, next()), request, date);
  }
}

/** All that the two may differ in besides what requests find. */
async function sameRecords(homes: readonly Published[], changes: Changes): Promise<void> {
  for (const { id, slug, title, provider } of changes.offers ?? []) {
    await same(homes, (answers) => answers.offer(id), id);
    await same(homes, (answers) => answers.offer(slug), slug);
    await same(homes, (answers) => answers.provider(provider), provider);
    await same(homes, (answers) => answers.card(id, {}, 'en'), id);
    await same(homes, (answers) => answers.question(title, 'de', {}), title);
    const request = { query: { q: title }, lock: {} };
    await same(homes, (answers) => answers.answer(request, () => undefined), request);
  }
  for (const { contact } of changes.providers ?? []) {
    const request = { query: { q: contact?.phone ?? '' }, lock: {} };
    await same(homes, (answers) => answers.answer(request, () => undefined), request);
  }
  for (const page of [1, 2, 5]) {
    await same(homes, (answers) => answers.records(undefined, page, 150), page);
    await same(homes, (answers) => answers.records('2026-11-21T00:00:00Z', page, 20), page);
  }
  await same(homes, (answers) => answers.tombstones('2020-01-01T00:00:00Z'), 'tombstones');
  await same(homes, (answers) => answers.providers(), 'providers');
  await same(homes, (answers) => answers.newest({ query: {}, lock: {} }, 7), 'newest');
  await same(
    homes,
    async (answers) =>
      [...(await answers.crossCounts(['topic', 'place'], { query: {}, lock: {} }))].sort(byKey),
    'across',
  );
  const listed = async (answers: DirectoryAnswers) => {
    const slugs: string[] = [];
    for await (const { slug } of answers.listed('offer')) slugs.push(slug);
    return slugs;
  };
  await same(homes, listed, 'listed');
  const [here, there] = homes.map((home) => home.head(DATE));
  assert.deepEqual(sent(here), sent(there));
  assert.equal(homes[0]?.hasPractice, homes[1]?.hasPractice);
  assert.equal(homes[0]?.offersOn(DATE), homes[1]?.offersOn(DATE));
}

async function sameCards(homes: readonly Published[]): Promise<void> {
  const lock = { topic: ['language'] };
  await same(homes, (answers) => answers.within({}), 'all');
  await same(
    homes,
    async (answers) => answers.searchData(await answers.within(lock, 'ar'), 'ar'),
    'data',
  );
  const cards = (await homes[1]?.answersOn(DATE).within({})) ?? [];
  const { terms } = homes[1]?.view(undefined) ?? {};
  for (const card of cards.filter((_, at) => at % 40 === 0)) {
    const wanted = likenessOf([card], terms!);
    await same(homes, (answers) => answers.similar(wanted, {}, 'de'), wanted);
  }
}

function compare(name: string, urlOf: (place: string) => Promise<string>, missing?: string) {
  describe(`derived editions in ${name}`, { skip: missing ?? false }, () => {
    it('answer as memory does after each of many small changes, in processes old and new', async (test) => {
      const store = await demoStore(await urlOf(folder({ after })));
      const plain = await demoStore('sqlite::memory:');
      const open = opening();
      let homes = [await openedBy(open, store)];
      const small = new SmallChanges(2_611);
      let derived = 0;
      for (let step = 0; step < STEPS; step += 1) {
        const changes = small.draw((await plain.read()) as DirectoryState);
        for (const each of [store, plain]) await apply(each, changes);
        const memory = await openInMemory(plain, () => []);
        assert.ok(memory);
        // Now and then one that has not seen the revisions before.
        const opener = step % 5 === 4 ? opening() : open;
        homes = [await openedBy(opener, store), memory];
        assert.equal(homes[0]?.revision, memory.revision);
        if ((await store.editions?.latest(PROGRAM))?.base) derived += 1;
        const from = step * 40;
        await sameRequests(homes, requests.slice(from, from + 40));
        await sameRecords(homes, changes);
      }
      test.diagnostic(`${derived} of ${STEPS} derived`);
      assert.ok(derived > STEPS / 2, `only ${derived} were derived`);
      await sameRequests(homes, requests.slice(STEPS * 40));
      await sameCards(homes);
    });
  });
}

compare('SQLite', async (place) => `sqlite:${join(place, 'directory.sqlite')}`);
compare(
  'PostgreSQL',
  async () => ('missing' in server ? '' : server.database()),
  'missing' in server ? server.missing : undefined,
);
