import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { DirectoryFile, Offer } from '@vielfalt/feed';
import { importFile, openStore, startService, type Store } from '@vielfalt/server';
import { pino } from 'pino';
import { RemoteFeed } from '../../server/src/importing/feed/remote-feed.js';
import {
  importFeed,
  type FeedImportOptions,
  type FeedOutcome,
} from '../../server/src/importing/feed/import-feed.js';
import { directory, directoryFile, NOW, provider, vocabulary } from './fixture.js';
import { freePort } from '../support/free-port.js';

/** A directory that is served, and takes others over. */
export interface County {
  name: string;
  url: string;
  store: Store;
  /** Imports a file of its own, as its office would. */
  keep(file: DirectoryFile, now?: number): Promise<void>;
  /** Imports another directory. */
  take(other: { url: string }, source: string, more?: TakeOptions): Promise<FeedOutcome>;
  offers(): Promise<Offer[]>;
  refresh(): Promise<void>;
}

export type TakeOptions = Partial<
  Omit<FeedImportOptions, 'remote' | 'address' | 'source'> & { mostBytes: number; whole: number }
>;

/** A county's own file: one provider, `p`, and these offers; its name stands in its title. */
export function fileOf(
  name: string,
  offers: DirectoryFile['offers'] = [],
  more: Partial<DirectoryFile> = {},
): DirectoryFile {
  const record = {
    ...directory,
    title: `Angebote ${name}`,
    publisher: { name: `Kreis ${name}` },
    reportTo: `fehler@${name.toLowerCase()}.example`,
    licence: { name: 'CC BY 4.0' },
  };
  return directoryFile(offers, {
    directory: record,
    vocabulary,
    providers: [provider('p', { name: `Verein ${name}` })],
    ...more,
  });
}

/** Starts a county whose service knows its own address, as in earnest. */
export async function startCounty(
  test: TestContext,
  name: string,
  offers: DirectoryFile['offers'] = [],
  more: Partial<DirectoryFile> = {},
): Promise<County> {
  const store = await openStore('sqlite::memory:');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const keep = async (file: DirectoryFile, now = NOW) => {
    const { outcome } = await importFile(store, file, { now, allowRetiring: true });
    if (outcome !== 'done') throw new Error(outcome);
  };
  await keep(fileOf(name, offers, more));
  const service = await startService({
    ...{ store, port, baseUrl: url },
    log: pino({ level: 'silent' }),
    clock: () => NOW,
  });
  test.after(async () => {
    await service.stop();
    await store.close();
  });
  const refresh = async () => {
    await service.refresh();
    await service.refresh();
  };
  return {
    ...{ name, url, store, keep, refresh },
    async take(other, source, options = {}) {
      const outcome = await takeFeed(store, other.url, source, { own: url, ...options });
      await refresh();
      return outcome;
    },
    async offers() {
      const state = await store.read();
      return (state?.offers ?? []).filter(({ status }) => status !== 'retired');
    },
  };
}

type Imported = Extract<FeedOutcome, { outcome: 'imported' }>;
type ImportReport = Extract<Imported['imported'], { outcome: 'done' }>['report'];

/** The counts of an import's only source, and what is noted. */
export function countsOf(
  outcome: FeedOutcome,
): Partial<ImportReport['sources'][number]> & Pick<Imported, 'notes'> {
  assert.ok(outcome.outcome === 'imported');
  assert.ok(outcome.imported.outcome === 'done', JSON.stringify(outcome.imported));
  return { ...outcome.imported.report.sources[0], notes: outcome.notes };
}

/** Imports a feed on this machine, without waiting between tries. */
export function takeFeed(
  store: Store,
  url: string,
  source: string,
  { mostBytes, whole, ...options }: TakeOptions = {},
): Promise<FeedOutcome> {
  const remote = new RemoteFeed({
    agent: 'Vielfalt (+https://test.example)',
    allowPrivate: true,
    pause: async () => undefined,
    ...(mostBytes !== undefined && { mostBytes }),
    ...(whole !== undefined && { whole }),
  });
  return importFeed(
    { store },
    { remote, address: `${url}/`, source, now: NOW, addsTerms: true, ...options },
  );
}
