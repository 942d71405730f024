import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  FLAGS,
  LISTS,
  LOCKS,
  parseLock,
  parseQuery,
  parseRequest,
  printQuery,
  printRequest,
  type Query,
} from '@vielfalt/feed';
import { anyLock, anyQuery } from './arbitraries.js';

const parse = (text: string) => parseRequest(new URLSearchParams(text));
const queryOf = (text: string): Query => {
  const { query, problems } = parseQuery(text);
  assert.deepEqual(problems, []);
  return query;
};
const attributes = (given: Record<string, string>) =>
  parseLock((name) => (Object.hasOwn(given, name) ? (given[name] ?? null) : null));

/** Words as the codec keeps them. */
const anyWords = fc
  .string({ unit: 'binary', maxLength: 200 })
  .map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && text.length <= 200);

describe('what is printed reads back the same', () => {
  test('a query and a lock', () => {
    fc.assert(
      fc.property(anyQuery, anyLock, (query, lock) => {
        assert.deepEqual(parse(printRequest({ query, lock })), {
          request: { query, lock },
          problems: [],
        });
      }),
    );
  });

  test('words in any script, with any sign', () => {
    fc.assert(fc.property(anyWords, (q) => assert.deepEqual(queryOf(printQuery({ q })), { q })));
  });

  test('equal queries print equally, whatever the order of parameters and values', () => {
    fc.assert(
      fc.property(anyQuery, fc.infiniteStream(fc.nat()), (query, random) => {
        const shuffled = <Value>(values: Value[]) =>
          values
            .map((value) => [random.next().value, value] as const)
            .sort(([a], [b]) => a - b)
            .map(([, value]) => value);
        const mixed = new URLSearchParams(
          shuffled([...new URLSearchParams(printQuery(query))]).map(([name, value]) => [
            name,
            (LISTS as readonly string[]).includes(name)
              ? shuffled(value.split(',')).join(' , ')
              : ` ${value} `,
          ]),
        );
        assert.equal(printQuery(parseQuery(mixed).query), printQuery(query));
      }),
    );
  });

  test('reads well in an address bar', () => {
    const text = 'q=caf%C3%A9+%26+mehr&topic=german,sport&time=09:00-12:00&near=51.4,7.3&km=5';
    assert.equal(printQuery(queryOf(text)), text);
  });
});

describe('what is written in more than one way means the same', () => {
  test('lists: repeated, doubled, spaced, capital', () => {
    assert.deepEqual(queryOf('topic=sport,german&topic=german, SPORT,,'), {
      topic: ['german', 'sport'],
    });
  });

  test('defaults and empty values ask for nothing', () => {
    assert.deepEqual(queryOf('limit=20&page=1&topic=&q=++&age=&sort='), {});
    assert.deepEqual(queryOf('near=51,7&km=10'), { near: { lat: 51, lng: 7 } });
  });

  test('a point is kept to a metre, an instant in UTC, a level in capitals', () => {
    assert.deepEqual(queryOf('near=51.44361234,-0.000001').near, { lat: 51.44361, lng: 0 });
    for (const text of [
      '2026-09-07T02:00%2B02:00',
      '2026-09-07T02:00+02:00',
      '2026-09-07T02:00%2002:00',
      '2026-09-07T00:00z',
      '2026-09-07t00:00:00z',
    ]) {
      assert.equal(queryOf(`changed=${text}`).changed, '2026-09-07T00:00:00.000Z', text);
    }
    assert.equal(queryOf('level=b1').level, 'B1');
  });
});

/** Parameter, value, nearest. */
const WRONG: [string, string, string?][] = [
  ['topics', 'german', 'topic'],
  ['utm_source', 'newsletter'],
  ['within.topics', 'german', 'within.topic'],
  ['within.q', 'german'],
  ['within.near', '51,7'],
  ['within.sort', 'title'],
  ['within.', 'x'],
  ['q', 'x'.repeat(201)],
  ['topic', 'Deutsch lernen'],
  ['topic', 'german,../etc'],
  ['provider', '<script>'],
  ['spoken', 'german_de'],
  ['spoken', 'Arabisch'],
  ['spoken', 'de,ukrainian'],
  ['level', 'B3', 'B1'],
  ['age', '12.5'],
  ['age', '121'],
  ['age', '1e2'],
  ['free', 'yess', 'yes'],
  ['free', 'true', 'yes'],
  ['online', 'no', 'yes'],
  ['day', 'mo,monday'],
  ['time', 'mornin', 'morning'],
  ['time', '12:00-09:00'],
  ['time', '9:00-12:00'],
  ['time', '23:00-24:30'],
  ['time', 'constructor'],
  ['time', '__proto__'],
  ['near', '51.4'],
  ['near', '91,7'],
  ['near', '51,7,3'],
  ['changed', '2026-09-07'],
  ['changed', '2026-13-07T00:00:00Z'],
  ['changed', '2026-02-30T00:00:00Z'],
  ['changed', '2027-02-29T12:00:00+01:00'],
  ['changed', '2026-09-07 00:00:00Z'],
  ['changed', '9999-12-31T23:59:59-23:59'],
  ['sort', 'titel', 'title'],
  ['limit', '0'],
  ['limit', '101'],
  ['page', '0'],
  ['lang', 'deutsch!'],
  ['km', '5'],
];

