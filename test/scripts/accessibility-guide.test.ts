import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

/** The criteria of WCAG 2.2, levels A and AA. */
const CRITERIA = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
};

const guide = readFileSync('docs/accessibility.md', 'utf8');

const rows = [
  ...guide.matchAll(/^\| (\d\.\d\.\d+) ([^|]+)\|([^|]+)\|([^|]+)\|([^|]*)\|([^|]*)\|$/gm),
].map(([, number = '', ...cells]) => {
  const [name, level, applies, how, test] = cells.map((cell) => cell.trim());
  return { number, name, level, applies, how, test };
});

describe('The guide to accessibility', () => {
  it('goes through all 55 criteria, each once, with its level', () => {
    const listed = rows.map(({ number, level }) => `${number} ${level}`);
    const expected = Object.entries(CRITERIA).flatMap(([level, numbers]) =>
      numbers.split(' ').map((number) => `${number} ${level}`),
    );
    assert.equal(expected.length, 55);
    assert.deepEqual(listed.sort(), expected.sort());
  });

  it('says of each that applies how it is met and what holds it, of others why not', () => {
    for (const { number, applies = '', how, test = '' } of rows) {
      assert.match(applies, /^(yes|no: .+)$/, number);
      if (applies !== 'yes') continue;
      assert.ok(how, number);
      assert.match(test, /^(by reading$|\[)/, number);
    }
  });

  it('names only files that there are', () => {
    const named = [...guide.matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, path = '']) => path);
    assert.ok(named.length > 30);
    for (const path of named) assert.ok(existsSync(join('docs', path)), path);
  });
});
