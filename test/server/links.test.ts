import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { lookup } from 'node:dns';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { askLink } from '../../server/src/links/ask-link.js';
import { AskLaterError } from '../../server/src/links/polite-web.js';
import { readRobots } from '../../server/src/links/robots.js';
import { publicLookup, publicLookupBy } from '../../server/src/web/private-address.js';
import { freePort } from '../support/free-port.js';
import { folder } from './fixture.js';
import { leadsTo, politeWeb, startSites, there, toHere } from './websites.js';

const ask = (address: string, options = {}) => askLink(politeWeb(options), new URL(address));

describe('a web address', () => {
  it('is alive where a page is, which is asked for by HEAD alone', async (test) => {
    const sites = await startSites(test, { treff: there });
    assert.deepEqual(await ask(sites.url('treff', '/kurse?jahr=2026')), { state: 'alive' });
    assert.deepEqual(sites.asked, ['GET treff/robots.txt', 'HEAD treff/kurse?jahr=2026']);
    assert.deepEqual([...sites.agents], ['Vielfalt']);
  });

  it('is asked for by GET where HEAD is refused, answered oddly, or not at all', async (test) => {
    const sites = await startSites(test, {
      odd({ method, url, socket }, response) {
        if (method === 'GET') response.writeHead(200).end();
        else if (url === '/torn') socket.destroy();
        else response.writeHead(Number(url?.slice(1))).end();
      },
    });
    for (const path of ['/405', '/501', '/403', '/404', '/500', '/304', '/torn']) {
      assert.deepEqual(await ask(sites.url('odd', path)), { state: 'alive' }, path);
    }
  });

  it('is failing where the page has gone or the server fails', async (test) => {
    const sites = await startSites(test, {
      old: ({ url }, response) => response.writeHead(Number(url?.slice(1))).end(),
    });
    const failing = { state: 'failing', trouble: 'gone' };
    assert.deepEqual(await ask(sites.url('old', '/404')), { ...failing, code: '404' });
    assert.deepEqual(await ask(sites.url('old', '/410')), { ...failing, code: '410' });
    const server = { state: 'failing', trouble: 'server', code: '500' };
    assert.deepEqual(await ask(sites.url('old', '/500')), server);
  });

  it('is only for people to see where programs are refused', async (test) => {
    const sites = await startSites(test, {
      closed: ({ url }, response) => response.writeHead(Number(url?.slice(1))).end(),
    });
    for (const code of ['401', '403', '451', '999']) {
      const unclear = { state: 'unclear', trouble: 'refused', code };
      assert.deepEqual(await ask(sites.url('closed', `/${code}`)), unclear);
    }
  });

  it('is failing where nothing answers, and where nothing has that name', async () => {
    const port = await freePort();
    assert.deepEqual(await ask(`http://nobody.alt:${port}/`), {
      ...{ state: 'failing', trouble: 'silent', code: 'ECONNREFUSED' },
    });
    const missing = publicLookupBy(((_: string, __: object, done: (error: Error) => void) =>
      done(Object.assign(new Error(), { code: 'ENOTFOUND' }))) as unknown as typeof lookup);
    assert.deepEqual(await ask('https://nowhere.alt/', { lookup: missing }), {
      ...{ state: 'failing', trouble: 'host', code: 'ENOTFOUND' },
    });
  });

  it('is not waited for where nothing comes, or read where it never ends', async (test) => {
    let written = 0;
    const sites = await startSites(test, {
      slow: () => undefined,
      endless({ method }, response) {
        if (method === 'HEAD') {
          response.writeHead(405).end();
          return;
        }
        const more = () => {
          while (response.write('x'.repeat(100_000))) written += 100_000;
        };
        response.on('drain', more);
        more();
      },
    });
    const silent = { state: 'failing', trouble: 'silent', code: 'ETIMEDOUT' };
    assert.deepEqual(await ask(sites.url('slow'), { silence: 50 }), silent);
    assert.deepEqual(await ask(sites.url('endless')), { state: 'alive' });
    assert.ok(written < 20_000_000);
  });

  it('is failing where it cannot prove to be itself', async (test) => {
    const place = folder(test);
    const [key, cert] = [join(place, 'key.pem'), join(place, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=other.alt'],
      ],
      { stdio: 'ignore' },
    );
    const pem = { key: readFileSync(key), cert: readFileSync(cert) };
    const server = createTlsServer(pem, there).listen(0, '127.0.0.1');
    await once(server, 'listening');
    test.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const { state, trouble } = await ask(`https://bank.alt:${port}/`);
    assert.deepEqual([state, trouble], ['failing', 'certificate']);
    const plain = await startSites(test, { bank: there });
    const spoken = await ask(plain.url('bank').replace('http:', 'https:'));
    assert.deepEqual([spoken.state, spoken.trouble], ['failing', 'certificate']);
  });
});