describe('what is wrong is named', () => {
  for (const [parameter, value, near] of WRONG) {
    test(`${parameter}=${value.slice(0, 30)}`, () => {
      const { request, problems } = parse(String(new URLSearchParams([[parameter, value]])));
      assert.equal(problems.length, 1);
      const [{ detail, nearest, ...named }] = problems as [(typeof problems)[number]];
      assert.deepEqual(named, { parameter, value });
      assert.ok(detail);
      if (near) assert.equal(nearest, near);
      assert.deepEqual(request, { query: {}, lock: {} });
    });
  }

  test('the rest is read all the same', () => {
    const { request, problems } = parse('topic=german&level=Z9&within.age=x&within.at=witten');
    assert.deepEqual(request, { query: { topic: ['german'] }, lock: { at: ['witten'] } });
    assert.deepEqual(
      problems.map(({ parameter }) => parameter),
      ['level', 'within.age'],
    );
  });

  test('what may stand only once', () => {
    const { request, problems } = parse('age=7&age=8&near=51,7&near=51,8&km=5');
    assert.deepEqual(request.query, {});
    assert.deepEqual(
      problems.map(({ parameter, value }) => [parameter, value]),
      [
        ['age', '7,8'],
        ['near', '51,7,51,8'],
      ],
    );
  });

  test('a distance from nowhere is left out', () => {
    assert.deepEqual(parse('near=here&km=5').request.query, {});
  });

  test('a lock in a visitor’s query', () => {
    const { query, problems } = parseQuery('topic=german&within.topic=sport');
    assert.deepEqual(query, { topic: ['german'] });
    assert.deepEqual(
      problems.map(({ parameter, value, nearest }) => ({ parameter, value, nearest })),
      [{ parameter: 'within.topic', value: 'sport', nearest: 'topic' }],
    );
  });
});

describe('a lock from attributes', () => {
  test('is read as the parameters are', () => {
    fc.assert(
      fc.property(anyLock, (lock) => {
        const given = Object.fromEntries(new URLSearchParams(printQuery(lock)));
        assert.deepEqual(attributes(given), { lock, problems: [] });
      }),
    );
  });

  test('a flag may stand without a value', () => {
    const given = Object.fromEntries(FLAGS.map((flag, n) => [flag, ['', ' ', 'yes'][n % 3] ?? '']));
    assert.deepEqual(attributes(given).lock, Object.fromEntries(FLAGS.map((flag) => [flag, true])));
  });

  test('what cannot be read is a problem, never less of a lock in silence', () => {
    for (const name of LOCKS) {
      const { lock, problems } = attributes({ [name]: '?!' });
      assert.deepEqual(lock, {});
      assert.deepEqual([problems.length, problems[0]?.parameter], [1, name]);
    }
  });

  test('other attributes are not looked at', () => {
    assert.deepEqual(attributes({ start: 'topic=sport', sort: 'x', q: 'y', class: 'z' }), {
      lock: {},
      problems: [],
    });
  });
});

describe('hostile addresses', () => {
  const name = fc.oneof(
    fc.constantFrom<string>(...LOCKS, 'q', 'near', 'km', 'changed', 'lang', 'page', '__proto__'),
    fc.constantFrom('constructor', 'within.__proto__', 'within.toString', 'hasOwnProperty'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('__proto__', 'constructor', '\ud800', '%', '%zz', '%00', '🏳️‍🌈', 'x'.repeat(1e4)),
    fc.constantFrom(',,,', 'a,'.repeat(5_000), 'null', 'NaN', '1e9', '-', '9'.repeat(400)),
  );

  test('are read without a throw, into nothing but known names', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
        const { request } = parseRequest(new URLSearchParams(pairs));
        const known = new Set<string>(['q', 'near', 'km', 'changed', 'lang', 'page', ...LOCKS]);
        for (const member of [...Object.keys(request.query), ...Object.keys(request.lock)]) {
          assert.ok(known.has(member) || ['sort', 'limit'].includes(member), member);
        }
        assert.equal(Object.getPrototypeOf(request.lock), Object.prototype);
        assert.deepEqual(parse(printRequest(request)), { request, problems: [] });
      }),
    );
  });

  test('raw text too', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseQuery(text)));
  });

  test('attributes too', () => {
    fc.assert(fc.property(value, (text) => void parseLock(() => text)));
  });
});
