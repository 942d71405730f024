import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ProgressBar } from '../../server/src/command/progress.js';

/** What is printed of work whose shares come six seconds after each other. */
function printed(isTTY: boolean, shares: readonly number[]): string {
  let text = '';
  let now = 0;
  const output = { isTTY, write: (part: string | Uint8Array) => (text += String(part)) !== '' };
  const bar = new ProgressBar('Reading', output, () => now);
  for (const share of shares) {
    now += 6_000;
    bar.show(share);
  }
  bar.end();
  return text;
}

describe('how far a long command has come', () => {
  test('is a bar on a terminal, drawn where it grows, and gone at the end', () => {
    const bar = printed(true, [0, 0.001, 0.5, 1.2]);
    assert.deepEqual(bar.split('\r'), [
      '',
      `Reading  [${'.'.repeat(30)}]   0 %`,
      `Reading  [${'#'.repeat(15)}${'.'.repeat(15)}]  50 %`,
      `Reading  [${'#'.repeat(30)}] 100 %`,
      '\u001b[K',
    ]);
  });

  test('is elsewhere a line now and then of what takes long', () => {
    const shares = Array.from({ length: 12 }, (_, at) => at / 12);
    assert.equal(printed(false, shares), 'Reading: 33 %\nReading: 75 %\n');
  });

  test('is not said elsewhere of what is soon done', () => {
    assert.equal(printed(false, [0, 0.5, 1]), '');
  });
});
