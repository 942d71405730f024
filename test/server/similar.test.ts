import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SimilarAnswer } from '@vielfalt/feed';
import { example, offer, provider } from './example.js';
import { startFeed } from './feed-harness.js';
import { visit } from './page-harness.js';

/** A feed in which two others teach the language too: one near, one further away. */
function withOthers() {
  const changes = example();
  const course = (n: number, title: string, town: string, lng: number) =>
    offer(n, {
      ...{ title, provider: provider(n).id, topics: ['language'] },
      locations: [{ town, lat: 51.44, lng }],
    });
  return {
    ...changes,
    providers: [
      ...changes.providers,
      provider(6, { name: 'Bücherei am Markt' }),
      provider(7, { name: 'Haus der Begegnung' }),
    ],
    offers: [
      ...changes.offers,
      course(7, 'Deutsch im Café', 'hattingen', 7.19),
      course(6, 'Deutsch in der Bücherei', 'witten', 7.4),
    ],
  };
}

const slugsOf = ({ similar }: SimilarAnswer) => similar.map(({ offer: { slug } }) => slug);

describe('GET /v1/similar/{id|slug}', () => {
  it('names others with a topic in common, the nearest first, and says why', async (test) => {
    const feed = await startFeed(test, { changes: withOthers() });
    const { status, json } = await feed.get('/v1/similar/offer-1');
    assert.equal(status, 200);
    const answer = json<SimilarAnswer>();
    assert.deepEqual(slugsOf(answer), ['offer-6', 'offer-7']);
    assert.deepEqual(answer.similar[0]?.reason, { topics: ['language'], audiences: [], km: 4.2 });
    assert.equal(answer.terms.topic['language']?.label, 'Sprache');
    assert.deepEqual(
      Object.values(answer.providers).map(({ name }) => name),
      ['Bücherei am Markt', 'Haus der Begegnung'],
    );
    assert.deepEqual(
      (await feed.get(`/v1/similar/${offer(1).id}`)).json<SimilarAnswer>().similar,
      answer.similar,
    );
  });

  it('never leaves its lock', async (test) => {
    const feed = await startFeed(test, { changes: withOthers() });
    const inside = async (lock: string) =>
      (await feed.get(`/v1/similar/offer-1?${lock}`)).json<SimilarAnswer>();
    assert.deepEqual(slugsOf(await inside('within.place=witten')), ['offer-6']);
    assert.deepEqual(slugsOf(await inside('within.provider=provider-1')), []);
    const outside = await feed.get('/v1/similar/offer-1?within.place=hattingen');
    assert.equal(outside.status, 404, 'the offer itself');
    for (const wrong of ['within.place=nowhere', 'place=witten', 'within.topics=language']) {
      assert.equal((await feed.get(`/v1/similar/offer-1?${wrong}`)).status, 400, wrong);
    }
  });

  it('says what is not there, and what has gone', async (test) => {
    const feed = await startFeed(test, { changes: withOthers() });
    assert.equal((await feed.get('/v1/similar/offer-77')).status, 404);
    assert.equal((await feed.get('/v1/similar/offer-5')).status, 410);
    for (const path of ['/v1/similar/offer-5', '/v1/offers/offer-5']) {
      const { status, body } = await feed.get(`${path}?within.place=witten`);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body.toString(), /Gewesen/);
    }
  });
});

describe('who else does this, on pages', () => {
  it('stands on an offer’s page with the reason', async (test) => {
    const feed = await startFeed(test, { changes: withOthers() });
    const { text } = await visit(feed, '/offers/offer-1');
    assert.match(text, /Wer bietet das noch an\? Deutsch in der Bücherei/);
    assert.match(text, /Bücherei am Markt · auch Sprache, 4 km/);
    const english = await visit(feed, '/offers/offer-1?lang=en');
    assert.match(english.text, /Who else offers this\?.*also Language, 4 km/);
  });

  it('stands on a provider’s page, without itself', async (test) => {
    const feed = await startFeed(test, { changes: withOthers() });
    const { text } = await visit(feed, '/providers/provider-6');
    assert.match(text, /Wer bietet das noch an\?.*Verein 1 e\. V\. · auch Sprache, 4 km/);
    assert.doesNotMatch(text, /Bücherei am Markt · auch/);
  });

  it('is left out where nobody does', async (test) => {
    const feed = await startFeed(test);
    assert.doesNotMatch((await visit(feed, '/offers/offer-1')).text, /Wer bietet das noch an/);
  });
});
