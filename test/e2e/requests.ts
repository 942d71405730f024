import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  DAYS,
  FLAGS,
  LEVELS,
  SORTS,
  TIMES_OF_DAY,
  type Lock,
  type Query,
  type Request,
} from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';

const SEED = 20_261;

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const ids = (list: keyof typeof defaultVocabulary) => defaultVocabulary[list].map(({ id }) => id);

/** From so many to so many of the members: what asks for everything finds nothing. */
const few = (members: Record<string, fc.Arbitrary<unknown>>, least: number, most: number) =>
  fc
    .subarray(Object.entries(members), { minLength: least, maxLength: most })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)));

const choices: Record<string, fc.Arbitrary<unknown>> = {
  topic: some(ids('topic')),
  audience: some(ids('audience')),
  kind: some(ids('kind')),
  place: some(ids('place')),
  at: some(ids('place')),
  spoken: some(['de', 'ar', 'uk', 'tr', 'en']),
  level: fc.constantFrom(...LEVELS),
  age: fc.integer({ min: 0, max: 99 }),
  day: some(DAYS),
  time: some(Object.keys(TIMES_OF_DAY)),
  ...Object.fromEntries(FLAGS.map((flag) => [flag, fc.constant(true)])),
};

/** What people ask in German, English, Arabic, Turkish, Ukrainian and other languages. */
const questions = JSON.parse(
  readFileSync(new URL('../relevance/demo-queries.json', import.meta.url), 'utf8'),
) as { q: string }[];

const words = fc.constantFrom(
  ...questions.map(({ q }) => q),
  ...['deutschkurs', 'Deutschkrus', 'hausaufgaben hilfe', 'Naehkurs', 'schwimen', 'beratung'],
  ...['Wo kann ich Deutsch lernen?', 'frauen sport', 'жінки', 'رياضة', 'spor', 'e', 'Café'],
);

const point = fc.record({
  lat: fc.integer({ min: 5122, max: 5147 }).map((hundredths) => hundredths / 100),
  lng: fc.integer({ min: 708, max: 748 }).map((hundredths) => hundredths / 100),
});

const query = few(
  { ...choices, q: words, near: point, sort: fc.constantFrom(...SORTS) },
  1,
  3,
) as fc.Arbitrary<Query>;

// A lock of one member mostly leaves something to search in.
const lock = few(choices, 0, 1) as fc.Arbitrary<Lock>;

/** The same locks each time, and for each some queries that a visitor might come to. */
export function generatedRequests(locks: number, queriesPerLock: number): Request[][] {
  const group = fc
    .tuple(lock, fc.array(query, { minLength: queriesPerLock, maxLength: queriesPerLock }))
    .map(([each, queries]) => queries.map((asked) => ({ query: asked, lock: each })));
  return fc.sample(group, { numRuns: locks, seed: SEED });
}
