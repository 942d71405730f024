import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { NetworksAnswer } from '@vielfalt/feed';
import { startFeed } from './feed-harness.js';
import {
  PLACES,
  TOPICS,
  NETWORKS,
  directory,
  lineage,
  membersOf,
  type Fixed,
  networksInside,
  lock,
  printed,
  type Shown,
  ask,
  attempt,
  offersInside,
  networkNames,
} from './lock-attempts.js';

/** The link to all offers of a step, with their number unless it is one. */
const STEP = /id="all-\d+"\s+href="\/\?([^"]*)"[^>]*>[^<\d]*(\d+)?/g;

/** The choices in the forms of a page, as parameters. */
function choicesOn({ text }: Shown): [name: string, value: string][] {
  const fields = text.matchAll(/<select id="[^"]*" name="([^"]*)">([\s\S]*?)<\/select>/g);
  return [...fields].flatMap(([, name = '', options = '']) =>
    [...options.matchAll(/<option value="([^"]+)"/g)].map(([, value = '']): [string, string] => [
      name,
      value,
    ]),
  );
}

const each = (path: string, ending = '') =>
  fc.integer({ min: 0, max: 13 }).map((n) => `${path}${n}${ending}`);

describe('under a lock', () => {
  it('networks, their members, meetings and picture are those inside it', async (test) => {
    const feed = await startFeed(test, { changes: directory() });
    const addresses = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('/networks', '/v1/networks') },
      each('/networks/network-'),
      each('/v1/networks/network-'),
      each('/networks/network-', '.ics'),
    );
    await attempt(feed, addresses, async (fixed) => networkNames(fixed), 400);
  });

  it('a network is there if and only if it is inside, and counted so', async (test) => {
    const feed = await startFeed(test, { changes: directory() });
    await fc.assert(
      fc.asyncProperty(lock, async (fixed) => {
        const query = printed(fixed, [], false);
        const inside = networksInside(fixed);
        const { status, json } = await feed.get(`/v1/networks?${query}`);
        const page = await ask(feed, `/networks?${query}`);
        const isKnown = Object.keys(fixed).every((name) =>
          ['topic', 'place', 'provider'].includes(name),
        );
        const isRight = isKnown && fixed['place']?.[0] !== 'nowhere';
        assert.equal(page.status, isRight ? 200 : 400);
        assert.equal(status, isRight ? 200 : 400);
        if (!isRight) return;
        const { total, networks } = json<NetworksAnswer>();
        const expected = inside.map(({ name }) => name).sort();
        assert.deepEqual(networks.map(({ name }) => name).sort(), expected);
        assert.equal(total, inside.length);
        for (const { name, members } of networks) {
          const record = inside.find((one) => one.name === name)!;
          assert.equal(members, membersOf(record).length, name);
        }
        const rows = page.text.match(/<th scope="row">/g) ?? [];
        assert.equal(rows.length, inside.length);
        for (const [name, value] of choicesOn(page)) {
          const narrowed = await feed.get(`/v1/networks?${query}&${name}=${value}`);
          assert.ok(narrowed.json<NetworksAnswer>().total > 0, `${name}=${value} in ${query}`);
        }
        for (const { slug } of NETWORKS) {
          const isInside = inside.some((one) => one.slug === slug);
          const { status: own } = await feed.get(`/networks/${slug}?${query}`);
          assert.equal(own, isInside ? 200 : 404, `${slug} in ${query}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('neighbours of an offer are offers inside it', async (test) => {
    const feed = await startFeed(test, { changes: directory() });
    const addresses = fc.integer({ min: 0, max: 59 }).map((n) => `/v1/similar/offer-${n}`);
    await attempt(feed, addresses, (fixed) => offersInside(feed, fixed), 300);
  });

  it('the first weeks lead to offers inside it', async (test) => {
    const feed = await startFeed(test, { changes: directory() });
    await attempt(feed, fc.constant('/newcomers'), (fixed) => offersInside(feed, fixed), 100);
  });

  it('the first weeks count what their links lead to', async (test) => {
    const feed = await startFeed(test, { changes: directory() });
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(lock, fc.constantFrom('', 'place=witten&'), async (fixed, town) => {
        const { text } = await ask(feed, `/newcomers?${town}${printed(fixed, [], false)}`);
        for (const [, query, number] of text.matchAll(STEP)) {
          const { total } = await feed.offers(query!);
          assert.equal(Number(number ?? 1), total, query);
          seen += 1;
        }
      }),
      { numRuns: 40 },
    );
    assert.ok(seen > 40, `only ${seen} links were seen`);
  });

  it('gaps are of its towns, topics and audiences', async (test) => {
    const feed = await startFeed(test, { changes: directory() });
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(lock, async (fixed) => {
        const { text } = await ask(feed, `/professionals?${printed(fixed, [], false)}`);
        const list = /<ol class="gaps">([\s\S]*?)<\/ol>/.exec(text)?.[1] ?? '';
        for (const [, town, parts = ''] of list.matchAll(
          /<strong>Ort (\w+)<\/strong>:\s*([^<]*)/g,
        )) {
          seen += 1;
          const topic = /Thema (\w+)/.exec(parts)?.[1];
          const audience = /Für (\w+)/.exec(parts)?.[1];
          const found = { place: lineage(PLACES, town), topic: lineage(TOPICS, topic), audience };
          for (const [name, ids = []] of Object.entries(fixed)) {
            const inside = found[name as keyof typeof found] ?? [];
            assert.ok(
              ids.some((id) => inside.includes(id)),
              `${town}: ${parts} in ${name}=${ids.join()}`,
            );
          }
        }
      }),
      { numRuns: 60 },
    );
    assert.ok(seen > 20, `only ${seen} gaps were seen`);
  });

  it('those who help see offers, networks and who could offer something inside it', async (test) => {
    const feed = await startFeed(test, { changes: directory() });
    const allowed = async (fixed: Fixed) =>
      new Set([
        ...(await offersInside(feed, fixed)),
        ...networksInside(fixed).map(({ name }) => name),
      ]);
    await attempt(feed, fc.constant('/professionals'), allowed, 100);
  });
});
