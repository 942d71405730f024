import {
  networkKey,
  readOwnNetworks,
  toPublicNetwork,
  translated,
  upcoming,
  WITHIN,
  type ListedMember,
  type ListedNetwork,
  type Lock,
  type Network,
  type NetworkAnswer,
  type NetworkHead,
  type NetworksAnswer,
  type NetworkMember,
  type NetworkQuery,
  type Occurrence,
  type Provider,
  type ProviderNetwork,
  type ShownMember,
} from '@vielfalt/feed';
import { rhythm } from '@vielfalt/feed/wording';
import type { Site } from '../answers/site.js';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { textsFor } from '../languages/words.js';
import { mentionedTerms } from './mentioned.js';
import { GONE, jsonContent } from './operation.js';
import { readAllowed } from './request.js';
import { dataRoute } from './route.js';

/** The locks that hold for networks. */
export const NETWORK_LOCKS: readonly string[] = ['within.topic', 'within.place', 'within.provider'];
const ASKED = ['topic', 'place', 'lang', ...NETWORK_LOCKS];

/** Says whether networks can be held to a lock. */
export function holdsForNetworks(lock: Lock): boolean {
  return Object.keys(lock).every((name) => NETWORK_LOCKS.includes(WITHIN + name));
}

/** `GET /v1/networks`: the networks that fit both the query and the lock, by name. */
async function networks(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const { answers, reference, date } = site;
  const { query, lock } = readAllowed(ASKED, parameters, site);
  const found = await answers.networks(query, lock);
  const heads = found.map((listed) => networkHead(site, listed, query.lang));
  const mentioned = heads.flatMap(({ coordinator }) =>
    coordinator && 'provider' in coordinator ? coordinator.provider : [],
  );
  const body: NetworksAnswer = {
    directory: reference.head(date),
    total: heads.length,
    networks: heads,
    providers: reference.providers.some(mentioned),
    terms: termsOf(site, heads, query.lang),
  };
  return { body, lifetime: 'data' };
}

/**
 * `GET /v1/networks/{id|slug}`: one network with its members and next meetings.
 * @throws Problem 404 where it is unknown or outside the lock, 410 where it has gone
 */
async function network(site: Site, parameters: URLSearchParams, name: string): Promise<Reply> {
  const { reference, date } = site;
  const { query, lock } = readAllowed(['lang', ...NETWORK_LOCKS], parameters, site);
  const { network: found, members } = await networkFor(site, name, lock);
  const body: NetworkAnswer = {
    directory: reference.head(date),
    network: toPublicNetwork(found),
    ...translation(site, found, query.lang),
    members: shownMembers(site, members),
    upcoming: meetingsAhead(site, found),
    ...rhythmOf(site, found, query.lang),
    terms: termsOf(site, [found], query.lang),
  };
  return { body, lifetime: 'data' };
}

/**
 * A network by id or slug with its members.
 * @throws Problem 404 where it is unknown or outside the lock, 410 where it has gone
 */
export async function networkFor(
  site: Site,
  name: string,
  lock: NetworkQuery,
): Promise<ListedNetwork> {
  const found = await site.answers.network(name);
  if (!found) throw new Problem(404, `The directory has no network "${name}".`);
  if (hasGone(found, lock)) {
    throw new Problem(410, `${found.name} is no longer in the directory.`);
  }
  const listed = await networkInside(site, found, lock);
  if (!listed) throw new Problem(404, `There is no network "${name}" inside this lock.`);
  return listed;
}

/** Says whether to tell that a network has gone: what has gone is inside no lock. */
export function hasGone({ status }: Network, lock: NetworkQuery): boolean {
  return status === 'retired' && Object.keys(lock).length === 0;
}

/** A network with its members, where it is inside the lock. */
export async function networkInside(
  { answers }: Site,
  { id }: Network,
  lock: NetworkQuery,
): Promise<ListedNetwork | undefined> {
  const inside = await answers.networks(lock);
  return inside.find(({ network: each }) => each.id === id);
}

