import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Published } from '../../server/src/answers/published.js';
import { Publisher } from '../../server/src/answers/publisher.js';
import type { Store } from '../../server/src/store/store.js';

const BEFORE_MIDNIGHT = Date.parse('2026-11-23T23:50:00+01:00');

it('a new revision does not wait for the next day, which another process makes', async () => {
  let revision = 1;
  const asked: string[] = [];
  const open = async () =>
    ({
      revision,
      stamp: '',
      isInStore: true,
      directory: { timeZone: 'Europe/Berlin' },
      prepare: (date: string) => {
        asked.push(date);
        return date === '2026-11-24' ? new Promise(() => {}) : Promise.resolve();
      },
    }) as unknown as Published;
  const latest = async () => ({ revision, stamp: '' });
  const store = { latest, has: async () => true } as unknown as Store;
  const publisher = new Publisher(store, () => BEFORE_MIDNIGHT, undefined, open);
  await publisher.check();
  await publisher.check();
  assert.deepEqual([...new Set(asked)], ['2026-11-23', '2026-11-24']);
  revision = 2;
  await publisher.check();
  assert.equal(publisher.revision, 2);
});
