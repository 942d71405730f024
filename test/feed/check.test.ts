import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkTerms, nearest, type Lock, type Query } from '@vielfalt/feed';
import { anyLock } from './arbitraries.js';
import { PROVIDERS, TERMS, uuid } from './fixtures.js';

const NAMES = new Set(Object.values(PROVIDERS).flatMap(({ id, slug }) => [id, slug]));

function unknown(query: Query, lock: Lock = {}) {
  return checkTerms({ query, lock }, TERMS, NAMES).map(({ parameter, value, nearest: near }) =>
    [parameter, value, ...(near ? [near] : [])].join(' '),
  );
}

test('what the directory knows is no problem, be it retired, a slug or an id', () => {
  fc.assert(fc.property(anyLock, (lock) => assert.deepEqual(unknown(lock, lock), [])));
  assert.deepEqual(unknown({ topic: ['german-old'], provider: ['school', uuid(1)] }), []);
});

test('each unknown value is named with its parameter and the nearest that there is', () => {
  assert.deepEqual(
    unknown({ topic: ['german', 'literracy', 'cooking-and-baking'], provider: ['schol'] }),
    ['topic literracy literacy', 'topic cooking-and-baking', 'provider schol school'],
  );
});

test('a lock’s values are named as they were sent', () => {
  assert.deepEqual(
    unknown({ place: ['wittn'] }, { place: ['wittn'], at: ['hatingen'], kind: ['curse'] }),
    [
      'place wittn witten',
      'within.kind curse course',
      'within.place wittn witten',
      'within.at hatingen hattingen',
    ],
  );
});

test('each list has its own words', () => {
  assert.deepEqual(unknown({ topic: ['witten'], place: ['german'], audience: ['course'] }), [
    'topic witten',
    'audience course',
    'place german',
  ]);
});

test('what every object has is no term', () => {
  const hostile = ['constructor', '__proto__', 'tostring', 'hasownproperty'];
  assert.equal(unknown({}, { topic: hostile, place: hostile, provider: hostile }).length, 12);
});

test('the nearest word is one that a slip of the finger explains, whatever its case', () => {
  assert.equal(nearest('Tpoic', ['topic', 'time']), 'topic');
  assert.equal(nearest('evning', ['morning', 'afternoon', 'evening']), 'evening');
  assert.equal(nearest('newsletter', ['morning', 'afternoon', 'evening']), undefined);
  assert.equal(nearest('x'.repeat(100_000), ['topic']), undefined);
});

test('only what is near is offered', () => {
  const places = ['hattingen', 'witten', 'wetter', 'de'];
  for (const word of ['waiblingen', 'winterberg', 'berlin', 'en', 'x']) {
    assert.equal(nearest(word, places), undefined, word);
  }
  for (const [word, meant] of [
    ['whitten', 'witten'],
    ['hatingen', 'hattingen'],
    ['wettre', 'wetter'],
  ] as const) {
    assert.equal(nearest(word, places), meant);
  }
});
