import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProvidersAnswer } from '@vielfalt/feed';
import { startFeed } from './feed-harness.js';

describe('GET /v1/providers', () => {
  it('has all providers by name, with the number of their offers', async (test) => {
    const feed = await startFeed(test);
    const { total, providers } = (await feed.get('/v1/providers')).json<ProvidersAnswer>();
    assert.equal(total, providers.length);
    const names = providers.map(({ name }) => name);
    assert.deepEqual(names, names.toSorted());
    for (const { id, offers } of providers) {
      const found = (await feed.get(`/v1/offers?provider=${id}`)).json<{ total: number }>();
      assert.equal(offers, found.total);
    }
    assert.ok(providers.some(({ offers }) => offers > 0));
  });

  it('has further ones behind a link', async (test) => {
    const feed = await startFeed(test);
    const all = (await feed.get('/v1/providers')).json<ProvidersAnswer>();
    const { headers, json } = await feed.get('/v1/providers?page=2');
    assert.deepEqual(json<ProvidersAnswer>(), { ...all, providers: [] });
    assert.match(String(headers['link']), /<[^>]*\/v1\/providers>; rel="prev"/);
  });
});
