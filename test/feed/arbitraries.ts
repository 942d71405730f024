import fc from 'fast-check';
import {
  DAYS,
  FLAGS,
  LEVELS,
  SORTS,
  TIMES_OF_DAY,
  addDays,
  type Lock,
  type Offer,
  type Query,
  type Recurrence,
} from '@vielfalt/feed';
import { TODAY, VOCABULARY, offer, uuid } from './fixtures.js';

const some = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 1 });
const ids = (list: { id: string }[]) => list.map(({ id }) => id);
const list = (...values: string[]) => some(...values).map((chosen) => chosen.toSorted());
const date = fc.integer({ min: -40, max: 60 }).map((days) => addDays(TODAY, days));
const degrees = (from: number, to: number) =>
  fc.integer({ min: from * 1e5, max: to * 1e5 }).map((n) => n / 1e5);
const point = fc.tuple(degrees(51.2, 51.5), degrees(7.1, 7.5)).map(([lat, lng]) => ({ lat, lng }));

const TIMES = [...Object.keys(TIMES_OF_DAY), '09:00-10:30', '16:45-24:00'];

const lockMembers = {
  topic: list(...ids(VOCABULARY.topic)),
  audience: list(...ids(VOCABULARY.audience)),
  kind: list(...ids(VOCABULARY.kind)),
  place: list(...ids(VOCABULARY.place)),
  at: list(...ids(VOCABULARY.place)),
  provider: list(uuid(0), uuid(1), 'school', 'sports-club'),
  spoken: list('de', 'ar', 'ar-sy', 'uk'),
  level: fc.constantFrom(...LEVELS),
  age: fc.integer({ min: 0, max: 120 }),
  day: some(...DAYS).map((days) => days.toSorted()),
  time: list(...TIMES),
  ...(Object.fromEntries(FLAGS.map((flag) => [flag, fc.constant(true)])) as Record<
    (typeof FLAGS)[number],
    fc.Arbitrary<true>
  >),
};

/** Some of the members, mostly few: a query that asks for everything finds nothing. */
function few<Members extends object>(members: {
  [Name in keyof Members]: fc.Arbitrary<Members[Name]>;
}) {
  const whole = fc.record(members, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<
    Partial<Members>
  >;
  const names = fc.uniqueArray(fc.constantFrom(...Object.keys(members)), { maxLength: 4 });
  const picked = fc
    .tuple(fc.record(members), names)
    .map(
      ([all, kept]) =>
        Object.fromEntries(
          Object.entries(all).filter(([name]) => kept.includes(name)),
        ) as Partial<Members>,
    );
  return fc.oneof({ weight: 1, arbitrary: whole }, { weight: 4, arbitrary: picked });
}

export const anyLock: fc.Arbitrary<Lock> = few(lockMembers);

/** Words that stand in generated offers, whole and in part, and some that do not. */
const words = fc
  .subarray(['kurs', 'Deutschkurs', 'Nähen', 'sport', 'alphabetisierung', 'witten', 'xyz'], {
    minLength: 1,
    maxLength: 3,
  })
  .map((chosen) => chosen.join(' '));

/** A query as the codec reads it: lists in order, defaults left out, `km` only with `near`. */
export const anyQuery: fc.Arbitrary<Query> = few({
  ...lockMembers,
  q: words,
  near: point,
  km: fc.integer({ min: 1, max: 100 }).filter((km) => km !== 10),
  changed: date.map((day) => new Date(day).toISOString()),
  sort: fc.constantFrom(...SORTS),
  limit: fc.integer({ min: 1, max: 100 }).filter((limit) => limit !== 20),
  page: fc.integer({ min: 2, max: 4 }),
  lang: fc.constantFrom('de', 'en', 'ar', 'uk-latn'),
}).map(({ km, ...query }) => (km && query.near ? { ...query, km } : query));

const hour = fc.integer({ min: 6, max: 20 }).map((n) => `${String(n).padStart(2, '0')}:00`);

const recurrence: fc.Arbitrary<Recurrence> = fc
  .record({
    day: date,
    start: fc.option(hour, { nil: undefined }),
    end: fc.option(hour, { nil: undefined }),
    rule: fc.oneof(
      fc.constant({}),
      fc.record({ freq: fc.constant('WEEKLY' as const), byday: some('MO', 'WE', 'SA') }),
      fc.record({ freq: fc.constant('MONTHLY' as const), byday: some('1TU', '-1FR') }),
      fc.record({
        freq: fc.constant('MONTHLY' as const),
        bymonthday: fc.integer({ min: 1, max: 31 }),
      }),
    ),
    until: fc.option(date, { nil: undefined }),
  })
  .map(({ day, start, end, rule, until }) => ({
    // Without a time, whole days: two of them where there is an end.
    dtstart: start ? `${day}T${start}` : day,
    ...(end && !start && { dtend: addDays(day, 2) }),
    ...(end && start && end > start && { dtend: `${day}T${end}` }),
    ...rule,
    ...('freq' in rule && until && { until }),
  }));

const place = fc.record(
  {
    town: fc.constantFrom('witten', 'hattingen', 'elsewhere'),
    district: fc.constantFrom('annen', 'witten-annen'),
    name: fc.constant('Bürgerhaus'),
    stepFree: fc.constantFrom('yes' as const, 'partly' as const, 'no' as const),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const location = fc
  .tuple(place, fc.option(point, { nil: undefined }))
  .map(([known, at]) => ({ ...known, ...at }));

const level = fc.constantFrom(...LEVELS);

/** An offer of which this and that is known. */
export const anyOffer: fc.Arbitrary<Offer> = fc
  .record(
    {
      title: fc.constantFrom('Deutschkurs am Abend', 'Nähkurs', 'Fußball', 'Beratung', 'Treff'),
      description: fc.constantFrom('Wir lernen Deutsch.', 'Sport und Spiel im Verein.'),
      status: fc.constantFrom('published' as const, 'paused' as const, 'ended' as const),
      provider: fc.constantFrom(uuid(0), uuid(1)),
      topics: some(...ids(VOCABULARY.topic)),
      audiences: fc.subarray(ids(VOCABULARY.audience)),
      kind: fc.constantFrom(...ids(VOCABULARY.kind)),
      serves: some('county', 'witten', 'annen', 'witten-annen'),
      locations: fc.array(location, { maxLength: 3 }),
      spoken: some({ language: 'de' }, { language: 'ar-SY' }, { language: 'uk' }),
      level: fc.record(
        { needed: level, reached: level },
        { requiredKeys: [], noNullPrototype: true },
      ),
      age: fc.constantFrom({ from: 18 }, { to: 27 }, { from: 6, to: 12 }),
      cost: fc.constantFrom({ free: true }, { free: false }, { amount: 0 }, { amount: 12.5 }),
      online: fc.boolean(),
      childcare: fc.boolean(),
      openings: fc.constantFrom({ state: 'free' as const }, { state: 'full' as const }),
      schedule: fc.array(recurrence, { minLength: 1, maxLength: 3 }).map((times) => ({ times })),
      changed: date.map((day) => `${day}T12:00:00Z`),
      checked: date.map((on) => ({ on })),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map(offer);

export const anyOffers = fc.array(anyOffer, { maxLength: 25 });
