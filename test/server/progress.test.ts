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

/** The lines that a terminal shows of steps that end at a share, each after so many milliseconds. */
function ofSteps(steps: readonly (readonly [after: number, share: number, what: string])[]) {
  let text = '';
  let now = 0;
  const output = {
    isTTY: true,
    write: (part: string | Uint8Array) => (text += String(part)) !== '',
  };
  const bar = new ProgressBar('Reading', output, () => now);
  for (const [after, share, what] of steps) {
    now += after;
    bar.show(share, what);
  }
  return text.split('\r').slice(1);
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

  test('tells what is being done, and how long it will take where that is long', () => {
    const lines = ofSteps([
      [60_000, 0.1, 'Reading'],
      [60_000, 0.5, 'Writing'],
      [10_000, 0.6, 'Writing'],
      [90_000, 0.9, 'Keeping'],
    ]);
    assert.deepEqual(
      lines.map((line) => line.replace(/\[.*\]/, '').trimEnd()),
      [
        'Reading    10 %, 9 minutes left',
        'Writing    50 %, 2 minutes left',
        'Writing    60 %, 2 minutes left',
        'Keeping    90 %',
      ],
    );
    // Each line covers all of the one before.
    assert.ok(lines.every(({ length }, at) => length >= (lines[at - 1]?.length ?? 0)));
  });

  test('never goes back', () => {
    const lines = ofSteps([
      [1, 0.5, 'Reading'],
      [1, 0.4, 'Writing'],
    ]);
    assert.match(lines[1] ?? '', /^Writing .* 50 %/);
  });

  test('is elsewhere a line now and then of what takes long', () => {
    const shares = Array.from({ length: 12 }, (_, at) => at / 12);
    assert.equal(printed(false, shares), 'Reading: 33 %\nReading: 75 %\n');
  });

  test('is not said elsewhere of what is soon done', () => {
    assert.equal(printed(false, [0, 0.5, 1]), '');
  });
});
