import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Network, Offer, Provider } from '@vielfalt/feed';
import type { Changes } from '@vielfalt/server';
import { example, network, offer, provider } from './example.js';
import type { Feed } from './feed-harness.js';
import { unescaped } from './page-harness.js';

export const PLACES: Record<string, string | undefined> = {
  county: undefined,
  witten: 'county',
  annen: 'witten',
  hattingen: 'county',
  herdecke: 'county',
  wetter: 'county',
};
export const TOPICS: Record<string, string | undefined> = {
  education: undefined,
  language: 'education',
  reading: 'language',
  sport: undefined,
  swimming: 'sport',
};
const AUDIENCES = ['women', 'parents', 'professionals'];

/** One of some, by a number; the same each time. */
const pick = <Value>(values: readonly Value[], n: number): Value => values[n % values.length]!;
const terms = (tree: Record<string, string | undefined>, words: string) =>
  Object.entries(tree).map(([id, parent], n) => ({
    ...{ id, label: { de: `${words} ${id}` } },
    ...(parent !== undefined && { parent }),
    ...(tree === PLACES && { lat: 51.3 + n / 40, lng: 7.2 + (n % 3) / 20 }),
  }));

const TOWNS = ['witten', 'hattingen', 'herdecke', 'wetter'];

const PROVIDERS: Provider[] = Array.from({ length: 12 }, (_, n) =>
  provider(n, {
    name: `Px${n}`,
    ...(n % 4 < 3 && { address: { town: pick(TOWNS, n), ...(n === 4 && { district: 'annen' }) } }),
    ...(n % 5 === 0 && { networks: [`NX${(n + 1) % 14}`, 'Px and others'] }),
    ...(n === 11 && { status: 'retired' }),
  }),
);

/** All towns have swimming and something for women, but Wetter. */
const OFFERS: Offer[] = Array.from({ length: 60 }, (_, n) => {
  const town = pick(TOWNS, n >> 1);
  const isThere = town !== 'wetter';
  const topics = Object.keys(TOPICS).filter((id) => isThere || id !== 'swimming');
  return offer(n, {
    ...{ title: `Ox${n}`, provider: PROVIDERS[(n * 7) % 11]!.id, kind: 'course' },
    topics: [pick(topics, n)],
    ...(n % 3 > 0 && { audiences: [pick(isThere ? AUDIENCES : AUDIENCES.slice(1), n + (n >> 2))] }),
    ...(n % 9 === 0 && isThere
      ? { serves: [pick(Object.keys(PLACES).slice(1, 4), n)] }
      : { locations: [{ town }] }),
    ...(n % 4 === 0 && { spoken: [{ language: 'ar' }] }),
    ...(n % 6 === 0 && { onlyWomen: true }),
    changed: `2026-11-${String(1 + (n % 22)).padStart(2, '0')}T08:00:00Z`,
  });
});

export const NETWORKS: Network[] = Array.from({ length: 14 }, (_, n) =>
  network(n, {
    name: `Nx${n}`,
    ...(n % 3 > 0 && { topics: [pick(Object.keys(TOPICS), n)] }),
    ...(n % 4 > 0 && { places: [pick(Object.keys(PLACES), n * 3)] }),
    members: [
      { provider: PROVIDERS[(n * 5) % 12]!.id },
      { name: `px${(n * 3) % 11}` },
      { name: `Mx${n % 8}` },
    ],
    ...(n % 2 > 0 && { coordinator: { name: `Mx${n + 20}` } }),
    ...(n % 2 > 0 && { schedule: { times: [{ dtstart: '2026-12-01T17:00' }] } }),
    ...(n === 13 && { status: 'retired' }),
  }),
);

export function directory(): Changes {
  const changes = example();
  return {
    ...changes,
    directory: {
      ...changes.directory,
      firstWeeks: ['topic=language', 'kind=course', 'topic=sport&audience=women,parents'].map(
        (query) => ({ label: { de: query }, query, ownLanguage: true }),
      ),
    },
    vocabulary: {
      ...changes.vocabulary,
      topic: terms(TOPICS, 'Thema'),
      place: terms(PLACES, 'Ort'),
      audience: AUDIENCES.map((id) => ({ id, label: { de: `Für ${id}` } })),
    },
    ...{ providers: PROVIDERS, offers: OFFERS, networks: NETWORKS },
  };
}

/** The names of records in a text: of networks, providers, offers, and members without a record. */
function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\b([NPOM])x(\d+)\b/gi)].map(([name]) => capital(name)));
}
const capital = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();

/** The slugs that a text links or names, as the names of their records. */
function linkedIn(text: string): Set<string> {
  const kinds = { network: 'N', provider: 'P', offer: 'O' };
  const slugs = text.matchAll(/\b(network|provider|offer)-(\d+)\b/g);
  return new Set([...slugs].map(([, kind, n]) => `${kinds[kind as keyof typeof kinds]}x${n}`));
}

export const lineage = (
  tree: Record<string, string | undefined>,
  id: string | undefined,
): string[] => (id === undefined ? [] : [id, ...lineage(tree, tree[id])]);

/** Who belongs to a network, as decision 27 has it. */
export function membersOf({ id, name, coordinator, members = [] }: Network): string[] {
  const named = [coordinator, ...members].flatMap((member) => {
    if (!member) return [];
    if ('name' in member) return capital(member.name);
    return PROVIDERS.find((each) => each.id === member.provider)!.name;
  });
  const naming = PROVIDERS.filter(({ networks = [] }) =>
    networks.some((text) => text.toLowerCase() === name.toLowerCase()),
  ).map((each) => each.name);
  assert.ok(id);
  return [...new Set([...named, ...naming])].filter((each) => each !== 'Px11');
}

