import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import Koa from 'koa';
import type { Visit, VisitRoute, VisitSources } from '../../server/src/desk/visit.js';
import { Problem } from '../../server/src/http/problem.js';
import { problemReply, render } from '../../server/src/http/reply.js';
import { respond } from '../../server/src/http/respond.js';
import { receiveVisits } from '../../server/src/middleware/receive-visits.js';
import type { RequestState } from '../../server/src/middleware/state.js';
import { RawClient, rawRequest, type RawAnswer } from './raw-client.js';

const FORM = 'application/x-www-form-urlencoded';
const BASE = 'https://feed.example.org';

interface Door {
  /** The visits that were let in. */
  visits: Visit[];
  ask(method: string, path: string, headers?: Record<string, string>): Promise<RawAnswer>;
  send(path: string, body: string, headers?: Record<string, string>): Promise<RawAnswer>;
  /** Sends bytes as they are, and says that nothing more will come. */
  raw(request: string): Promise<RawAnswer>;
  /** The networks of visits from these addresses: equal ones are one. */
  networks(...from: (readonly [peer: string, forwarded?: string])[]): Promise<string[]>;
}

/** The way in alone, in front of two routes that answer with what they were given. */
async function openDoor(
  test: TestContext,
  { baseUrl }: { baseUrl?: string } = { baseUrl: BASE },
): Promise<Door> {
  const visits: Visit[] = [];
  const reply: VisitRoute['reply'] = (visit) => {
    visits.push(visit);
    return Promise.resolve({ body: { name: visit.name }, lifetime: 'data' as const });
  };
  const routes: VisitRoute[] = [
    { path: '/own/:name', reply },
    { path: '/open', reply, isForElements: true },
  ];
  const sources = { baseUrl } as VisitSources;
  const app = new Koa<RequestState>();
  app.silent = true;
  app.use(async (context, next) => {
    try {
      await next();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      respond(context, await render(problemReply(error), 'identity'), 'no-store');
    }
  });
  app.use(
    receiveVisits(routes, sources, { heard: (work) => work }, (context, rendered) =>
      respond(context, rendered, rendered.lifetime === 'none' ? 'no-store' : 'public'),
    ),
  );
  let peer: string | undefined;
  const answer = app.callback();
  const server = createServer((request, response) => {
    if (peer !== undefined)
      Object.defineProperty(request.socket, 'remoteAddress', { value: peer, configurable: true });
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const raw = async (request: string) => {
    const client = new RawClient(port);
    try {
      return await client.askLast(request);
    } finally {
      client.close();
    }
  };
  const ask: Door['ask'] = (method, path, headers = {}) =>
    raw(rawRequest(path, Object.entries({ Host: 'here.example', ...headers }), { method }));
  return {
    visits,
    ask,
    raw,
    send: (path, body, headers = {}) => {
      const all = {
        Host: 'here.example',
        'Content-Type': FORM,
        'Content-Length': `${Buffer.byteLength(body)}`,
        ...headers,
      };
      return raw(
        rawRequest(path, Object.entries(all), { method: 'POST' }) +
          Buffer.from(body).toString('latin1'),
      );
    },
    async networks(...from) {
      const found: string[] = [];
      for (const [address, forwarded] of from) {
        peer = address;
        const headers: Record<string, string> =
          forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
        assert.equal((await ask('GET', '/own/x', headers)).status, 200, `${address} ${forwarded}`);
        found.push(visits.at(-1)?.network ?? '');
      }
      peer = undefined;
      return found;
    },
  };
}

describe('the one way in for what people tell the directory', () => {
  it('takes GET, HEAD and POST, and HEAD is a GET without what it would say', async (test) => {
    const door = await openDoor(test);
    assert.equal((await door.ask('GET', '/own/a?b=c')).body.toString(), '{"name":"a"}');
    const head = await door.ask('HEAD', '/own/a');
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    await door.send('/own/a', 'text=ja');
    assert.deepEqual(
      door.visits.map(({ method }) => method),
      ['GET', 'GET', 'POST'],
    );
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const answer = await door.ask(method, '/own/a');
      assert.equal(answer.status, 405, method);
      assert.equal(answer.headers.get('allow'), 'GET, HEAD, POST');
    }
    assert.equal(door.visits.length, 3);
    assert.equal((await door.ask('GET', '/elsewhere')).status, 404);
  });

  it('keeps a name as it is written, however the rest of the path is', async (test) => {
    const door = await openDoor(test);
    await door.ask('GET', '/OWN/aBc-_1/');
    assert.equal(door.visits.at(-1)?.name, 'aBc-_1');
  });

  it('answers nobody else: nothing is kept, framed, indexed, or read by another website', async (test) => {
    const door = await openDoor(test);
    const { headers } = await door.ask('GET', '/own/a', { Origin: 'https://evil.example' });
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('etag'), undefined);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-robots-tag'), 'noindex');
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    assert.match(headers.get('vary') ?? '', /\bCookie\b/);
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
    assert.deepEqual(
      [...headers.keys()].filter((name) => name.startsWith('access-control')),
      [],
    );
  });

  it('lets elements on other websites send, and read the answer, where a route is for them', async (test) => {
    const door = await openDoor(test);
    const from = { Origin: 'https://town.example', 'Sec-Fetch-Site': 'cross-site' };
    const preflight = await door.ask('OPTIONS', '/open', from);
    assert.equal(preflight.status, 200);
    assert.equal(preflight.headers.get('access-control-allow-methods'), 'GET, POST');
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
    const answer = await door.send('/open', 'text=ja', from);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('access-control-allow-credentials'), undefined);
    assert.equal(door.visits.length, 1);
  });
});

