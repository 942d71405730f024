import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import fc from 'fast-check';
import { readProfessionalsAnswer, type ProfessionalsAnswer } from '@vielfalt/feed';
import { offer, provider } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { visit } from './page-harness.js';
import { county, PLACES } from './professionals-county.js';

async function asked(feed: Feed, query = ''): Promise<ProfessionalsAnswer> {
  const { status, json } = await feed.get(`/v1/professionals?${query}`);
  assert.equal(status, 200, query);
  return json<ProfessionalsAnswer>();
}

const slugsOf = (part?: { offers: { slug: string }[] }) => part?.offers.map(({ slug }) => slug);

/** What a list of links on a page leads to, in its order. */
function linkedFrom(html: string, list: string): string[] {
  const links = html.matchAll(new RegExp(`href="/${list}/([a-z0-9-]+)["?]`, 'g'));
  return [...links].map(([, slug = '']) => slug);
}

describe('GET /v1/professionals', () => {
  it('says what a town lacks, who could offer it, and what there is for those who help', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const answer = await asked(feed, 'place=wetter');
    const { missing, networks, practice, offers, newest, providers, terms } = answer;
    assert.equal(missing?.total, 1);
    const [gap] = missing.gaps;
    assert.deepEqual({ ...gap, could: [] }, { place: 'wetter', audience: 'women', could: [] });
    assert.deepEqual(
      gap?.could.map(({ provider: id, reason }) => [providers[id]?.name, reason.audiences]),
      ['herdecke', 'schwelm', 'hattingen'].map((town) => [`Frauen in ${town}`, ['women']]),
    );
    assert.deepEqual(
      networks?.networks.map(({ slug, next }) => [slug, next?.start]),
      [
        ['network-2', '2026-12-08T17:00'],
        ['network-1', undefined],
      ],
    );
    assert.deepEqual([practice?.total, slugsOf(practice)], [1, ['offer-30']]);
    assert.equal(practice?.offers[0]?.practice?.reason, 'Alle spielen mit.');
    assert.deepEqual([offers?.total, slugsOf(offers)], [1, ['offer-40']]);
    assert.equal(newest.total, 5);
    assert.equal(newest.offers[0]?.slug, 'offer-40');
    assert.equal(terms.audience['women']?.label, 'Frauen');
    assert.equal(terms.place['county']?.label, 'Kreis', 'with what is above');
    assert.deepEqual(readProfessionalsAnswer(answer), answer);
  });

  it('keeps to its schema', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const schema = (await feed.get('/v1/schema/professionals-answer.json')).json<object>();
    const validate = ajv.compile(schema);
    for (const query of ['', 'place=wetter&lang=ar', 'within.audience=women']) {
      validate(await asked(feed, query));
      assert.deepEqual(validate.errors, null, query);
    }
  });

  it('says the same as the page', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    for (const query of [
      '',
      'place=wetter',
      'place=witten',
      'within.place=wetter',
      'within.topic=sport',
      'within.provider=provider-30',
      'within.audience=women',
      'within.free=yes',
    ]) {
      const answer = await asked(feed, query);
      const { missing, networks, practice, offers, newest, providers } = answer;
      const { html } = await visit(feed, `/professionals?${query}`);
      const able = (missing?.gaps ?? []).flatMap(({ could }) =>
        could.map(({ provider: id }) => providers[id]?.slug),
      );
      assert.deepEqual(linkedFrom(html, 'providers'), able, query);
      const listed = networks?.networks.map(({ slug }) => slug) ?? [];
      assert.deepEqual(linkedFrom(html, 'networks'), listed, query);
      const cards = [practice, offers, newest].flatMap((part) => slugsOf(part) ?? []);
      assert.deepEqual(linkedFrom(html, 'offers'), cards, query);
      for (const [name, part] of Object.entries({ missing, networks, practice, offers, newest })) {
        assert.equal(html.includes(`id="${name}"`), part !== undefined, `${name}: ${query}`);
      }
    }
  });

  it('can be asked for a topic as well', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const { missing, offers, newest } = await asked(feed, 'topic=education&place=wetter');
    assert.deepEqual(missing, { total: 0, gaps: [] });
    assert.deepEqual([slugsOf(offers), slugsOf(newest)], [['offer-40'], ['offer-40']]);
  });

  it('leaves out what nobody knows: what a part of a town lacks', async (test) => {
    const changes = county();
    const vocabulary = {
      ...changes.vocabulary,
      place: [...PLACES, { id: 'am-see', label: { de: 'Am See' }, parent: 'wetter' }],
    } as NonNullable<typeof changes.vocabulary>;
    const feed = await startFeed(test, { changes: { ...changes, vocabulary } });
    for (const query of [
      'place=am-see',
      'within.place=am-see',
      'place=wetter&within.place=witten',
    ]) {
      assert.ok(!('missing' in (await asked(feed, query))), query);
    }
    assert.equal((await asked(feed, 'place=county')).missing?.total, 1);
  });

  it('speaks the requested language', async (test) => {
    const changes = county();
    const translations = { ar: { by: 'person' as const, texts: { title: 'تدريب' } } };
    const training = offer(41, {
      ...{ title: 'Fachtag', provider: provider(30).id, translations },
      ...{ audiences: ['professionals'], locations: [{ town: 'wetter' }] },
    });
    const offers = [...(changes.offers ?? []), training];
    const feed = await startFeed(test, { changes: { ...changes, offers } });
    const answer = await asked(feed, 'lang=ar');
    assert.equal(answer.terms.audience['women']?.label, 'نساء');
    const found = answer.offers?.offers.find(({ slug }) => slug === 'offer-41');
    assert.equal(found?.translation?.texts.title, 'تدريب');
  });

  it('names what it cannot be asked, and answers nothing in a lock that is broken', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    for (const [query, parameter] of [
      ['audience=women', 'audience'],
      ['q=sport', 'q'],
      ['place=wettr', 'place'],
      ['within.place=wettr', 'within.place'],
      ['within.places=wetter', 'within.places'],
    ]) {
      const { status, json } = await feed.get(`/v1/professionals?${query}`);
      assert.equal(status, 400, query);
      const { problems } = json<{ problems: { parameter: string }[] }>();
      assert.deepEqual(
        problems.map((each) => each.parameter),
        [parameter],
      );
    }
  });

  it('is answered anew once a meeting is over', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const next = async () => {
      const { networks } = await asked(feed, 'place=wetter');
      return networks?.networks.find(({ slug }) => slug === 'network-2')?.next?.start;
    };
    feed.setClock(Date.parse('2026-12-08T16:00:00Z'));
    await feed.refresh();
    assert.equal(await next(), '2026-12-08T17:00');
    feed.setClock(Date.parse('2026-12-08T16:01:00Z'));
    assert.equal(await next(), undefined);
  });

  it('names nobody from outside its lock as who could', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const gapIn = async (query: string) => (await asked(feed, query)).missing?.gaps[0];
    assert.equal((await gapIn('place=wetter'))?.could.length, 3);
    assert.deepEqual(await gapIn('within.place=wetter'), {
      ...{ place: 'wetter', audience: 'women' },
      could: [],
    });
  });

  it('keeps to its lock, whatever else is asked', async (test) => {
    const feed = await startFeed(test, { changes: county() });
    const places = PLACES.map(({ id }) => id);
    const topics = ['sport', 'education', 'language'];
    const lock = fc.record(
      {
        'within.place': fc.constantFrom(...places),
        'within.topic': fc.constantFrom(...topics),
        'within.audience': fc.constantFrom('women', 'professionals'),
        'within.provider': fc.constantFrom('provider-10', 'provider-30'),
      },
      { requiredKeys: [] },
    );
    const value = (name: string, values: string[]) =>
      fc.constantFrom(...values).map((each): [string, string] => [name, each]);
    const attempt = fc.oneof(
      { weight: 4, arbitrary: value('place', places) },
      { weight: 4, arbitrary: value('topic', topics) },
      { weight: 2, arbitrary: value('lang', ['ar', 'en']) },
      value('place', ['nowhere', '%00']),
      value('audience', ['women']),
      fc.constantFrom<[string, string]>(['within.', 'x'], ['within', ''], ['limit', '100']),
    );
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(lock, fc.array(attempt, { maxLength: 3 }), async (locked, attempts) => {
        const query = new URLSearchParams([...Object.entries(locked), ...attempts]).toString();
        const { status, json } = await feed.get(`/v1/professionals?${query}`);
        if (status !== 200) return;
        answered += 1;
        const answer = json<ProfessionalsAnswer>();
        const inside = new URLSearchParams({ ...locked, limit: '100' }).toString();
        const { offers } = await feed.offers(inside);
        const slugs = new Set(offers.map(({ slug }) => slug));
        const providers = new Set(offers.map(({ provider: id }) => id));
        for (const part of [answer.practice, answer.offers, answer.newest]) {
          for (const slug of slugsOf(part) ?? []) assert.ok(slugs.has(slug), `${slug}: ${query}`);
        }
        for (const { place, could } of answer.missing?.gaps ?? []) {
          const isInside = [place, 'county', undefined].includes(locked['within.place']);
          assert.ok(isInside, `${place}: ${query}`);
          for (const { provider: id } of could) assert.ok(providers.has(id), `${id}: ${query}`);
        }
        if (answer.networks) {
          const { 'within.audience': none, ...rest } = locked;
          assert.equal(none, undefined, query);
          const allowed = await feed.get(`/v1/networks?${new URLSearchParams(rest).toString()}`);
          const heads = allowed.json<{ networks: { slug: string }[] }>().networks;
          const known = new Set(heads.map(({ slug }) => slug));
          for (const { slug } of answer.networks.networks) assert.ok(known.has(slug), query);
        }
      }),
      { numRuns: 80 },
    );
    assert.ok(answered >= 15, `${answered} of 80 were answered`);
  });
});
