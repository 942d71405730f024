import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { importFile, openStore, type Store } from '@vielfalt/server';
import { RemoteFeed } from '../../server/src/importing/feed/remote-feed.js';
import { directoryAddress } from '../../server/src/importing/feed/address.js';
import { isPrivateAddress } from '../../server/src/importing/feed/private-address.js';
import { COMMAND } from '../support/built.js';
import { uuid } from '../support/records.js';
import { fileOf, startCounty, takeFeed, type TakeOptions } from './federation.js';
import { NOW, offer } from './fixture.js';
import { workplace } from './workplace.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What a page of records may be made of. */
interface Told {
  directory?: object;
  total?: number;
  providers?: object[];
  offers?: object[];
  networks?: object[];
}

const HEAD = {
  title: 'Fremdes Verzeichnis',
  publisher: 'Fremdes Büro',
  revision: 7,
  language: 'de',
  timeZone: 'Europe/Berlin',
};

function page({ directory, total, providers = [], offers = [], networks = [] }: Told): object {
  return {
    directory: { ...HEAD, ...directory },
    total: total ?? providers.length + offers.length + networks.length,
    ...{ providers, offers, networks },
  };
}

/** A provider and an offer of the foreign feed. */
const theirProvider = {
  id: uuid(1),
  slug: 'fremd',
  name: 'Fremder Verein',
  changed: '2026-09-01T00:00:00Z',
};
function theirOffer(number: number, more: object = {}): object {
  return {
    id: uuid(100 + number),
    slug: `fremd-${number}`,
    source: 'office',
    provider: uuid(1),
    status: 'published',
    changed: '2026-09-01T00:00:00Z',
    title: `Fremdes ${number}`,
    ...more,
  };
}

function json(response: ServerResponse, body: object): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

/** Starts a server that answers as it likes. */
async function startLiar(test: TestContext, handle: Handler) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, paths: () => asked.map(({ url }) => url) };
}

/** A feed that tells the same whatever it is asked, and a vocabulary. */
function telling(told: () => Told, vocabulary: object = {}): Handler {
  return ({ url = '' }, response) => {
    if (url.startsWith('/v1/vocabulary')) json(response, { vocabulary });
    else if (url.includes('changed=')) json(response, page({ directory: told().directory ?? {} }));
    else json(response, page(told()));
  };
}

async function startHere(test: TestContext): Promise<Store> {
  const store = await openStore('sqlite::memory:');
  test.after(() => store.close());
  await importFile(store, fileOf('Land', [offer('1', { title: 'Unser' })]), { now: NOW });
  return store;
}

/** Imports, and expects that nothing but the history is another afterwards. */
async function refused(store: Store, url: string, more?: TakeOptions): Promise<string> {
  const before = await store.read();
  let said: string;
  try {
    const outcome = await takeFeed(store, url, 'other', more);
    assert.ok(outcome.outcome === 'imported' && outcome.imported.outcome === 'faults');
    said = outcome.imported.faults.map(({ path, reason }) => `${path} ${reason}`).join('\n');
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.equal(error.name, 'FileError', error.stack);
    said = error.message;
  }
  assert.deepEqual(await store.read(), before);
  return said;
}

async function taken(store: Store, url: string, more?: TakeOptions) {
  const outcome = await takeFeed(store, url, 'other', more);
  assert.ok(outcome.outcome === 'imported');
  assert.equal(outcome.imported.outcome, 'done', JSON.stringify(outcome.imported));
  assert.ok(outcome.imported.outcome === 'done');
  const state = await store.read();
  assert.ok(state);
  return { state, ...outcome.imported.report, notes: outcome.notes };
}