/** A network as lists show it. */
export function networkHead(
  site: Site,
  { network: found, members }: ListedNetwork,
  lang: string | undefined,
): NetworkHead {
  const { id, slug, name, language, topics, places } = found;
  const coordinator = members.find(({ coordinates }) => coordinates);
  const [next] = meetingsAhead(site, found);
  return {
    ...{ id, slug, name },
    ...(language && { language }),
    ...(topics && { topics }),
    ...(places && { places }),
    ...translation(site, found, lang),
    ...(coordinator && { coordinator: unmarked(coordinator) }),
    members: members.length,
    ...(next && { next }),
    ...rhythmOf(site, found, lang),
  };
}

/** The networks of a provider, and who else is in them. */
export async function networksOfProvider(
  site: Site,
  { id }: Provider,
  lang: string | undefined,
): Promise<ProviderNetwork[]> {
  const found = await site.answers.networks({ provider: [id] });
  return found.map(({ network: { slug, name, language, ...rest }, members }) => ({
    ...{ id: rest.id, slug, name },
    ...(language && { language }),
    ...translation(site, rest, lang),
    others: shownMembers(
      site,
      members.filter((member) => !('provider' in member) || member.provider !== id),
    ),
  }));
}

/** Those of a provider's own words for its networks that name none with a record. */
export function namesOfOthers(
  { networks: texts = [] }: Pick<Provider, 'networks'>,
  records: readonly Pick<ProviderNetwork, 'name'>[],
): string[] {
  const known = new Set(records.map(({ name }) => networkKey(name)));
  const find = (name: string) => known.has(networkKey(name)) || undefined;
  return texts.flatMap((text) => readOwnNetworks(text, find).others);
}

/** Members with what is shown of those that are providers. */
export function shownMembers({ reference }: Site, members: readonly ListedMember[]): ShownMember[] {
  return members.flatMap((member): ShownMember | [] => {
    if ('name' in member) return member;
    const provider = reference.providers.byId(member.provider);
    return provider ? { ...member, provider } : [];
  });
}

function unmarked({ coordinates: _, ...member }: ListedMember): NetworkMember {
  return member;
}

/** The meetings that matter on the day and are not over, as an offer's `upcoming`. */
export function meetingsAhead(
  { reference, date, moment }: Site,
  { schedule }: Pick<Network, 'schedule'>,
): Occurrence[] {
  return schedule ? moment.ahead(upcoming(schedule, reference.directory.calendar, date)) : [];
}

function rhythmOf({ reference, date }: Site, { schedule }: Network, lang: string | undefined) {
  const usual = schedule && rhythm(schedule, date, textsFor(reference.view(lang).lang));
  return usual ? { rhythm: usual } : {};
}

/** The texts in the requested language, where the network has them. */
export function translation(
  { reference }: Site,
  found: Pick<Network, 'language' | 'translations'>,
  lang: string | undefined,
) {
  const { language } = reference.directory;
  const shown = translated(found, language, lang ?? language);
  return shown ? { translation: shown } : {};
}

/** The terms that networks mention, with their parents. */
function termsOf(
  { reference }: Site,
  found: readonly Pick<Network, 'topics' | 'places'>[],
  lang: string | undefined,
) {
  const values = (ids: string[]) => ids.map((value) => ({ value, count: 0 }));
  return mentionedTerms(reference.view(lang), [], {
    topic: values(found.flatMap(({ topics = [] }) => topics)),
    place: values(found.flatMap(({ places = [] }) => places)),
  });
}

export const networksRoute = dataRoute('/v1/networks', networks, {
  summary: 'All networks',
  operation: {
    id: 'listNetworks',
    tag: 'networks',
    description:
      'The networks that fit both the query and the lock, by name, with their next meeting. One that names no place works everywhere; one that has a member in a place belongs to it too.',
    parameters: ASKED,
    answer: jsonContent('networks-answer'),
  },
});

export const networkRoute = dataRoute('/v1/networks/:name', network, {
  summary: 'One network',
  operation: {
    id: 'getNetwork',
    tag: 'networks',
    description: 'All that is public of a network, with its members and next meetings.',
    parameters: ['lang', ...NETWORK_LOCKS],
    name: 'Id or slug of the network.',
    answer: jsonContent('network-answer'),
    problems: GONE,
  },
});
