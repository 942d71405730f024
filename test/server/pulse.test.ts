import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pulse } from '../../server/src/answers/pulse.js';
import type { RevisionId } from '../../server/src/store/records.js';

/** A store that answers when the test has it answer. */
function startPulse() {
  let questions = 0;
  let answer: (revision: RevisionId) => void = () => {};
  const pulse = new Pulse(() => {
    questions += 1;
    return new Promise((resolve) => (answer = resolve));
  });
  return {
    pulse,
    questions: () => questions,
    answer: (revision: number) => answer({ revision, stamp: '' }),
  };
}

const never = new Promise<never>(() => undefined);
const SILENT = { name: 'StoreError', trouble: 'unreachable' };

test('a store that answers is asked each time', async () => {
  const { pulse, questions, answer } = startPulse();
  for (const revision of [3, 4]) {
    const asked = pulse.latest();
    answer(revision);
    assert.equal((await asked).revision, revision);
  }
  assert.equal(questions(), 2);
  assert.equal(pulse.isSilent, false);
});

test('one that is silent is not asked further, until it answers again', async () => {
  const { pulse, questions, answer } = startPulse();
  await assert.rejects(pulse.latest(), SILENT);
  assert.equal(pulse.isSilent, true);
  await assert.rejects(pulse.latest(), SILENT);
  assert.equal(questions(), 1);
  // Who has waited long already is told at once; whose work is done has it all the same.
  await assert.rejects(pulse.heard(never, performance.now() - 5_000), SILENT);
  assert.equal(await pulse.heard(Promise.resolve('done'), performance.now()), 'done');
  answer(1);
  await new Promise(setImmediate);
  assert.equal(pulse.isSilent, false);
  const again = pulse.latest();
  assert.equal(questions(), 2);
  answer(2);
  assert.equal((await again).revision, 2);
});

test('work that takes long is waited for while the store answers', async () => {
  const { pulse } = startPulse();
  const work = new Promise((resolve) => setTimeout(resolve, 600, 'done'));
  assert.equal(await pulse.heard(work, performance.now() - 5_000), 'done');
});
