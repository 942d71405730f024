import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Retries } from '../../server/src/retries.js';

test('what fails is tried again after a second, then after twice as long, a minute at most', async () => {
  let now = 0;
  let tries = 0;
  const retries = new Retries(() => now);
  const fail = () => {
    tries += 1;
    return Promise.reject(new Error(`try ${tries}`));
  };
  await assert.rejects(retries.run(fail), /try 1/);
  for (const pause of [1, 2, 4, 8, 16, 32, 60, 60]) {
    const before = tries;
    now += pause * 1_000 - 1;
    await assert.rejects(retries.run(fail), new RegExp(`try ${before}`));
    now += 1;
    await assert.rejects(retries.run(fail), new RegExp(`try ${before + 1}`));
  }
  now += 60_000;
  assert.equal(await retries.run(async () => 'done'), 'done');
  await assert.rejects(retries.run(fail), /try 10/);
  now += 1_000;
  await assert.rejects(retries.run(fail), /try 11/);
});
