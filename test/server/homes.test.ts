import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { MOST_SIMILAR, likenessOf } from '@vielfalt/feed';
import { importFile, openStore } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import type { CountAxis } from '../../server/src/answers/axes.js';
import { openInMemory } from '../../server/src/answers/memory.js';
import { Moment } from '../../server/src/answers/moment.js';
import type { DirectoryAnswers } from '../../server/src/answers/port.js';
import type { Published } from '../../server/src/answers/published.js';
import { openInDatabase } from '../../server/src/editions/open.js';
import { prepareEdition } from '../../server/src/editions/prepare.js';
import type { Store } from '../../server/src/store/store.js';
import { demoRequests, questions } from './demo-requests.js';
import { MONDAY_NOON } from './example.js';
import { folder } from './fixture.js';
import { startPostgres } from './postgres.js';

const DATE = '2026-11-23';
const LANGUAGES = ['de', 'en', 'ar', 'tr', 'uk', 'pl', undefined];

const open = openInDatabase((store) => (datesOf) => prepareEdition(store, datesOf));

const requests = demoRequests(LANGUAGES);

let memory: Published;
const stores: Store[] = [];
const server = await startPostgres({ after });

/** A store with the demo directory. */
async function demoStore(url: string): Promise<Store> {
  const store = await openStore(url);
  stores.push(store);
  await importFile(store, demoDirectory(DATE), { now: MONDAY_NOON });
  return store;
}

before(async () => {
  const opened = await openInMemory(await demoStore('sqlite::memory:'), () => []);
  assert.ok(opened);
  memory = opened;
});
after(async () => {
  for (const store of stores) await store.close();
});

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Compares as it travels: a member that is not there and one that is undefined are the same. */
function assertSame(here: unknown, there: unknown, what: unknown): void {
  const [one, other] = [here, there].map((value) => JSON.stringify(value ?? null));
  if (one === other) return; // as nearly always, and quickly
  const [found, wanted] = [one, other].map((text = '') => JSON.parse(text) as unknown);
  assert.deepEqual(found, wanted, JSON.stringify(what));
}

