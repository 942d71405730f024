import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProblemDetails } from '@vielfalt/feed';
import { readQuestion } from '../../feed/src/search/question.js';
import { understand } from '../../server/src/languages/languages.js';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';

describe('what one request may cost', () => {
  it('is bounded for unknown providers: only the first few get a hint', async (test) => {
    const feed = await startFeed(test);
    const ids = Array.from({ length: 110 }, (_, index) => `provider-${index + 50}`);
    const answer = await feed.get(`/v1/offers?provider=${ids.join(',')}`);
    assert.equal(answer.status, 400);
    const { problems = [] } = answer.json<ProblemDetails>();
    assert.equal(problems.length, 110);
    assert.equal(problems.filter(({ nearest }) => nearest !== undefined).length, 4);
  });

  it('is bounded for a question that folding makes longer', () => {
    const { asked, pairs } = readQuestion('\ufdfa'.repeat(200), () => false);
    const words = asked.flatMap(({ ways }) => ways.flatMap(({ tokens }) => tokens));
    assert.ok(words.map(({ word }) => word).join('').length <= 400);
    assert.ok(pairs.length <= 10, `${pairs.length} pairs`);
  });

  it('is that of saying it once where a question says the same again and again', () => {
    for (const [q, said] of [
      ['auf Deutsch ', 16],
      ['курси німецької ', 8],
      ['Deutsch', 1],
    ] as const) {
      const senses = understand(q.repeat(said));
      assert.deepEqual(senses, understand(q), q);
      const ways = (times: number) =>
        readQuestion(q.repeat(times), (word) => word === 'auf', senses).asked.map(({ ways: all }) =>
          all.map(({ tokens }) => tokens.map(({ word }) => word)),
        );
      assert.deepEqual(ways(said), ways(1), q);
    }
    const [sense] = understand('Deutsch');
    assert.ok(sense);
    assert.equal(
      readQuestion('Deutsch Deutsch', () => false, [sense]).asked[0]?.ways[0]?.tokens.length,
      1,
    );
  });
});

describe('half a character in what an office wrote', () => {
  it('stops no page', async (test) => {
    const half = 'Kurs \ud83d';
    const changes = example();
    const broken = offer(9, { title: half, summary: half, description: half });
    const offers = [...changes.offers, broken];
    const feed = await startFeed(test, {
      changes: { ...changes, offers },
      baseUrl: 'https://feed.example.org',
    });
    const paths = ['/', '/offers/offer-9', '/v1/offers', '/v1/offers/offer-9', '/v1/offers.csv'];
    for (const path of [...paths, '/v1/offers.atom', '/v1/offers.ics', '/v1/offers.jsonld']) {
      assert.equal((await feed.get(path)).status, 200, path);
    }
  });
});
