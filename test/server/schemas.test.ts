import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import { keptExample } from './office-harness.js';
import { startFeed } from './feed-harness.js';

interface Described {
  paths: Record<string, { get: { summary: string; description: string; tags: string[] } }>;
  components: { schemas: Record<string, object> };
}

describe('the description of the feed', () => {
  it('holds for every answer that it describes', async (test) => {
    const feed = await startFeed(test);
    const description = (await feed.get('/v1/openapi.json')).json<Described>();
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const { schemas } = description.components;
    const check = async (path: string, name: string) => {
      const validate = ajv.compile(schemas[name] ?? {});
      validate((await feed.get(path)).json<object>());
      assert.deepEqual(validate.errors, null, path);
    };
    await check('/v1/offers?changed=2026-01-01T00:00:00Z&lang=ar', 'offers-answer');
    await check('/v1/offers/set', 'set-answer');
    await check('/v1/question?q=курси німецької', 'question-answer');
    await check('/v1/offers/offer-3', 'offer-answer');
    await check('/v1/providers', 'providers-answer');
    await check('/v1/providers/provider-1', 'provider-answer');
    await check('/v1/networks?lang=ar', 'networks-answer');
    await check('/v1/networks/network-1', 'network-answer');
    await check('/v1/similar/offer-1', 'similar-answer');
    await check('/v1/professionals', 'professionals-answer');
    await check('/v1/offers?nonsense=1', 'problem');
  });

  it('names only schemas that are published', async (test) => {
    const feed = await startFeed(test);
    const answer = await feed.get('/v1/openapi.json');
    const { components } = answer.json<Described>();
    const references = answer.body.toString().matchAll(/#\/components\/schemas\/([a-z-]+)/g);
    for (const [, name = ''] of references) assert.ok(components.schemas[name], name);
    for (const name of Object.keys(components.schemas)) {
      assert.equal((await feed.get(`/v1/schema/${name}.json`)).status, 200, name);
    }
    assert.equal((await feed.get('/v1/schema/nothing.json')).status, 404);
  });

  it('describes no address that is not there', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const { paths } = (await feed.get('/v1/openapi.json')).json<Described>();
    for (const path of Object.keys(paths)) {
      const kind = ['provider', 'network'].find((each) => path.includes(each)) ?? 'offer';
      const name = `${kind}-1`;
      const query = path === '/v1/reports' ? '?about=offers/offer-1' : '';
      assert.equal((await feed.get(path.replace('{name}', name) + query)).status, 200, path);
    }
    assert.ok(paths['/insight.csv']);
  });

  it('satisfies what programs are generated and documents are made from', async (test) => {
    const feed = await startFeed(test, { baseUrl: 'https://feed.example.org' });
    const { body } = await feed.get('/v1/openapi.json');
    // A directory need not say what its data may be used for, and the example does not.
    const rules = { 'info-license': 'off' } as const;
    const config = await createConfig({ extends: ['recommended-strict'], rules });
    const problems = await lintFromString({ source: body.toString(), config });
    assert.deepEqual(
      problems.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      [],
    );
    const { paths } = (await feed.get('/v1/openapi.json')).json<Described>();
    for (const [path, { get }] of Object.entries(paths)) {
      assert.ok(get.description && get.summary && get.tags.length > 0, path);
    }
  });

  it('describes every parameter that the feed takes', async (test) => {
    const feed = await startFeed(test);
    const { body } = await feed.get('/v1/openapi.json');
    for (const name of ['q', 'stepfree', 'within.place', 'changed', 'lang']) {
      assert.match(body.toString(), new RegExp(`"name":"${name.replace('.', '\\.')}"`));
    }
  });
});
