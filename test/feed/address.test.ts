import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressParameters, embedded, meantLock } from '@vielfalt/feed';

const read = (query: string) => embedded(new URLSearchParams(query));

describe("the directory's address, embedded", () => {
  it('locks all that can be locked, and leaves words and what is near to visitors', () => {
    const query = 'place=witten&topic=language,sport&free=yes&q=kurs&near=51.4,7.3&km=5';
    assert.deepEqual(read(query), {
      lock: [
        ['topic', 'language,sport'],
        ['place', 'witten'],
        ['free', 'yes'],
      ],
      start: [
        ['q', 'kurs'],
        ['near', '51.4,7.3'],
        ['km', '5'],
      ],
      display: [],
    });
  });

  it('keeps a lock, and begins with what was chosen inside it', () => {
    assert.deepEqual(read('within.place=witten&place=hattingen&sort=next&limit=5&page=3'), {
      lock: [['place', 'witten']],
      start: [['place', 'hattingen']],
      display: [
        ['sort', 'next'],
        ['limit', '5'],
      ],
    });
  });

  it('takes a switch without a value, as an attribute is', () => {
    assert.deepEqual(read('place=witten&free&within.online=').lock, [
      ['place', 'witten'],
      ['free', 'yes'],
      ['online', 'yes'],
    ]);
    assert.deepEqual(read('place=&topic=,').lock, [['topic', ',']]);
  });

  it('adds up a list that stands there several times', () => {
    assert.deepEqual(read('topic=language&topic=sport').lock, [['topic', 'language,sport']]);
    assert.deepEqual(read('within.topic=language&within.topic=sport').lock, [
      ['topic', 'language,sport'],
    ]);
  });

  it('is read as elements have left it', () => {
    const query = 'within.place=witten&topic=sport&vielfalt.topic=language&lang=ar&utm_source=x';
    assert.equal(
      addressParameters(new URLSearchParams(query)).toString(),
      'within.place=witten&topic=language&lang=ar',
    );
    assert.equal(addressParameters(new URLSearchParams('vielfalt.nothing=1')).toString(), '');
  });
});

describe('a name that is no lock', () => {
  it('means the lock that editors call so, misspelt too', () => {
    assert.equal(meantLock('ort'), 'place');
    assert.equal(meantLock('topics'), 'topic');
    assert.equal(meantLock('zielgrupe'), 'audience');
    assert.equal(meantLock('utm_campaign'), undefined);
  });
});
