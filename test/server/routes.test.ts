import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { describe, it } from 'node:test';
import { documentedPath } from '../../server/src/resources/operation.js';
import { ROUTES } from '../../server/src/routes.js';
import { startFeed } from './feed-harness.js';

/** The rows of the guide's first table: an address and what it answers. */
function documentedRoutes(): string[][] {
  const guide = readFileSync(new URL('../../docs/feed.md', import.meta.url), 'utf8');
  const table =
    /^\| address .*\n\|[- |]+\n(?<rows>(?:\|.*\n)+)/m.exec(guide)?.groups?.['rows'] ?? '';
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

describe('routes', () => {
  it('stand in the guide as they are described', () => {
    const rows = ROUTES.flatMap(({ path, summary }) =>
      summary === undefined ? [] : [[`\`${documentedPath(path)}\``, summary]],
    );
    assert.deepEqual(documentedRoutes(), rows, 'bring the table in docs/feed.md up to date');
  });

  it('have a path of their own', () => {
    const paths = ROUTES.map(({ path }) => path);
    assert.deepEqual([...new Set(paths)], paths);
  });

  it('are summed up where programs are told of them', () => {
    for (const { path, operation, summary } of ROUTES) {
      assert.ok(!operation || summary, `${path} has an operation and no summary`);
    }
  });
});

describe('an answer', () => {
  /** Names and values as they travel; the connection's own and the clock's are no part of it. */
  function rawHeaders(url: string, method: string): Promise<string[]> {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, agent: false }, (response) => {
        response.resume();
        resolve(response.rawHeaders.filter((_, at, all) => all[at - (at % 2)] !== 'Date'));
      });
      sent.on('error', reject).end();
    });
  }

  it('has the same headers when it is made and when it is remembered', async (test) => {
    const feed = await startFeed(test);
    for (const path of ['/v1/offers', '/', '/v1/openapi.json', '/robots.txt']) {
      const made = await rawHeaders(feed.url + path, 'GET');
      const remembered = await rawHeaders(feed.url + path, 'GET');
      assert.deepEqual(remembered, made, path);
      assert.deepEqual(await rawHeaders(feed.url + path, 'HEAD'), made, path);
    }
  });
});