describe('a form', () => {
  it('is read as browsers write it, several values of a name included', async (test) => {
    const door = await openDoor(test);
    const types = [FORM, `${FORM}; charset=UTF-8`, FORM.toUpperCase(), `${FORM} ; charset=utf-8`];
    for (const type of types) {
      const body = 'text=Caf%C3%A9+%26+Tee&field=a&field=b&empty=';
      assert.equal((await door.send('/own/a', body, { 'Content-Type': type })).status, 200, type);
      const { form } = door.visits.at(-1)!;
      assert.equal(form.get('text'), 'Café & Tee');
      assert.deepEqual(form.getAll('field'), ['a', 'b']);
      assert.equal(form.get('empty'), '');
    }
  });

  it('is no other media type, and none at all', async (test) => {
    const door = await openDoor(test);
    const types = [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      `${FORM}-not`,
      `x${FORM}`,
      '',
    ];
    for (const type of types) {
      const answer = await door.send('/own/a', '{"a":1}', { 'Content-Type': type });
      assert.equal(answer.status, 415, type);
      assert.match(answer.body.toString(), /x-www-form-urlencoded/);
    }
    const bare = [
      ['Host', 'here.example'],
      ['Content-Length', '3'],
    ] as const;
    assert.equal(
      (await door.raw(`${rawRequest('/own/a', bare, { method: 'POST' })}a=b`)).status,
      415,
    );
    assert.equal(door.visits.length, 0);
  });

  it('has at most 262,144 bytes, whatever it says of its length', async (test) => {
    const door = await openDoor(test);
    const most = `a=${'x'.repeat(262_142)}`;
    assert.equal((await door.send('/own/a', most)).status, 200);
    const answer = await door.send('/own/a', `${most}x`);
    assert.equal(answer.status, 413);
    assert.equal(answer.headers.get('connection'), 'close');
    assert.match(answer.body.toString(), /at most 262144 bytes/);
    const chunked = { Host: 'here.example', 'Content-Type': FORM, 'Transfer-Encoding': 'chunked' };
    const head = rawRequest('/own/a', Object.entries(chunked), { method: 'POST' });
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
    assert.equal((await door.raw(`${head}${chunk.repeat(9)}0\r\n\r\n`)).status, 413);
    assert.equal((await door.raw(`${head}3\r\na=b\r\n0\r\n\r\n`)).status, 200);
    assert.equal(door.visits.length, 2);
  });

  it('that breaks off does nothing', async (test) => {
    const door = await openDoor(test);
    const headers = { Host: 'here.example', 'Content-Type': FORM, 'Content-Length': '100' };
    const head = rawRequest('/own/a', Object.entries(headers), { method: 'POST' });
    await door.raw(`${head}all=yes`);
    assert.equal(door.visits.length, 0);
    assert.equal((await door.ask('GET', '/own/a')).status, 200);
  });

  it('of GET is none: what stands in the address is no form', async (test) => {
    const door = await openDoor(test);
    await door.ask('GET', '/own/a?all=yes');
    assert.equal([...door.visits[0]!.form].length, 0);
    assert.equal(door.visits[0]!.parameters.get('all'), 'yes');
  });
});

