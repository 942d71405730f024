import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { importFile, openStore, type Store } from '@vielfalt/server';
import type { FeedOutcome } from '../../server/src/importing/feed/import-feed.js';
import { uuid } from '../support/records.js';
import { fileOf, takeFeed, type TakeOptions } from './federation.js';
import { NOW, offer } from './fixture.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What a page of records may be made of. */
export interface Told {
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

export function page({
  directory,
  total,
  providers = [],
  offers = [],
  networks = [],
}: Told): object {
  return {
    directory: { ...HEAD, ...directory },
    total: total ?? providers.length + offers.length + networks.length,
    ...{ providers, offers, networks },
  };
}

/** A provider and an offer of the foreign feed. */
export const theirProvider = {
  id: uuid(1),
  slug: 'fremd',
  name: 'Fremder Verein',
  changed: '2026-09-01T00:00:00Z',
};
export function theirOffer(number: number, more: object = {}): object {
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

export function json(response: ServerResponse, body: object): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

/** Starts a server that answers as it likes. */
export async function startLiar(test: TestContext, handle: Handler) {
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
export function telling(told: () => Told, vocabulary: object = {}): Handler {
  return ({ url = '' }, response) => {
    if (url.startsWith('/v1/vocabulary')) json(response, { vocabulary });
    else if (url.includes('changed=')) json(response, page({ directory: told().directory ?? {} }));
    else json(response, page(told()));
  };
}

export async function startHere(test: TestContext): Promise<Store> {
  const store = await openStore('sqlite::memory:');
  test.after(() => store.close());
  await importFile(store, fileOf('Land', [offer('1', { title: 'Unser' })]), { now: NOW });
  return store;
}

/** Imports, and expects that nothing but the history is another afterwards. */
export async function refused(store: Store, url: string, more?: TakeOptions): Promise<string> {
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

type Imported = Extract<FeedOutcome, { outcome: 'imported' }>;
type Report = Extract<Imported['imported'], { outcome: 'done' }>['report'];
type State = NonNullable<Awaited<ReturnType<Store['read']>>>;

/** Imports, and expects that it is done. */
export async function taken(
  store: Store,
  url: string,
  more?: TakeOptions,
): Promise<Report & Pick<Imported, 'notes'> & { state: State }> {
  const outcome = await takeFeed(store, url, 'other', more);
  assert.ok(outcome.outcome === 'imported');
  assert.equal(outcome.imported.outcome, 'done', JSON.stringify(outcome.imported));
  assert.ok(outcome.imported.outcome === 'done');
  const state = await store.read();
  assert.ok(state);
  return { state, ...outcome.imported.report, notes: outcome.notes };
}