function compare(name: string, urlOf: (place: string) => Promise<string>, missing?: string) {
  describe(
    `the home in ${name} answers as the one in memory does`,
    { skip: missing ?? false },
    () => {
      let database: Published;
      before(async () => {
        const store = await demoStore(await urlOf(folder({ after })));
        const opened = await open(store, () => []);
        assert.ok(opened);
        database = opened;
      });

      /** Asks both the same. */
      async function same(
        ask: (answers: DirectoryAnswers) => Promise<unknown>,
        what: unknown,
        date = DATE,
      ): Promise<unknown> {
        const here = await ask(database.answersOn(date));
        const there = await ask(memory.answersOn(date));
        assertSame(here, there, what);
        return here;
      }

      it('2,000 requests: the same offers in the same order with the same counts', async (test) => {
        assert.ok(requests.length > 2_000);
        let found = 0;
        for (const [at, request] of requests.entries()) {
          const now = MONDAY_NOON + (at % 4) * 8 * 3_600_000;
          const date = new Moment(now, 'Europe/Berlin').date;
          const moments = [0, 1].map(() => new Moment(now, 'Europe/Berlin'));
          const [here, there] = await Promise.all(
            [database, memory].map((home, index) =>
              home.answersOn(date).answer(request, moments[index]?.next),
            ),
          );
          assertSame(here, there, request);
          if (here?.offers[0]) assert.equal(moments[0]?.until, moments[1]?.until);
          found += here?.offers.length ?? 0;
        }
        test.diagnostic(`${found} cards`);
        assert.ok(found > 5_000, `only ${found} cards were compared`);
      });

      it('what questions mean and find, inside locks', async () => {
        for (const [at, { q, lang }] of questions.entries()) {
          const lock = at % 3 === 0 ? { place: ['witten'] } : {};
          await same((answers) => answers.question(q, lang, lock), { q, lang, lock });
        }
      });

      it('counts, news, and combinations', async () => {
        const axes: CountAxis[] = [
          'topic',
          'place',
          'audience',
          'spoken',
          'when',
          'checked',
          'source',
        ];
        for (const [at, request] of requests.filter((_, index) => index % 20 === 0).entries()) {
          await same((answers) => answers.count(request), request);
          await same((answers) => answers.newest(request, 7), request);
          const shown = await same((answers) => collected(answers.cards(request)), request);
          const { offers } = await memory.answersOn(DATE).answer(request);
          assertSame(shown, offers, request);
          const pair = [axes[at % axes.length], axes[(at + 2) % axes.length]] as CountAxis[];
          await same(async (answers) => [...(await answers.crossCounts(pair, request))], pair);
        }
      });

      it('cards, who does something like it, and the data for searching some', async () => {
        const cards = await memory.answersOn(DATE).within({});
        const { terms } = memory.view(undefined);
        let alike = 0;
        for (const [at, card] of cards.filter((_, index) => index % 12 === 0).entries()) {
          const lang = LANGUAGES[at % LANGUAGES.length];
          await same((answers) => answers.card(card.id, {}, lang), [card.id, lang]);
          const wanted = likenessOf([card], terms);
          const found = await same((answers) => answers.similar(wanted, {}, lang), wanted);
          alike += (found as unknown[]).length;
        }
        assert.ok(alike > 3 * MOST_SIMILAR);
        for (const lang of LANGUAGES) {
          const lock = { topic: ['language'] };
          await same(async (answers) => {
            const some = await answers.within(lock, lang);
            assert.ok(some.length > 10);
            return answers.searchData(some, lang);
          }, lang);
        }
      });

      it('records, one by one and all of them', async () => {
        const records = await memory.answersOn(DATE).records(undefined, 1, 10_000);
        for (const { id, slug } of records.offers.slice(0, 50)) {
          await same((answers) => answers.offer(id), id);
          await same((answers) => answers.offer(slug), slug);
        }
        for (const { id, slug } of records.providers.slice(0, 50)) {
          await same((answers) => answers.provider(id), id);
          await same((answers) => answers.provider(slug), slug);
        }
        for (const { slug } of records.networks) await same((each) => each.network(slug), slug);
        await same((answers) => answers.providers(), 'providers');
        await same((answers) => answers.networks(), 'networks');
        await same((answers) => answers.networks({ place: ['witten'] }), 'networks in a town');
        await same((answers) => answers.tombstones('2020-01-01T00:00:00Z'), 'tombstones');
        for (const page of [1, 2, 5, 100]) {
          await same((answers) => answers.records(undefined, page, 150), page);
          await same((answers) => answers.records('2026-11-01T00:00:00Z', page, 50), page);
        }
        const counts = await memory.answersOn(DATE).providers();
        const countHere = await database.answersOn(DATE).offersPerProvider();
        assert.ok(counts.some(({ offers }) => offers > 1));
        for (const { provider, offers } of counts) assert.equal(countHere(provider.id), offers);
        for (const kind of ['offer', 'provider'] as const) {
          const slugs = (answers: DirectoryAnswers) =>
            collected(answers.listed(kind)).then((all) =>
              all.map(({ slug, changed }) => [slug, changed]),
            );
          await same(slugs, kind);
        }
      });

      it('what answers refer to', () => {
        for (const lang of LANGUAGES)
          assert.deepEqual(database.view(lang), { ...pick(memory.view(lang)) });
        assert.deepEqual(database.head(DATE), memory.head(DATE));
        const heads = [...database.providers];
        assert.deepEqual(heads, [...memory.providers]);
        assert.ok(heads.length > 100);
        for (const head of heads) {
          for (const name of [head.id, head.slug]) {
            assert.deepEqual(database.providers.named(name), head);
          }
        }
        assert.equal(database.hasNetworks, memory.hasNetworks);
        assert.equal(database.hasPractice, memory.hasPractice);
        assert.equal(database.offersOn(DATE), memory.offersOn(DATE));
        assert.deepEqual(database.nearTerms('schwimen', []), memory.nearTerms('schwimen', []));
      });
    },
  );
}

const pick = ({ lang, terms }: ReturnType<Published['view']>) => ({ lang, terms });

compare('SQLite', async (place) => `sqlite:${join(place, 'directory.sqlite')}`);
compare(
  'PostgreSQL',
  async () => ('missing' in server ? '' : server.database()),
  'missing' in server ? server.missing : undefined,
);