describe('cookies', () => {
  it('are told by name, with all that stands behind the first equals sign', async (test) => {
    const door = await openDoor(test);
    await door.ask('GET', '/own/a', { Cookie: 'a=1; __Host-b=x=y==; c; =d; __proto__=e' });
    const { cookies } = door.visits[0]!;
    assert.equal(cookies.get('a'), '1');
    assert.equal(cookies.get('__Host-b'), 'x=y==');
    assert.equal(cookies.get('c'), '');
    assert.equal(cookies.get('__proto__'), 'e');
    assert.equal(cookies.get('b'), undefined);
    await door.ask('GET', '/own/a');
    assert.equal(door.visits[1]!.cookies.get('a'), undefined);
  });
});

describe('a form of another website', () => {
  const refused: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: BASE },
    { Origin: 'https://evil.example' },
    { Origin: 'https://feed.example.org.evil.example' },
    { Origin: 'https://feed.example.org:8443' },
  ];
  const taken: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: BASE },
    { Origin: 'null' },
    {},
  ];

  it('is refused where the browser says so', async (test) => {
    const door = await openDoor(test);
    for (const headers of refused) {
      const answer = await door.send('/own/a', 'a=b', headers);
      assert.equal(answer.status, 403, JSON.stringify(headers));
    }
    assert.equal(door.visits.length, 0);
    for (const headers of taken) {
      const answer = await door.send('/own/a', 'a=b', headers);
      assert.equal(answer.status, 200, JSON.stringify(headers));
    }
    assert.deepEqual(
      door.visits.map(({ isFromHere }) => isFromHere),
      [true, undefined, true, undefined, undefined],
    );
  });

  it('is told by the host where no public address is known', async (test) => {
    const door = await openDoor(test, {});
    assert.equal((await door.send('/own/a', 'a=b', { Origin: 'http://here.example' })).status, 200);
    assert.equal((await door.send('/own/a', 'a=b', { Origin: BASE })).status, 403);
  });

  it('may lead to a page: whoever follows a link in a mail comes from elsewhere', async (test) => {
    const door = await openDoor(test);
    const answer = await door.ask('GET', '/own/a', { 'Sec-Fetch-Site': 'cross-site' });
    assert.equal(answer.status, 200);
  });
});

describe('the network of a visit', () => {
  it('is what one customer has, and nothing that could be read', async (test) => {
    const door = await openDoor(test);
    const [one, same, other, six, sixSame, sixOther] = await door.networks(
      ...([['203.0.113.7'], ['203.0.113.200'], ['203.0.114.7']] as const),
      ...([['2001:db8:1:100::1'], ['2001:db8:1:1ff:2::3'], ['2001:db8:1:200::1']] as const),
    );
    assert.equal(one, same);
    assert.notEqual(one, other);
    assert.equal(six, sixSame);
    assert.notEqual(six, sixOther);
    assert.match(one ?? '', /^[\w-]{43}$/);
  });

  it('is the same however the address is written', async (test) => {
    const door = await openDoor(test);
    const [plain, mapped, told, withPort, bracketed] = await door.networks(
      ...([['203.0.113.7'], ['::ffff:203.0.113.7'], ['127.0.0.1', '203.0.113.7']] as const),
      ...([
        ['::ffff:10.0.0.1', '203.0.113.7:50211'],
        ['fe80::1%eth0', '::ffff:203.0.113.7'],
      ] as const),
    );
    assert.deepEqual(new Set([plain, mapped, told, withPort, bracketed]).size, 1);
    const [six, inBrackets] = await door.networks(
      ['2001:db8:1:100::1'],
      ['::1', '[2001:db8:1:100::9]:443'],
    );
    assert.equal(six, inBrackets);
  });

  it('is what the nearest proxy saw, whatever a stranger has made up before', async (test) => {
    const door = await openDoor(test);
    const [known, madeUp, stranger, chain, nonsense] = await door.networks(
      ...([['203.0.113.7'], ['127.0.0.1', '198.51.100.1, 203.0.113.7']] as const),
      ...([
        ['203.0.113.7', '198.51.100.1'],
        ['127.0.0.1', '203.0.113.7, 10.0.0.2, 192.168.1.1'],
      ] as const),
      ...([['127.0.0.1', '<script>, , 203.0.113.7']] as const),
    );
    assert.deepEqual(new Set([known, madeUp, stranger, chain, nonsense]).size, 1);
  });

  it('inside a house is each one’s own', async (test) => {
    const door = await openDoor(test);
    const [one, other] = await door.networks(['127.0.0.1', '10.1.1.5'], ['127.0.0.1', '10.1.2.5']);
    assert.notEqual(one, other);
  });
});