export type Fixed = Partial<Record<string, string[]>>;

/** The networks inside a lock, worked out another way than the service does. */
export function networksInside(lock: Fixed): Network[] {
  if (Object.keys(lock).some((name) => !['topic', 'place', 'provider'].includes(name))) return [];
  const isIn = (ids: readonly string[] | undefined, found: string[]) =>
    !ids || ids.some((id) => found.includes(id));
  return NETWORKS.filter((each) => {
    const { topics = [], places = [], status } = each;
    const members = membersOf(each);
    const homes = PROVIDERS.filter(({ name }) => members.includes(name));
    const around = [
      ...places.flatMap((id) => lineage(PLACES, id)),
      ...Object.keys(PLACES).filter((id) => lineage(PLACES, id).some((up) => places.includes(up))),
      ...homes.flatMap(({ address: { town, district } = {} }) => [
        ...lineage(PLACES, town),
        ...lineage(PLACES, district),
      ]),
    ];
    return (
      status !== 'retired' &&
      isIn(
        lock['topic'],
        topics.flatMap((id) => lineage(TOPICS, id)),
      ) &&
      (places.length === 0 || isIn(lock['place'], around)) &&
      isIn(
        lock['provider'],
        homes.map(({ slug }) => slug),
      )
    );
  });
}

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const one = (values: readonly string[]) => fc.constantFrom(...values).map((value) => [value]);

/** What an editor fixes; now and then what is not there. */
export const lock: fc.Arbitrary<Fixed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ place: some(Object.keys(PLACES)) }) },
  { weight: 2, arbitrary: fc.record({ topic: some(Object.keys(TOPICS)) }) },
  {
    weight: 2,
    arbitrary: fc.record({ provider: some(PROVIDERS.slice(0, 11).map((each) => each.slug)) }),
  },
  fc.record({ place: one(TOWNS), topic: one(Object.keys(TOPICS)) }),
  fc.record({ audience: some(AUDIENCES) }),
  fc.record({ audience: one(AUDIENCES), place: one(TOWNS) }),
  fc.record({ at: some(TOWNS) }),
  fc.record({ spoken: one(['ar']) }),
  fc.record({ women: one(['yes']) }),
  fc.record({ place: one(['nowhere']) }),
);

/** What a visitor may add to the address; not another value of the lock itself, which is an editor's. */
const wish = fc.oneof(
  fc.tuple(fc.constantFrom('place', 'vielfalt.place'), fc.constantFrom(...Object.keys(PLACES), '')),
  fc.tuple(
    fc.constantFrom('topic', 'vielfalt.topic'),
    fc.constantFrom(...Object.keys(TOPICS), 'x'),
  ),
  fc.tuple(fc.constant('sort'), fc.constantFrom('next', 'members', 'name', '')),
  fc.tuple(fc.constant('lang'), fc.constantFrom('ar', 'en', 'xx')),
  fc.tuple(fc.constantFrom('q', 'limit', 'within', 'within.', 'Within.place'), fc.constant('100')),
  fc.constant<[string, string]>(['', 'empty']),
);

/** An address as it is attempted: the lock, and a visitor's wishes behind or before it. */
export function printed(
  fixed: Fixed,
  wishes: readonly (readonly [string, string])[],
  isBefore: boolean,
) {
  const locked = Object.entries(fixed).map(([name, ids = []]) => [`within.${name}`, ids.join(',')]);
  // An empty value of the lock's own name asks for nothing, and takes nothing away.
  const own = wishes.map(([name, value]) => (name === '' ? [locked[0]![0]!, ''] : [name, value]));
  const all = isBefore ? [...own, ...locked] : [...locked, ...own];
  return new URLSearchParams(all).toString();
}

export interface Shown {
  status: number;
  text: string;
  names: Set<string>;
}

export async function ask(feed: Feed, path: string): Promise<Shown> {
  const { status, body } = await feed.get(path);
  const text = unescaped(body.toString());
  const [address = ''] = path.split('?');
  const asked = linkedIn(address);
  const linked = [...linkedIn(text)].filter((name) => !asked.has(name));
  return { status, text, names: new Set([...namesIn(text), ...linked]) };
}

/** Attempts addresses under locks, with a wish or two; `allowed` says what may be seen of each. */
export async function attempt(
  feed: Feed,
  addresses: fc.Arbitrary<string>,
  allowed: (fixed: Fixed) => Promise<Set<string>>,
  runs: number,
) {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(
      ...([lock, addresses, fc.array(wish, { maxLength: 2 }), fc.boolean()] as const),
      async (fixed, address, wishes, isBefore) => {
        const path = `${address}?${printed(fixed, wishes, isBefore)}`;
        const { names } = await ask(feed, path);
        const inside = await allowed(fixed);
        for (const name of names) assert.ok(inside.has(name), `${name} on ${path}`);
        seen += names.size;
      },
    ),
    { numRuns: runs },
  );
  assert.ok(seen > runs, `only ${seen} names were seen: it shows nothing`);
}

/** The offers inside a lock and their providers. */
export async function offersInside(feed: Feed, fixed: Fixed): Promise<Set<string>> {
  const { status, json } = await feed.get(`/v1/offers?limit=100&${printed(fixed, [], false)}`);
  if (status !== 200) return new Set();
  const { offers } = json<{ offers: { title: string; provider: string }[] }>();
  const nameOf = (id: string) => PROVIDERS.find((each) => each.id === id)!.name;
  return new Set(offers.flatMap(({ title, provider: id }) => [title, nameOf(id)]));
}

/** The networks inside a lock with all who belong to them. */
export function networkNames(fixed: Fixed): Set<string> {
  return new Set(networksInside(fixed).flatMap((each) => [each.name, ...membersOf(each)]));
}
