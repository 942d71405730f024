import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  readNetworkAnswer,
  readNetworksAnswer,
  type Network,
  type NetworkAnswer,
  type NetworksAnswer,
  type Provider,
  type ProviderAnswer,
} from '@vielfalt/feed';
import { example, network, provider } from './example.js';
import { startFeed } from './feed-harness.js';

const WITTEN = provider(1, { address: { town: 'witten' } });
const HATTINGEN = provider(3, { name: 'Bildungswerk, Hattingen', address: { town: 'hattingen' } });
const GONE = provider(2, { status: 'retired', name: 'Früher e. V.' });

const TABLE = network(1, {
  name: 'Runder Tisch Ankommen',
  aim: 'Familien finden in den ersten Wochen, was sie brauchen.',
  topics: ['language'],
  places: ['witten'],
  members: [
    { name: 'Kita Sonne', web: 'https://kita.example.org' },
    { provider: WITTEN.id },
    { provider: GONE.id },
  ],
  coordinator: { name: 'Bildungswerk (Hattingen)' },
  contact: { role: 'Koordination', name: 'Ungenannte Person', phone: '030 23125 100' },
  schedule: {
    times: [
      {
        ...{ dtstart: '2026-09-01T17:00', dtend: '2026-09-01T19:00' },
        ...{ freq: 'MONTHLY', byday: ['1TU'] },
      },
    ],
  },
  translations: { ar: { by: 'person', texts: { name: 'طاولة مستديرة' } } },
});
const EVERYWHERE = network(2, { name: 'Arbeitskreis Sport', topics: ['sport'] });
const OLD = network(3, { name: 'Bündnis von früher', status: 'retired' });

/** A feed with networks; the first provider names one of them and something else. */
function withNetworks(networks: Network[] = [TABLE, EVERYWHERE, OLD], providers?: Provider[]) {
  const naming = { ...WITTEN, networks: ['arbeitskreis SPORT', 'Stadtsportbund'] };
  return { ...example(), providers: providers ?? [naming, GONE, HATTINGEN], networks };
}

const slugsOf = ({ networks }: NetworksAnswer) => networks.map(({ slug }) => slug);

