import type { Lock } from '@vielfalt/feed';
import { lockOf } from '../../widget/src/store/options.js';
import { readQuery } from '../../widget/src/store/visitor-query.js';
import { equal, match } from './assert.js';

describe('readQuery', () => {
  it('reads a text and an object alike', () => {
    const text = readQuery('topic=work,language&free=yes&near=51.4,7.3').query;
    const object = readQuery({
      topic: ['language', 'work'],
      free: true,
      near: { lat: 51.4, lng: 7.3 },
    }).query;
    equal(text, object);
  });

  it('leaves out what it does not understand, and names it', () => {
    const { query, problems } = readQuery({ age: 'old', free: 'maybe', topic: ['work'], foo: 1 });
    equal(query, { topic: ['work'] });
    equal(problems.map(({ parameter }) => parameter).sort(), ['age', 'foo', 'free']);
  });

  it('leaves out locks and what visitors do not choose', () => {
    const { query } = readQuery('within.topic=work&limit=100&page=7&lang=en&topic=work');
    equal(query, { topic: ['work'] });
  });

  for (const nonsense of [
    null,
    undefined,
    42,
    '???',
    [],
    [1],
    { topic: 42 },
    { near: {} },
    () => 1,
  ]) {
    it(`survives ${JSON.stringify(nonsense)}`, () => {
      match(typeof readQuery(nonsense).query, /object/);
    });
  }
});

describe('lockOf', () => {
  const lock = (attributes: Record<string, string>) => lockOf((name) => attributes[name] ?? null);

  it('takes over what is written, for the feed to judge', () => {
    equal(lock({ topic: ' Language, ,work', level: 'b1', age: 'old' }), {
      topic: ['language', 'work'],
      level: 'b1',
      age: 'old',
    } as unknown as Lock);
  });

  it('takes a flag without a value for "yes", and another attribute for nothing', () => {
    equal(lock({ free: '', online: 'yes', place: ' ', age: '' }), { free: true, online: true });
    equal(lock({ free: 'no' }), { free: 'no' } as unknown as Lock);
  });
});
