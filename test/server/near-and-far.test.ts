import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  localTime,
  nextOf,
  parseRequest,
  printQuery,
  printRequest,
  readQuestionAnswer,
  readSetAnswer,
  type OffersAnswer,
  type QuestionAnswer,
  type Request,
} from '@vielfalt/feed';
import { createLocalAnswerer } from '../../widget/src/store/local.js';
import { generatedRequests } from '../e2e/requests.js';
import { startDemoFeed } from './demo-feed.js';
import { MONDAY_NOON } from './example.js';

const LOCKS = 80;
const QUERIES = 25;

it('2,000 questions, locked and not, find the same from a set as by the service', async (test) => {
  const feed = await startDemoFeed(test);
  const state = await feed.store.read();
  assert.ok(state);
  await feed.publish({ directory: { ...state.directory, localLimit: 1_000 } });
  /** What a request finds: how many offers, and the first ones in order. */
  const far = async (request: Request) => {
    const asked = printRequest({ ...request, query: { ...request.query, lang: 'de' } });
    const answer = await feed.get(`/v1/offers?${asked}`);
    assert.equal(answer.status, 200, asked);
    const { total, offers } = answer.json<OffersAnswer>();
    return { total, slugs: offers.map(({ slug }) => slug) };
  };
  const sensesOf = async ({ q }: Request['query']) => {
    if (!q) return [];
    const answer = await feed.get(`/v1/question?${new URLSearchParams({ q })}`);
    return (readQuestionAnswer(answer.json()) as QuestionAnswer).senses;
  };
  const moment = localTime(MONDAY_NOON, 'Europe/Berlin');

  let senses: QuestionAnswer['senses'] = [];
  const near = async (within: string) => {
    const set = readSetAnswer((await feed.get(`/v1/offers/set?${within}`)).json());
    assert.ok(set, within);
    return createLocalAnswerer(
      set,
      () => senses,
      ({ upcoming = [] }) => nextOf(upcoming, moment),
    );
  };
  const unlocked = await near('lang=de');

  let found = 0;
  for (const [index, requests] of generatedRequests(LOCKS, QUERIES).entries()) {
    // As on a page without a lock, now and then.
    const lock = index % 4 === 0 ? {} : (requests[0]?.lock ?? {});
    const within = printRequest({ query: { lang: 'de' }, lock });
    const answer = index % 4 === 0 ? unlocked : await near(within);
    for (const { query } of requests) {
      senses = await sensesOf(query);
      const text = new URLSearchParams(printRequest({ query, lock }));
      const { total, offers } = answer(parseRequest(text).request);
      const here = { total, slugs: offers.map(({ slug }) => slug) };
      assert.deepEqual(here, await far({ query, lock }), `${printQuery(query)} in ${within}`);
      found += total > 0 ? 1 : 0;
    }
  }
  test.diagnostic(`${found} of ${LOCKS * QUERIES} found offers`);
  assert.ok(found > (LOCKS * QUERIES) / 4, `${found} found offers`);
});