describe('GET /v1/networks', () => {
  it('lists them by name, with who coordinates, how many belong and what is next', async (test) => {
    const feed = await startFeed(test, { changes: withNetworks() });
    const { status, json } = await feed.get('/v1/networks');
    assert.equal(status, 200);
    const answer = json<NetworksAnswer>();
    assert.deepEqual(answer.networks, [
      {
        ...{ id: EVERYWHERE.id, slug: EVERYWHERE.slug, name: EVERYWHERE.name },
        topics: ['sport'],
        members: 1,
      },
      {
        ...{ id: TABLE.id, slug: TABLE.slug, name: TABLE.name, members: 3 },
        ...{ topics: ['language'], places: ['witten'], coordinator: { provider: HATTINGEN.id } },
        next: { start: '2026-12-01T17:00', end: '2026-12-01T19:00' },
        rhythm: 'jeden 1. Dienstag im Monat 17–19 Uhr',
      },
    ]);
    assert.equal(answer.total, 2);
    assert.deepEqual(Object.keys(answer.providers), [HATTINGEN.id]);
    assert.equal(answer.terms.topic['education']?.label, 'Bildung');
    assert.deepEqual(readNetworksAnswer(answer)?.networks, answer.networks);
  });

  it('speaks the requested language where a network has it', async (test) => {
    const feed = await startFeed(test, { changes: withNetworks() });
    const answer = (await feed.get('/v1/networks?lang=ar')).json<NetworksAnswer>();
    const [first, second] = answer.networks;
    assert.equal(first?.translation, undefined);
    assert.deepEqual(second?.translation, {
      ...{ language: 'ar', by: 'person', texts: { name: 'طاولة مستديرة' } },
    });
    assert.equal(second.name, TABLE.name);
  });

  it('finds them by topic with what lies below, and by the places of their members', async (test) => {
    const feed = await startFeed(test, { changes: withNetworks() });
    const asked = async (query: string) =>
      slugsOf((await feed.get(`/v1/networks?${query}`)).json<NetworksAnswer>());
    assert.deepEqual(await asked('topic=education'), ['network-1']);
    assert.deepEqual(await asked('topic=gymnastics'), ['network-2'], 'a former term');
    assert.deepEqual(await asked('place=county'), ['network-2', 'network-1'], 'what is around');
    assert.deepEqual(await asked('within.place=hattingen'), ['network-2', 'network-1']);
    assert.deepEqual(await asked('within.provider=provider-3'), ['network-1']);
    assert.deepEqual(await asked(`within.provider=${WITTEN.id}`), ['network-2', 'network-1']);
  });

  it('leaves out what is neither in the place nor has a member there', async (test) => {
    const other = network(4, { places: ['hattingen'], members: [{ name: 'Kita' }] });
    const feed = await startFeed(test, { changes: withNetworks([TABLE, other]) });
    const asked = async (query: string) =>
      slugsOf((await feed.get(`/v1/networks?${query}`)).json<NetworksAnswer>());
    assert.deepEqual(await asked('within.place=witten'), ['network-1']);
    assert.deepEqual(await asked('within.place=hattingen'), ['network-4', 'network-1']);
  });

  it('names what it cannot be asked', async (test) => {
    const feed = await startFeed(test, { changes: withNetworks() });
    for (const [query, parameter] of [
      ['audience=women', 'audience'],
      ['within.audience=women', 'within.audience'],
      ['within.place=nowhere', 'within.place'],
      ['within.topics=sport', 'within.topics'],
      ['topic=sprot', 'topic'],
    ]) {
      const { status, json } = await feed.get(`/v1/networks?${query}`);
      assert.equal(status, 400, query);
      const { problems } = json<{ problems: { parameter: string }[] }>();
      assert.deepEqual(
        problems.map((each) => each.parameter),
        [parameter],
      );
    }
  });

  it('keeps to its lock, whatever else is asked', async (test) => {
    const places = ['county', 'witten', 'hattingen'];
    const topics = ['education', 'language', 'sport', 'gymnastics'];
    const providers = ['provider-1', 'provider-3'];
    const some = Array.from({ length: 40 }, (_, n) =>
      network(n, {
        topics: topics.filter((_topic, at) => (n >> at) % 2 === 1),
        places: places.filter((_place, at) => n % (at + 2) === 1),
        members: n % 3 === 0 ? [{ provider: n % 2 ? WITTEN.id : HATTINGEN.id }] : [],
      }),
    );
    const feed = await startFeed(test, { changes: withNetworks(some) });
    const inside = async (query: string) => {
      const { status, json } = await feed.get(`/v1/networks?${query}`);
      return status === 200 ? slugsOf(json<NetworksAnswer>()) : [];
    };
    const value = (name: string, values: string[]) =>
      fc.constantFrom(...values).map((each) => `${name}=${each}`);
    const lock = fc.oneof(
      value('within.place', places),
      value('within.topic', topics),
      value('within.provider', providers),
    );
    const attempt = fc.oneof(
      lock,
      value('place', places),
      value('topic', topics),
      value('within.place', ['', 'nowhere', '%00']),
      fc.constantFrom('within=', 'within.=x', 'q=netz', 'lang=ar', 'limit=100', 'lock=none'),
    );
    await fc.assert(
      fc.asyncProperty(lock, fc.array(attempt, { maxLength: 3 }), async (locked, attempts) => {
        const [name = ''] = locked.split('=');
        // The same lock named twice is a wider one: an editor's, never a visitor's.
        const others = attempts.filter((each) => !each.startsWith(`${name}=`));
        const all = new Set(await inside(locked));
        for (const slug of await inside([locked, ...others].join('&'))) assert.ok(all.has(slug));
      }),
      { numRuns: 60 },
    );
  });
});