describe('an address', () => {
  it('may be the directory’s, its data’s, or a page’s', () => {
    for (const given of [
      'https://north.example',
      'https://north.example/',
      'https://north.example/v1/',
      'https://north.example/v1/offers?topic=sport',
      'https://north.example/offers/kurs',
      'https://north.example/?lang=en#list',
    ]) {
      assert.deepEqual(directoryAddress(given), { address: 'https://north.example/' }, given);
    }
    assert.deepEqual(directoryAddress('https://county.example/angebote/v1'), {
      address: 'https://county.example/angebote/',
    });
  });

  it('of something else is refused with what is wrong', () => {
    const wrong = (given: string) => Reflect.get(directoryAddress(given), 'wrong') as string;
    assert.match(wrong('file:///etc/passwd'), /begins with https/);
    assert.match(wrong('ftp://north.example/'), /begins with https/);
    assert.match(wrong('https://'), /is not an address/);
    assert.match(wrong('https://me:secret@north.example/'), /password/);
  });

  it('of this machine or its network is refused, however it is written', async (test) => {
    for (const ip of [
      ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
      ...['100.64.0.1', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:7f00:1'],
    ]) {
      assert.ok(isPrivateAddress(ip), ip);
    }
    for (const ip of ['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1']) {
      assert.ok(!isPrivateAddress(ip), ip);
    }
    const liar = await startLiar(test, (_, response) => json(response, page({})));
    const port = new URL(liar.url).port;
    const client = new RemoteFeed({ agent: 'Vielfalt' });
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      await assert.rejects(client.get(`http://${host}:${port}/`), /own network/, host);
    }
    assert.equal(liar.asked.length, 0);
  });
});

