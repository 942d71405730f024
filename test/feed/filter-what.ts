import type { Offer, Query } from '@vielfalt/feed';
import { uuid } from './fixtures.js';

/** One row of the contract's table. */
export interface Row {
  query: Query;
  shown: Partial<Offer>[];
  hidden: Partial<Offer>[];
  /** Offers of which nothing is known. */
  unknown: 'in' | 'out';
}

/** What the offer is, for whom and how. */
export const WHAT: Row[] = [
  {
    query: { q: 'deutsch' },
    shown: [{ title: 'Deutsch' }, { title: 'A', topics: ['literacy'], summary: 'Deutschkurs' }],
    hidden: [{ title: 'Yoga' }],
    unknown: 'out',
  },
  {
    query: { topic: ['german'] },
    shown: [
      { topics: ['german'] },
      { topics: ['sport', 'german'] },
      { topics: ['german-old'] },
      { topics: ['literacy'] },
    ],
    hidden: [{ topics: ['learning'] }, { topics: ['sport'] }, { topics: [] }],
    unknown: 'out',
  },
  {
    query: { topic: ['german-old'] },
    shown: [{ topics: ['german'] }, { topics: ['german-old'] }, { topics: ['literacy'] }],
    hidden: [{ topics: ['sport'] }],
    unknown: 'out',
  },
  {
    query: { topic: ['literacy', 'sport'] },
    shown: [{ topics: ['literacy'] }, { topics: ['sport'] }],
    hidden: [{ topics: ['german'] }],
    unknown: 'out',
  },
  {
    query: { audience: ['families'] },
    shown: [{ audiences: ['families'] }, { audiences: ['parents'] }, { audiences: [] }],
    hidden: [{ audiences: ['refugees'] }],
    unknown: 'in',
  },
  {
    query: { kind: ['course'] },
    shown: [{ kind: 'course' }, { kind: 'evening-course' }],
    hidden: [{ kind: 'advice' }],
    unknown: 'out',
  },
  {
    query: { provider: ['school'] },
    shown: [{ provider: uuid(1) }],
    hidden: [{ provider: uuid(0) }, { provider: uuid(9) }],
    unknown: 'out',
  },
  {
    query: { provider: [uuid(1)] },
    shown: [{ provider: uuid(1) }],
    hidden: [{ provider: uuid(0) }],
    unknown: 'out',
  },
  {
    query: { spoken: ['ar', 'uk'] },
    shown: [
      { spoken: [{ language: 'ar', note: 'by appointment' }] },
      { spoken: [{ language: 'de' }, { language: 'ar-SY' }] },
      { spoken: [{ language: 'UK' }] },
    ],
    hidden: [{ spoken: [{ language: 'de' }] }, { taught: 'ar' }, { spoken: [] }],
    unknown: 'out',
  },
  {
    query: { spoken: ['ar-sy'] },
    shown: [{ spoken: [{ language: 'ar-SY' }] }],
    hidden: [{ spoken: [{ language: 'ar' }] }],
    unknown: 'out',
  },
  {
    query: { level: 'A2' },
    shown: [
      { level: { needed: 'A0' } },
      { level: { needed: 'A2', reached: 'B1' } },
      { level: { reached: 'B1' } },
    ],
    hidden: [{ level: { needed: 'B1' } }, { level: { needed: 'C2' } }],
    unknown: 'in',
  },
  {
    query: { age: 18 },
    shown: [{ age: { from: 18 } }, { age: { to: 18 } }, { age: { from: 6, to: 27 } }, { age: {} }],
    hidden: [{ age: { from: 19 } }, { age: { to: 17 } }],
    unknown: 'in',
  },
  {
    query: { age: 0 },
    shown: [{ age: { to: 3 } }, { age: { from: 0 } }],
    hidden: [{ age: { from: 1 } }],
    unknown: 'in',
  },
  {
    query: { free: true },
    shown: [{ cost: { free: true } }, { cost: { amount: 0 } }],
    hidden: [
      { cost: { free: false } },
      { cost: { amount: 5 } },
      { cost: { text: 'Ask us' } },
      { cost: { free: false, amount: 0 } },
    ],
    unknown: 'out',
  },
  {
    query: { stepfree: true },
    shown: [{ locations: [{ stepFree: 'no' }, { stepFree: 'yes' }] }],
    hidden: [{ locations: [{ stepFree: 'partly' }] }, { locations: [{ town: 'witten' }] }],
    unknown: 'out',
  },
  {
    query: { online: true },
    shown: [{ online: true, locations: [{ town: 'witten' }] }],
    hidden: [{ online: false }],
    unknown: 'out',
  },
  {
    query: { childcare: true },
    shown: [{ childcare: true }],
    hidden: [{ childcare: false }],
    unknown: 'out',
  },
  {
    query: { interpreters: true },
    shown: [{ interpretation: true }],
    hidden: [{ interpretation: false }],
    unknown: 'out',
  },
  {
    query: { openings: true },
    shown: [{ openings: { state: 'free' } }],
    hidden: [{ openings: { state: 'waiting-list' } }, { openings: { state: 'full' } }],
    unknown: 'out',
  },
  {
    query: { women: true },
    shown: [{ only: 'women' }],
    hidden: [{ only: 'men' }, { audiences: ['women'] }],
    unknown: 'out',
  },
  {
    query: { practice: true },
    shown: [{ practice: { reason: 'Parents stay.' } }],
    hidden: [],
    unknown: 'out',
  },
  {
    query: { changed: '2026-09-01T00:00:00.000Z' },
    shown: [{ changed: '2026-09-01T00:00:01Z' }, { changed: '2026-09-01T00:00:00-01:00' }],
    hidden: [{ changed: '2026-09-01T00:00:00Z' }, { changed: '2026-09-01T01:00:00+02:00' }],
    unknown: 'out',
  },
];
