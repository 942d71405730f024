import { after } from 'node:test';
import { importFile, openStore, type Changes } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import { MONDAY_NOON } from './example.js';
import { startFeed, type Feed, type Lasting } from './feed-harness.js';

let changes: Promise<Changes> | undefined;
let shared: Promise<Feed> | undefined;

/** The whole demo directory as an import leaves it, in the week of the tests' clock. */
async function importDemo(): Promise<Changes> {
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

/** A feed service with the demo directory, for tests that change something of it. */
export async function startDemoFeed(test: Lasting): Promise<Feed> {
  changes ??= importDemo();
  return startFeed(test, { changes: await changes, baseUrl: 'https://feed.example.org' });
}

/** One for all tests of this process that only ask. */
export function demoFeed(): Promise<Feed> {
  return (shared ??= startDemoFeed({ after: () => undefined }));
}
after(async () => (await shared)?.stop());
