import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { openStore } from '@vielfalt/server';
import { OfflineError, type AskOptions } from '../../server/src/links/ask-links.js';
import { askAndKeep } from '../../server/src/links/keep-links.js';
import type { DirectoryState } from '../../server/src/store/store.js';
import { COMMAND } from '../support/built.js';
import { apply } from './apply.js';
import { check, found } from './check-harness.js';
import { example, offer } from './example.js';
import { directoryFile, offer as fileOffer } from './fixture.js';
import { leadsTo, startSites, there, toHere } from './websites.js';
import { workplace } from './workplace.js';

/** A directory in a store whose offers have these links. */
async function directoryOf(test: TestContext, urls: string[]) {
  const store = await openStore('sqlite::memory:');
  test.after(() => store.close());
  const link = (url: string, at: number) => offer(at + 1, { links: [{ label: 'Seite', url }] });
  await apply(store, { ...example(), offers: urls.map(link), networks: [] });
  const state = (await store.read()) as DirectoryState;
  const ask = (today: string, options: Partial<AskOptions> = {}) =>
    askAndKeep(store, state, today, {
      ...{ agent: 'Vielfalt', signal: new AbortController().signal },
      ...{ lookup: toHere, pause: async () => undefined },
      ...options,
    });
  return { store, state, ask };
}

describe('links that are asked', () => {
  it('are dead once they failed on two days, and alive again as soon as they answer', async (test) => {
    let status = 404;
    const sites = await startSites(test, {
      treff: (_, response) => response.writeHead(status).end(),
    });
    const url = sites.url('treff');
    const { store, ask } = await directoryOf(test, [url]);
    const kinds = async () => {
      const links = [...(await store.papers('link'))];
      const { findings, information } = check({
        links,
        offers: [offer(1, { links: [{ label: 'Seite', url }] })],
      });
      const all = [...findings, ...information];
      return all.filter(({ value }) => value === url).map(({ kind }) => kind);
    };
    await ask('2026-11-23');
    assert.deepEqual(await kinds(), ['failing-link']);
    await ask('2026-11-23');
    assert.deepEqual(await kinds(), ['failing-link']);
    await ask('2026-11-24');
    assert.deepEqual(await kinds(), ['dead-link']);
    assert.deepEqual(
      [...(await store.papers('link'))],
      [
        [
          url,
          {
            ...{ state: 'failing', trouble: 'gone', code: '404' },
            ...{ since: '2026-11-23', asked: '2026-11-24' },
          },
        ],
      ],
    );
    status = 200;
    await ask('2026-11-25');
    assert.deepEqual(await kinds(), []);
  });

  it('are left in peace for six days where they did not fail, else for one', async (test) => {
    const sites = await startSites(test, { good: there });
    const { ask } = await directoryOf(test, [sites.url('good'), sites.url('bad')]);
    const asked = async (today: string) => {
      const before = sites.asked.length;
      await ask(today);
      const pages = sites.asked.slice(before).filter((each) => !each.includes('robots'));
      return [...new Set(pages.map((each) => each.split(' ')[1]))].sort();
    };
    assert.deepEqual(await asked('2026-11-23'), ['bad/', 'good/']);
    assert.deepEqual(await asked('2026-11-23'), []);
    assert.deepEqual(await asked('2026-11-24'), ['bad/']);
    assert.deepEqual(await asked('2026-11-29'), ['bad/', 'good/']);
  });

  it('are forgotten when the directory does not name them any more', async (test) => {
    const sites = await startSites(test, { here: there, gone: there });
    const { store, state, ask } = await directoryOf(test, [sites.url('here'), sites.url('gone')]);
    await ask('2026-11-23');
    const offers = state.offers.slice(0, 1);
    const options = { agent: '', signal: new AbortController().signal };
    await askAndKeep(store, { ...state, offers }, '2026-11-23', options);
    assert.deepEqual([...(await store.papers('link')).keys()], [sites.url('here')]);
  });

  it('are asked once for all that name them, and never where they are examples or no links', async (test) => {
    const sites = await startSites(test, { treff: there });
    const url = sites.url('treff');
    const { ask } = await directoryOf(test, [`${url}#a`, `${url}#b`, 'https://example.org/']);
    assert.deepEqual(await ask('2026-11-23'), { asked: 1, left: 0 });
  });

  it('are kept as far as they answered, when it is broken off or takes too long', async (test) => {
    const broken = new AbortController();
    const sites = await startSites(test, {
      treff({ url }, response) {
        if (url === '/2') broken.abort();
        else response.end();
      },
    });
    const first = sites.url('treff', '/1');
    const { store, ask } = await directoryOf(test, [first, sites.url('treff', '/2')]);
    assert.deepEqual(await ask('2026-11-23', { longest: 0 }), { asked: 0, left: 2 });
    assert.deepEqual(await ask('2026-11-23', { signal: broken.signal }), { asked: 1, left: 1 });
    assert.deepEqual([...(await store.papers('link')).keys()], [first]);
  });

  it('are not noted where this machine reaches nobody', async (test) => {
    const refused = ['http://a.alt:1/', 'http://b.alt:1/', 'http://c.alt:1/'];
    const { store, ask } = await directoryOf(test, refused);
    await assert.rejects(ask('2026-11-23'), OfflineError);
    assert.equal((await store.papers('link')).size, 0);
  });
});

