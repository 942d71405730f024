import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WHAT } from './filter-what.js';
import { WHERE_AND_WHEN, times } from './filter-where.js';
import { offer, titles } from './fixtures.js';

describe('what each parameter finds', () => {
  for (const { query, shown, hidden, unknown } of [...WHAT, ...WHERE_AND_WHEN]) {
    test(JSON.stringify(query), () => {
      for (const fields of shown) {
        assert.equal(titles([offer(fields)], query).length, 1, `shown: ${JSON.stringify(fields)}`);
      }
      for (const fields of hidden) {
        assert.equal(titles([offer(fields)], query).length, 0, `hidden: ${JSON.stringify(fields)}`);
      }
      assert.equal(titles([offer()], query).length === 1 ? 'in' : 'out', unknown);
    });
  }
});

test('parameters combine by and, the values of one by or', () => {
  const offers = [
    offer({ title: 'A', topics: ['sport'], online: true }),
    offer({ title: 'B', topics: ['german'] }),
    offer({ title: 'C', online: true }),
  ];
  assert.deepEqual(titles(offers, { topic: ['sport', 'german'] }), ['A', 'B']);
  assert.deepEqual(titles(offers, { topic: ['sport', 'german'], online: true }), ['A']);
});

test('what is over on the day is not shown; what is paused is', () => {
  const offers = [
    offer({ title: 'A', status: 'paused' }),
    offer({ title: 'B', status: 'ended' }),
    offer({ title: 'C', status: 'retired' }),
    offer({ title: 'D', schedule: { validTo: '2026-09-06' } }),
    offer({ title: 'E', schedule: { validTo: '2026-09-07' } }),
    offer({ title: 'F', ...times({ dtstart: '2026-09-06T10:00' }) }),
  ];
  assert.deepEqual(titles(offers, { sort: 'title' }), ['A', 'E']);
});
