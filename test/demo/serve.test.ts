import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { serveHosts, type Hosts } from '../../demo/serve.mjs';
import { hostsIn, isFictionalPhone, isReservedHost, phonesIn } from './fiction.js';

const FEED = 'http://feed.example.net:8080';
const PAGES = [
  '/',
  '/town/',
  '/town/angebote.html',
  '/town/impressum.html',
  '/school/',
  '/provider/',
];

let hosts: Hosts;
before(async () => (hosts = await serveHosts({ feedUrl: FEED })));
after(() => hosts.close());

/** Asks for a path as it stands: `fetch` would tidy it up first. */
function ask(path: string, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(hosts.url);
      request({ hostname, port, path, method }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('the server of the host websites', () => {
  for (const page of PAGES) {
    it(`shows ${page} with the feed's address in it`, async () => {
      const { status, headers, body } = await ask(page);
      assert.equal(status, 200);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
      assert.equal(headers['cache-control'], 'no-store');
      assert.ok(!body.includes('feed.example.org'));
      const usesWidget = body.includes('<vielfalt-');
      assert.equal(body.includes(`src="${FEED}/widget/v1/vielfalt.js"`), usesWidget);
    });
  }

  it('sends style sheets as such', async () => {
    const { status, headers } = await ask('/town/site.css');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/css; charset=utf-8');
  });

  it('leads from a folder without a slash to the one with it', async () => {
    const { status, headers } = await ask('/school');
    assert.equal(status, 308);
    assert.equal(headers['location'], 'school/');
  });

  for (const path of [
    '/../serve.mjs',
    '/town/../../serve.mjs',
    '/%2e%2e/serve.mjs',
    '/town/%2e%2e%2f%2e%2e%2fserve.mjs',
    '/..%5c..%5cpackage.json',
    '/town/%00.css',
    '/%E0%A4%A.html',
    '//etc/passwd',
    '/town/nothing.html',
  ]) {
    it(`has nothing at ${path}`, async () => {
      assert.equal((await ask(path)).status, 404);
    });
  }

  it('answers HEAD without a body and refuses what would change something', async () => {
    const head = await ask('/', 'HEAD');
    assert.deepEqual([head.status, head.body], [200, '']);
    const post = await ask('/', 'POST');
    assert.deepEqual([post.status, post.headers['allow']], [405, 'GET, HEAD']);
  });
});

describe('the host websites', () => {
  for (const page of PAGES) {
    it(`${page} is fiction and loads nothing but the feed's one script`, async () => {
      const { body } = await ask(page);
      const text = body.replaceAll(FEED, '').replace(/<svg.*?<\/svg>/gs, '');
      assert.deepEqual(
        hostsIn(text).filter((host) => !isReservedHost(host)),
        [],
      );
      assert.deepEqual(
        phonesIn(text.replaceAll('&nbsp;', ' ')).filter((phone) => !isFictionalPhone(phone)),
        [],
      );
      assert.ok((body.match(/<script/g) ?? []).length <= 1);
      assert.match(body, /<html lang="de"/);
    });
  }
});