it('a link that has moved for good is named with where it leads now', () => {
  const links = [{ label: 'Seite', url: 'https://alt.treff.alt/kurse#dienstag' }];
  const state = { state: 'alive', since: '2026-11-01', asked: '2026-11-20' } as const;
  const moved = { ...state, to: 'https://neu.treff.alt/kurse', hasMoved: true } as const;
  const [finding] = found('moved-link', {
    offers: [offer(1, { links })],
    links: [['https://alt.treff.alt/kurse', moved]],
  });
  assert.equal(finding?.field, 'links.1.url');
  assert.match(
    finding?.remedy ?? '',
    /leads to https:\/\/neu\.treff\.alt\/kurse#dienstag for good/,
  );
});

describe('vielfalt check --links', () => {
  const INTERNET = new URL('internet.mjs', import.meta.url).href;
  const env = { NODE_OPTIONS: `--import ${INTERNET}`, BASE_URL: 'https://feed.example.org' };

  const fileWith = (...urls: string[]) =>
    directoryFile(urls.map((url, at) => fileOffer(`o${at}`, { links: [{ label: 'Seite', url }] })));

  it('says who asks and why, what moved and what failed, and keeps it for the next check', async (test) => {
    const sites = await startSites(test, {
      good: there,
      old: leadsTo('http://good.alt/', 301),
    });
    const { vielfalt, write } = workplace(test);
    write('d.json', fileWith(sites.url('good'), sites.url('old'), sites.url('nobody')));
    assert.equal((await vielfalt(['import', 'd.json'])).code, 0);
    const { code, stdout, stderr } = await vielfalt(['check', '--links', '--json'], { env });
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^3 web addresses asked\.\n$/m);
    assert.match(
      [...sites.agents].join(),
      /^Vielfalt \(\+https:\/\/feed\.example\.org; asks whether/,
    );
    const { links, information } = JSON.parse(stdout) as ReturnType<typeof check>;
    assert.deepEqual(links, { alive: 1, failing: 2, dead: 0, unclear: 0, unknown: 0 });
    assert.ok(
      information.some(({ kind, value }) => kind === 'failing-link' && value.includes('nobody')),
    );
    const later = await vielfalt(['check']);
    assert.match(later.stdout, /links: 1 alive, 2 failed once/);
  });

  it('broken off by Ctrl-C keeps what was found, and reports it', async (test) => {
    let breakOff = () => {};
    const sites = await startSites(test, {
      treff({ url }, response) {
        if (url === '/2') breakOff();
        else response.end();
      },
    });
    const { place, database, vielfalt, write } = workplace(test);
    write('d.json', fileWith(sites.url('treff', '/1'), sites.url('treff', '/2')));
    assert.equal((await vielfalt(['import', 'd.json'])).code, 0);
    const child = spawn(process.execPath, [COMMAND, 'check', '--links'], {
      cwd: place,
      env: { ...process.env, ...env, DATABASE_URL: `sqlite:${database}` },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (said += String(text)));
    child.stdout.setEncoding('utf8').on('data', (text) => (said += String(text)));
    breakOff = () => child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 0);
    assert.match(said, /1 web addresses asked; 1 are left for the next time/);
    assert.match(
      said,
      /links: 1 alive, 0 failed once, 0 dead, 0 only for people to see, 1 not asked/,
    );
  });
});