describe('GET /v1/networks/{id|slug}', () => {
  it('gives all that is public, the members as the directory knows them', async (test) => {
    const feed = await startFeed(test, { changes: withNetworks() });
    for (const name of [TABLE.id, TABLE.slug]) {
      const { status, json } = await feed.get(`/v1/networks/${name}?lang=ar`);
      assert.equal(status, 200);
      const answer = json<NetworkAnswer>();
      assert.deepEqual(answer.members, [
        {
          provider: { id: HATTINGEN.id, slug: HATTINGEN.slug, name: HATTINGEN.name },
          coordinates: true,
        },
        { name: 'Kita Sonne', web: 'https://kita.example.org' },
        { provider: { id: WITTEN.id, slug: WITTEN.slug, name: WITTEN.name } },
      ]);
      assert.deepEqual(answer.network.contact, { role: 'Koordination', phone: '030 23125 100' });
      assert.ok(!('record' in answer.network));
      assert.equal(answer.translation?.texts.name, 'طاولة مستديرة');
      assert.equal(answer.upcoming[0]?.start, '2026-12-01T17:00');
      assert.deepEqual(readNetworkAnswer(answer)?.members, answer.members);
    }
  });

  it('says what is unknown, gone, or outside the lock', async (test) => {
    const feed = await startFeed(test, { changes: withNetworks() });
    assert.equal((await feed.get('/v1/networks/nothing')).status, 404);
    assert.equal((await feed.get('/v1/networks/network-1?within.topic=sport')).status, 404);
    assert.equal((await feed.get('/v1/networks/network-1?within.place=witten')).status, 200);
    assert.equal((await feed.get('/v1/networks/network-1?place=witten')).status, 400);
    const { status, json } = await feed.get(`/v1/networks/${OLD.id}`);
    assert.equal(status, 410);
    assert.equal(
      json<{ detail: string }>().detail,
      'Bündnis von früher is no longer in the directory.',
    );
  });

  it('counts no meeting as the next once it is over', async (test) => {
    const feed = await startFeed(test, { changes: withNetworks() });
    const next = async () => {
      const { json } = await feed.get('/v1/networks/network-1');
      return json<NetworkAnswer>().upcoming[0]?.start;
    };
    feed.setClock(Date.parse('2026-12-01T17:59:00Z'));
    await feed.refresh();
    assert.equal(await next(), '2026-12-01T17:00');
    feed.setClock(Date.parse('2026-12-01T18:00:00Z'));
    assert.equal(await next(), '2027-01-05T17:00');
  });
});

describe('the networks of a provider', () => {
  it('come with who else is in them; a name without a record stays a text', async (test) => {
    const feed = await startFeed(test, { changes: withNetworks() });
    const answer = (await feed.get('/v1/providers/provider-1')).json<ProviderAnswer>();
    assert.deepEqual(answer.provider.networks, ['Stadtsportbund']);
    assert.deepEqual(
      answer.networks?.map(({ slug, others }) => [
        slug,
        others.map((member) => ('name' in member ? member.name : member.provider.name)),
      ]),
      [
        ['network-2', []],
        ['network-1', ['Bildungswerk, Hattingen', 'Kita Sonne']],
      ],
    );
  });

  it('are read from one text with others, of which the rest stays', async (test) => {
    const naming = { ...WITTEN, networks: ['„Arbeitskreis Sport“ e. V., Stadtsportbund und Netz'] };
    const feed = await startFeed(test, { changes: withNetworks(undefined, [naming, GONE]) });
    const answer = (await feed.get('/v1/providers/provider-1')).json<ProviderAnswer>();
    assert.deepEqual(answer.provider.networks, ['Stadtsportbund und Netz']);
    assert.deepEqual(answer.networks?.map(({ slug }) => slug).slice(0, 1), ['network-2']);
  });

  it('are not there where it has none', async (test) => {
    const feed = await startFeed(test, { changes: { ...example(), networks: [] } });
    const answer = (await feed.get('/v1/providers/provider-1')).json<ProviderAnswer>();
    assert.ok(!('networks' in answer) && !('networks' in answer.provider));
  });
});
