import type { TestContext } from 'node:test';
import { importFile, openStore, type Changes } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import { MONDAY_NOON } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';

/** The whole demo directory as an import leaves it, in the week of the tests' clock. */
async function demoChanges(): Promise<Changes> {
  const store = await openStore('sqlite::memory:');
  try {
    await importFile(store, demoDirectory('2026-11-23'), { now: MONDAY_NOON });
    const state = await store.read();
    if (!state) throw new Error('The demo was not imported.');
    const { directory, vocabulary, sources, providers, offers, networks } = state;
    return { directory, vocabulary, sources, providers, offers, networks };
  } finally {
    await store.close();
  }
}

/** A feed service with the demo directory. */
export async function startDemoFeed(test: TestContext): Promise<Feed> {
  return startFeed(test, { changes: await demoChanges(), baseUrl: 'https://feed.example.org' });
}