describe('a redirect', () => {
  it('for good is proposed, as far as it is for good; another is followed', async (test) => {
    const sites = await startSites(test, {
      moved: ({ url }, response) =>
        leadsTo(url === '/a' ? '/b' : sites.url('new', '/'), 301)({} as never, response),
      new: ({ url }, response) =>
        (url === '/' ? leadsTo('/heute', 302) : there)({} as never, response),
    });
    assert.deepEqual(await ask(sites.url('moved', '/a')), {
      ...{ state: 'alive', to: sites.url('new', '/'), hasMoved: true },
    });
    assert.deepEqual(await ask(sites.url('new', '/')), {
      ...{ state: 'alive', to: sites.url('new', '/heute') },
    });
  });

  it('that leads on and on, or round, is left', async (test) => {
    const sites = await startSites(test, {
      round: leadsTo('/'),
      on: ({ url }, response) => leadsTo(`${url}x`)({} as never, response),
    });
    const loop = { state: 'failing', trouble: 'loop' };
    assert.deepEqual(await ask(sites.url('round')), loop);
    assert.deepEqual(await ask(sites.url('on')), loop);
    assert.ok(sites.asked.length < 30);
  });

  it('to this machine or its network is not followed, by number or by name', async (test) => {
    const inner = await startSites(test, { localhost: there });
    const sites = await startSites(test, {
      number: leadsTo(inner.url('x').replace('x.alt', '127.0.0.1')),
      metadata: leadsTo('http://169.254.169.254/latest'),
    });
    for (const name of ['number', 'metadata']) {
      const { state, trouble } = await ask(sites.url(name));
      assert.deepEqual([state, trouble], ['failing', 'private'], name);
    }
    const named = inner.url('x').replace('x.alt', 'localhost');
    const { trouble } = await ask(named, { lookup: publicLookup });
    assert.equal(trouble, 'private');
    assert.deepEqual(inner.asked, []);
  });

  it('to a name is looked up once, and not followed where one of its addresses is private', async (test) => {
    const inner = await startSites(test, { rebind: there });
    const sites = await startSites(test, { lure: leadsTo(inner.url('rebind')) });
    let times = 0;
    const rebinding = publicLookupBy(((
      _: string,
      __: object,
      done: (...all: unknown[]) => void,
    ) => {
      times += 1;
      done(null, [
        { address: '203.0.113.5', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    }) as unknown as typeof lookup);
    const find: typeof toHere = (name, ...rest) =>
      name.startsWith('rebind') ? rebinding(name, ...rest) : toHere(name, ...rest);
    const { state, trouble } = await ask(sites.url('lure'), { lookup: find });
    assert.deepEqual([state, trouble, times], ['failing', 'private', 1]);
    assert.deepEqual(inner.asked, []);
  });

  it('to what is not the web says nothing', async (test) => {
    const sites = await startSites(test, { file: leadsTo('file:///etc/passwd') });
    assert.equal((await ask(sites.url('file'))).state, 'unclear');
  });
});

describe('a website', () => {
  it('is asked one thing after another, with a pause between', async (test) => {
    let [beside, most] = [0, 0];
    const sites = await startSites(test, {
      house(_, response) {
        most = Math.max(most, ++beside);
        setImmediate(() => {
          beside -= 1;
          response.writeHead(200).end();
        });
      },
    });
    const pauses: number[] = [];
    const web = politeWeb({ pause: async (time) => pauses.push(time) });
    const paths = ['/1', '/2', '/3', '/4'];
    await Promise.all(paths.map((path) => askLink(web, new URL(sites.url('house', path)))));
    assert.equal(most, 1);
    assert.deepEqual(pauses, [1000, 1000, 1000, 1000]);
    assert.equal(sites.asked.filter((each) => each.endsWith('robots.txt')).length, 1);
  });

  it('that asks to wait is asked nothing more', async (test) => {
    const sites = await startSites(test, {
      busy: (_, response) => response.writeHead(429, { 'Retry-After': '60' }).end(),
    });
    const web = politeWeb();
    for (const path of ['/1', '/2']) {
      await assert.rejects(askLink(web, new URL(sites.url('busy', path))), AskLaterError);
    }
    assert.deepEqual(sites.pages(), ['HEAD busy/1']);
  });

  it('is not asked for what its robots.txt keeps from programs, also where another leads there', async (test) => {
    const sites = await startSites(test, {
      shy: ({ url }, response) =>
        response.end(url === '/robots.txt' ? 'User-agent: *\nDisallow: /intern' : ''),
      guide: (_, response) => leadsTo(sites.url('shy', '/intern/x'))({} as never, response),
    });
    const robots = { state: 'unclear', trouble: 'robots' };
    assert.deepEqual(await ask(sites.url('shy', '/intern')), robots);
    assert.deepEqual(await ask(sites.url('guide')), {
      ...robots,
      to: sites.url('shy', '/intern/x'),
    });
    assert.deepEqual(await ask(sites.url('shy', '/kurse')), { state: 'alive' });
    assert.ok(!sites.asked.some((each) => each.includes('intern')));
  });

  it('whose robots.txt fails is left alone', async (test) => {
    const sites = await startSites(test, {
      shy: (_, response) => response.writeHead(500).end(),
    });
    assert.deepEqual(await ask(sites.url('shy', '/')), {
      ...{ state: 'unclear', trouble: 'robots', code: '500' },
    });
  });
});

describe('a robots.txt', () => {
  const allows = (text: string, path: string) => readRobots(text)(path);

  it('is read for this program where it names it, else for all', () => {
    const text =
      'User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-Agent: Vielfalt\nDisallow: /a';
    assert.ok(allows(text, '/b'));
    assert.ok(!allows(text, '/a/c'));
    assert.ok(!allows('User-agent: *\nDisallow: /', '/b'));
    assert.ok(allows('User-agent: other\nDisallow: /', '/b'));
    assert.ok(allows('<!doctype html>', '/b'));
  });

  it('is decided by its longest rule, and allowing goes first', () => {
    const text = 'user-agent: *\ndisallow: /a # all\nallow: /a/open\nallow: /x\ndisallow: /x';
    assert.ok(!allows(text, '/a/b'));
    assert.ok(allows(text, '/a/open/1'));
    assert.ok(allows(text, '/x'));
    assert.ok(allows('User-agent: *\nDisallow:', '/a'));
  });

  it('may have stars and ends', () => {
    const text = 'User-agent: *\nDisallow: /*.pdf$\nDisallow: /q*=1\nDisallow: /ä';
    assert.ok(!allows(text, '/a/b.pdf'));
    assert.ok(allows(text, '/a/b.pdf?x'));
    assert.ok(!allows(text, '/query?a=1&b'));
    assert.ok(!allows(text, '/%C3%A4'));
    assert.ok(allows(text, '/'));
    const hard = `User-agent: *\nDisallow: /${'*a'.repeat(2_000)}$`;
    assert.ok(allows(hard, `/${'a'.repeat(1_500)}`));
  });
});