describe('a feed that', () => {
  it('answers with a web page is told apart', async (test) => {
    const liar = await startLiar(test, (_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end('<!doctype html><title>Willkommen</title>');
    });
    const said = await refused(await startHere(test), liar.url);
    assert.match(said, /with text\/html.*Is it the address of a directory/);
  });

  it('says that it is JSON and is none is refused', async (test) => {
    const liar = await startLiar(test, (_, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end('{"directory": {');
    });
    assert.match(await refused(await startHere(test), liar.url), /is not JSON/);
  });

  it('is another program’s is refused', async (test) => {
    const liar = await startLiar(test, (_, response) => json(response, { services: [] }));
    assert.match(await refused(await startHere(test), liar.url), /no answer of a directory/);
  });

  it('answers without end is left', async (test) => {
    const liar = await startLiar(test, (_, response) => {
      response.setHeader('Content-Type', 'application/json');
      const more = () => {
        while (response.write('          '.repeat(1000)));
      };
      response.on('drain', more);
      more();
    });
    const said = await refused(await startHere(test), liar.url, { mostBytes: 1_000_000 });
    assert.match(said, /more than 1000000 bytes/);
  });

  it('packs too much into few bytes is left', async (test) => {
    const bomb = brotliCompressSync(Buffer.alloc(5_000_000, ' '));
    const liar = await startLiar(test, (_, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Content-Encoding', 'br');
      response.end(bomb);
    });
    assert.ok(bomb.length < 100_000);
    const said = await refused(await startHere(test), liar.url, { mostBytes: 1_000_000 });
    assert.match(said, /more than 1000000 bytes/);
  });

  it('leads to a file, or round in a circle, is not followed', async (test) => {
    let location = 'file:///etc/passwd';
    const liar = await startLiar(test, (_, response) => {
      response.writeHead(302, { location }).end();
    });
    const store = await startHere(test);
    assert.match(await refused(store, liar.url), /where no feed is followed to/);
    location = 'javascript:alert(1)';
    assert.match(await refused(store, liar.url), /where no feed is followed to/);
    location = '/again';
    assert.match(await refused(store, liar.url), /leads on and on/);
  });

  it('leads to a private address is not followed', async (test) => {
    const inner = await startLiar(test, (_, response) => json(response, page({})));
    const outer = await startLiar(test, (_, response) => {
      response.writeHead(302, { location: `${inner.url}/v1/records` }).end();
    });
    assert.match(await refused(await startHere(test), outer.url), /own network/);
    assert.equal(outer.asked.length, 1);
    assert.equal(inner.asked.length, 0);
  });

  it('asks for patience gets it, within limits', async (test) => {
    const answers = [503, 429];
    const pauses: number[] = [];
    const liar = await startLiar(test, (_, response) => {
      const status = answers.shift();
      if (status === undefined) json(response, page({}));
      else response.writeHead(status, { 'Retry-After': '7' }).end();
    });
    const pause = async (milliseconds: number) => pauses.push(milliseconds);
    const client = new RemoteFeed({ agent: 'Vielfalt', allowPrivate: true, pause });
    assert.ok((await client.get(`${liar.url}/v1/records`)).json);
    assert.deepEqual(pauses, [7000, 7000]);
    answers.push(503);
    const endless = await startLiar(test, (_, response) => {
      response.writeHead(503, { 'Retry-After': '86400' }).end();
    });
    await assert.rejects(client.get(endless.url), /asks to wait for 86400 seconds/);
    assert.equal(endless.asked.length, 1);
  });

  it('is away is asked three times', async (test) => {
    const liar = await startLiar(test, (request) => request.socket.destroy());
    assert.match(await refused(await startHere(test), liar.url), /cannot be reached/);
    assert.equal(liar.asked.length, 3);
  });

  it('is told who asks', async (test) => {
    const liar = await startLiar(
      test,
      telling(() => ({})),
    );
    await taken(await startHere(test), liar.url);
    assert.equal(liar.asked[0]?.headers['user-agent'], 'Vielfalt (+https://test.example)');
  });

  it('has pages without end, or empty ones, is left', async (test) => {
    const endless = await startLiar(test, ({ url = '' }, response) => {
      const number = Number(new URL(url, 'http://x').searchParams.get('page') ?? 1);
      json(response, page({ total: 3, offers: [theirOffer(number), theirOffer(number + 50)] }));
    });
    const store = await startHere(test);
    assert.match(await refused(store, endless.url), /3 records, and gives more/);
    const empty = await startLiar(test, (_, response) => json(response, page({ total: 5 })));
    assert.match(await refused(store, empty.url), /an empty page/);
    const huge = await startLiar(test, (_, response) => json(response, page({ total: 1e9 })));
    assert.match(await refused(store, huge.url), /too many/);
    assert.equal(huge.asked.length, 1);
  });

  it('changes while it is read is read once more, and left when it never rests', async (test) => {
    let revision = 7;
    const told = (number: number) =>
      page({
        directory: { revision },
        total: 2,
        ...(number === 1 ? { providers: [theirProvider] } : { offers: [theirOffer(1)] }),
      });
    let changes = 1;
    const liar = await startLiar(test, ({ url = '' }, response) => {
      if (url.includes('page=2') && changes-- > 0) revision++;
      if (url.startsWith('/v1/vocabulary')) json(response, { vocabulary: {} });
      else if (url.includes('changed=')) json(response, page({ directory: { revision } }));
      else json(response, told(url.includes('page=2') ? 2 : 1));
    });
    const { state } = await taken(await startHere(test), liar.url);
    assert.equal(state.offers.length, 2);
    changes = Infinity;
    const said = await refused(await startHere(test), liar.url);
    assert.match(said, /changed 3 times/);
  });

  it('has faulty records stops, or loses them alone', async (test) => {
    const told = {
      providers: [theirProvider],
      offers: [
        theirOffer(1),
        theirOffer(2, { title: '' }),
        theirOffer(3, { links: [{ label: 'Hier', url: 'javascript:alert(1)' }] }),
        theirOffer(4, { registration: { web: 'data:text/html,x' } }),
        theirOffer(5, { title: { de: 'Kein Text' } }),
        theirOffer(6, { id: '../../etc/passwd' }),
        theirOffer(7, {
          translations: JSON.parse('{"__proto__":{"by":"person","texts":{}}}') as object,
        }),
        theirOffer(8, { schedule: { times: [{ dtstart: '2026-02-31T10:00' }] } }),
        theirOffer(9, { provider: uuid(999) }),
        theirOffer(10, {
          origin: { directory: 'javascript:alert(1)', id: uuid(1), name: 'X', page: 'x' },
        }),
        theirOffer(11, { fromTomorrow: 'unknown here' }),
      ],
    };
    const liar = await startLiar(
      test,
      telling(() => told),
    );
    const store = await startHere(test);
    const said = await refused(store, liar.url);
    assert.match(said, /offers\[1\]\.title|offers\[2\]\.title/);
    const { state, skipped } = await taken(store, liar.url, { skipFaulty: true });
    assert.deepEqual(
      state.offers.filter(({ source }) => source === 'other').map(({ title }) => title),
      ['Fremdes 1', 'Fremdes 11'],
      JSON.stringify(skipped),
    );
    assert.ok(!JSON.stringify(state).includes('javascript:'));
    assert.ok(!JSON.stringify(state).includes('unknown here'));
  });

  it('never ends leaves the directory of before, when the command is killed', async (test) => {
    const { path, vielfalt, write } = workplace(test);
    const database = `sqlite:${path('vielfalt.sqlite')}`;
    await vielfalt(['import', write('land.json', fileOf('Land', [offer('1')]))]);
    const isWaiting = new EventEmitter();
    const liar = await startLiar(test, ({ url = '' }, response) => {
      if (url.includes('page=2')) isWaiting.emit('asked');
      else json(response, page({ total: 2, providers: [theirProvider] }));
    });
    const args = [COMMAND, 'import', liar.url, '--source', 'other', '--allow-private'];
    const asked = once(isWaiting, 'asked');
    const child = spawn(process.execPath, args, {
      env: { ...process.env, DATABASE_URL: database },
      stdio: 'ignore',
    });
    await asked;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const store = await openStore(database);
    test.after(() => store.close());
    const state = await store.read();
    assert.deepEqual([state?.revision, state?.offers.length, state?.sources.length], [1, 1, 1]);
  });

  it('gives the same record twice is faulty', async (test) => {
    const liar = await startLiar(
      test,
      telling(() => ({ providers: [theirProvider], offers: [theirOffer(1), theirOffer(1)] })),
    );
    assert.match(await refused(await startHere(test), liar.url), /already/);
  });

  it('claims the ids, slugs and sources of one’s own records gets none of them', async (test) => {
    const store = await startHere(test);
    const [ours] = (await store.read())?.offers ?? [];
    const [provider] = (await store.read())?.providers ?? [];
    assert.ok(ours && provider);
    const claim = { ...theirOffer(1), id: ours.id, slug: ours.slug, source: 'office', record: '1' };
    const liar = await startLiar(
      test,
      telling(() => ({
        providers: [{ ...theirProvider, id: provider.id, slug: provider.slug }],
        offers: [{ ...claim, provider: provider.id }],
      })),
    );
    const { state } = await taken(store, liar.url);
    assert.deepEqual(
      state.offers.find(({ source }) => source === 'office'),
      ours,
    );
    assert.deepEqual(
      state.providers.find(({ source }) => source === 'office'),
      provider,
    );
    const theirs = state.offers.find(({ source }) => source === 'other');
    assert.notEqual(theirs?.id, ours.id);
    assert.notEqual(theirs?.slug, ours.slug);
    const theirProviderHere = state.providers.find(({ source }) => source === 'other');
    assert.equal(theirs?.provider, theirProviderHere?.id);
  });

  it('names a provider of one’s own for its offers is faulty', async (test) => {
    const store = await startHere(test);
    const [provider] = (await store.read())?.providers ?? [];
    const liar = await startLiar(
      test,
      telling(() => ({ offers: [theirOffer(1, { provider: provider?.id })] })),
    );
    assert.match(await refused(store, liar.url), /provider of the source office/);
  });

  it('says that it is another directory is not believed', async (test) => {
    const store = await startHere(test);
    const liar = await startLiar(
      test,
      telling(() => ({
        directory: { baseUrl: 'https://north.example' },
        providers: [theirProvider],
        offers: [theirOffer(1)],
      })),
    );
    const { state } = await taken(store, liar.url);
    const theirs = state.offers.find(({ source }) => source === 'other');
    assert.equal(theirs?.origin?.directory, `${liar.url}/`);
  });

  it('buries records of others touches none', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('5', { title: 'Im Norden' })]);
    const store = await startHere(test);
    await takeFeed(store, north.url, 'north');
    const before = await store.read();
    const graves = (before?.offers ?? []).map(({ id, title }) => ({
      ...theirOffer(1),
      ...{ id, title, status: 'retired' },
    }));
    const liar = await startLiar(
      test,
      telling(() => ({ providers: [theirProvider], offers: graves })),
    );
    const { state } = await taken(store, liar.url);
    assert.deepEqual(state.offers, before?.offers);
  });

  it('goes back in its revisions is compared as a whole', async (test) => {
    let told: Told = { providers: [theirProvider], offers: [theirOffer(1), theirOffer(2)] };
    const liar = await startLiar(
      test,
      telling(() => told),
    );
    const store = await startHere(test);
    await taken(store, liar.url);
    told = { directory: { revision: 3 }, providers: [theirProvider], offers: [theirOffer(2)] };
    const { sources } = await taken(store, liar.url, { allowRetiring: true });
    assert.equal(sources[0]?.offers?.retired, 1);
    assert.equal((await takeFeed(store, liar.url, 'other')).outcome, 'unchanged');
  });

  it('loses most of its offers at once is refused as a file is', async (test) => {
    let told: Told = {
      providers: [theirProvider],
      offers: [1, 2, 3, 4, 5].map((number) => theirOffer(number)),
    };
    const liar = await startLiar(
      test,
      telling(() => told),
    );
    const store = await startHere(test);
    await taken(store, liar.url);
    told = { ...told, offers: [theirOffer(1)] };
    const outcome = await takeFeed(store, liar.url, 'other', { comparesAll: true });
    assert.ok(outcome.outcome === 'imported');
    assert.equal(outcome.imported.outcome, 'refused');
  });

  it('is read to the end of time', async (test) => {
    const late = theirOffer(1, {
      changed: '9999-12-31T23:59:59Z',
      schedule: {
        validTo: '9999-12-31',
        times: [{ dtstart: '9999-12-31T23:00', dtend: '9999-12-31T23:30', freq: 'WEEKLY' }],
      },
      checked: { on: '9999-12-31' },
    });
    const liar = await startLiar(
      test,
      telling(() => ({ providers: [theirProvider], offers: [late] })),
    );
    const state = await startCounty(test, 'Land');
    await takeFeed(state.store, liar.url, 'other');
    await state.refresh();
    assert.equal((await takeFeed(state.store, liar.url, 'other')).outcome, 'unchanged');
    for (const path of [
      '/v1/offers',
      '/offers/fremd-1',
      '/v1/offers.ics',
      '/v1/offers.jsonld',
      '/v1/records',
    ]) {
      assert.equal((await fetch(state.url + path)).status, 200, path);
    }
  });

  it('has a vocabulary of traps adds nothing of them', async (test) => {
    const label = { de: 'Wort' };
    const vocabulary = JSON.parse(
      JSON.stringify({
        topic: [
          { id: '__proto__', label },
          { id: 'constructor', label },
          { id: 'round', label, parent: 'about' },
          { id: 'about', label, parent: 'round' },
          { id: 'self', label, parent: 'self' },
          { id: 'swapped', label, replacedBy: 'swapped' },
          { id: 'silent', label: {} },
          { id: 'tongue', label: { 'x--y': 'Wort' } },
          { id: 'language', label: { de: 'Gekapert' } },
        ],
        place: [
          { id: 'witten', label: { de: 'Gekapert' } },
          { id: 'far', label, parent: 'gone' },
        ],
        kind: 'none',
      }),
    ) as object;
    const topics = ['constructor', 'round', 'self', 'language'];
    const liar = await startLiar(
      test,
      telling(
        () => ({
          providers: [theirProvider],
          offers: [
            theirOffer(1, { topics, locations: [{ town: 'witten' }, { town: 'far' }] }),
            theirOffer(2, { topics: ['__proto__'] }),
            theirOffer(3, { topics: ['swapped'] }),
            theirOffer(4, { topics: ['silent'] }),
            theirOffer(5, { topics: ['tongue'] }),
          ],
        }),
        vocabulary,
      ),
    );
    const { state } = await taken(await startHere(test), liar.url, { skipFaulty: true });
    const theirs = state.offers.filter(({ source }) => source === 'other');
    assert.deepEqual(
      theirs.map(({ title }) => title),
      ['Fremdes 1'],
    );
    const labels = (list: 'topic' | 'place') =>
      state.vocabulary[list].map(({ id, label: { de }, parent }) => [id, de, parent]);
    assert.deepEqual(labels('topic'), [
      ['language', 'Sprache', undefined],
      ['counselling', 'Beratung', undefined],
      ['constructor', 'Wort', undefined],
      ['about', 'Wort', undefined],
      ['round', 'Wort', 'about'],
      ['self', 'Wort', undefined],
    ]);
    assert.deepEqual(labels('place').slice(1), [
      ['witten', 'Witten', 'county'],
      ['hattingen', 'Hattingen', 'county'],
      ['far', 'Wort', 'county'],
    ]);
  });
});
