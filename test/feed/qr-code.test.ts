import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { qrCode } from '@vielfalt/feed/qr-code';

describe('The QR code of an address', () => {
  it('keeps four modules around it empty', () => {
    const code = qrCode('https://feed.example.org/?place=witten');
    assert.ok(code);
    const { size, path } = code;
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
    assert.ok(runs.length > 100);
    for (const [x = 0, y = 0, width = 0] of runs) {
      assert.ok(x >= 4 && y >= 4 && x + width <= size - 4 && y < size - 4, `${x} ${y} ${width}`);
    }
  });

  it('is left out where it would be too fine for paper', () => {
    const address = (length: number) => 'https://feed.example.org/?q='.padEnd(length, 'x');
    assert.ok(qrCode(address(600)));
    assert.equal(qrCode(address(601)), undefined);
  });
});
