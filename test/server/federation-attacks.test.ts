import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { openStore } from '@vielfalt/server';
import { RemoteFeed } from '../../server/src/importing/feed/remote-feed.js';
import { directoryAddress } from '../../server/src/importing/feed/address.js';
import { isPrivateAddress } from '../../server/src/web/private-address.js';
import { COMMAND } from '../support/built.js';
import { fileOf } from './federation.js';
import { folder, offer } from './fixture.js';
import {
  json,
  page,
  refused,
  startHere,
  startLiar,
  taken,
  telling,
  theirOffer,
  theirProvider,
} from './lying-feed.js';
import { workplace } from './workplace.js';

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

  it('has nothing, and another revision each time, is one entry of the history', async (test) => {
    let revision = 7;
    const liar = await startLiar(test, (_, response) =>
      json(response, page({ directory: { revision: revision++ } })),
    );
    const store = await startHere(test);
    await taken(store, liar.url);
    const before = await store.history();
    for (const _ of [1, 2]) await taken(store, liar.url);
    assert.deepEqual(await store.history(), before);
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

  it('makes one wait for hours in all is left', async (test) => {
    const liar = await startLiar(test, (_, response) => json(response, page({})));
    const client = new RemoteFeed({ agent: 'Vielfalt', allowPrivate: true, visit: -1 });
    await assert.rejects(client.get(liar.url), /too slow: all together took an hour/);
    assert.equal(liar.asked.length, 0);
  });

  it('drips for longer than an answer may take is left, and nothing else is said of it', async (test) => {
    const liar = await startLiar(test, (_, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.flushHeaders();
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const said = await refused(await startHere(test), liar.url, { whole: 200 });
    assert.match(said, /took too long.*Try again later/);
    assert.equal(liar.asked.length, 1);
  });

  it('fails by itself is asked again later', async (test) => {
    for (const type of ['text/html', 'application/problem+json']) {
      const liar = await startLiar(test, (_, response) => {
        response.writeHead(500, { 'Content-Type': type }).end('{"detail": "Oh"}');
      });
      const said = await refused(await startHere(test), liar.url);
      assert.match(said, /answers 500.*\. Try again later\.$/);
    }
  });

  it('cannot prove to be itself is not read', async (test) => {
    const place = folder(test);
    const [key, cert] = [join(place, 'key.pem'), join(place, 'cert.pem')];
    const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    const files = ['-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=other'];
    execFileSync('openssl', [...args, ...files], { stdio: 'ignore' });
    const pem = { key: readFileSync(key), cert: readFileSync(cert) };
    const liar = createTlsServer(pem, (_, response) => json(response, page({})));
    await once(liar.listen(0, '127.0.0.1'), 'listening');
    test.after(() => liar.close());
    const { port } = liar.address() as AddressInfo;
    assert.match(
      await refused(await startHere(test), `https://127.0.0.1:${port}`),
      /The certificate of 127\.0\.0\.1:\d+ is not to be trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
    );
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
});
