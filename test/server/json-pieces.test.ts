import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonPieces } from '../../server/src/http/json.js';

const EXAMPLES = [
  {},
  [],
  { a: undefined },
  { a: 1, b: undefined, c: null, d: 'ü"\n' },
  [1, undefined, [undefined, { a: undefined }]],
  { list: [{ deep: { deeper: [{ still: [[]] }] } }, {}, []], '"': { '': {}, x: undefined } },
];

describe('JSON in pieces', () => {
  for (const value of EXAMPLES) {
    const whole = JSON.stringify(value);
    it(`is what it is in one: ${whole}`, () => {
      assert.equal([...jsonPieces(value)].join(''), whole);
    });
  }

  it('has what lists hold one by one, each made when it is its turn', () => {
    let made = 0;
    function* numbers() {
      for (made = 1; made < 4; made++) yield { made };
    }
    let written = '';
    for (const piece of jsonPieces({ numbers: numbers() })) {
      written += piece;
      if (piece.includes('"made":1')) assert.equal(made, 1);
    }
    assert.equal(written, '{"numbers":[{"made":1},{"made":2},{"made":3}]}');
  });
});
