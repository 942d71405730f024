import type { Network, NetworkMember } from '../model/network.js';
import type { Provider } from '../model/provider.js';
import { nameKey, networkKey, readOwnNetworks } from './named.js';

/** A member of a network, once it is known whether it is a provider of the directory. */
export type ListedMember = NetworkMember & { coordinates?: true };

/** A network with who belongs to it. */
export interface ListedNetwork {
  network: Network;
  /** The coordinator, then the members as written, then others by name. */
  members: readonly ListedMember[];
}

/** Who belongs to which network. */
export interface NetworkMembers {
  /** By a network's id, in the order of `ListedNetwork`. */
  of(network: string): readonly ListedMember[];
  /** The ids of the networks that a provider belongs to, by its id. */
  networksOf(provider: string): readonly string[];
  /** The id of the network that a text of a source names. */
  named(text: string, source: string): string | undefined;
}

/**
 * Works out who belongs to the published networks: providers by id; those whose name is a member's;
 * those that name the network among their own `networks`, as `readOwnNetworks` reads them. Each once. A name that several records
 * have is that of the same source, else it stays a name; a provider that is not published is no
 * member.
 *
 * @param compare orders names, by the directory's collation
 */
export function networkMembers(
  networks: readonly Network[],
  providers: readonly Provider[],
  compare: (one: string, other: string) => number,
): NetworkMembers {
  const living = networks.filter(isPublished);
  const networkWritten = byName(living);
  const networkMeant = byName(living, networkKey);
  const networkNamed = (name: string, source: string) =>
    networkWritten(name, source) ?? networkMeant(name, source);
  // Where there is no network, nothing of many providers is read.
  const livingProviders = living.length > 0 ? providers.filter(isPublished) : [];
  const known = new Set(livingProviders.map(({ id }) => id));
  const providerNamed = byName(livingProviders);

  const members = new Map(living.map(({ id }) => [id, new Map<string, ListedMember>()]));
  const networksOf = new Map<string, string[]>();
  const add = (network: string, member: ListedMember) => {
    const list = members.get(network);
    const isProvider = 'provider' in member;
    const key = isProvider ? member.provider : nameKey(member.name);
    const before = list?.get(key);
    if (before) {
      if ('name' in before && !isProvider) list?.set(key, { ...member, ...before });
      return;
    }
    list?.set(key, member);
    if (isProvider) append(networksOf, member.provider, network);
  };

  for (const { id, source, coordinator, members: written = [] } of living) {
    const resolved = (member: NetworkMember): NetworkMember | undefined => {
      if ('provider' in member) return known.has(member.provider) ? member : undefined;
      const provider = providerNamed(member.name, source);
      return provider === undefined ? member : { provider };
    };
    const first = coordinator && resolved(coordinator);
    if (first) add(id, { ...first, coordinates: true });
    for (const each of written) {
      const member = resolved(each);
      if (member) add(id, member);
    }
  }
  const naming = livingProviders.flatMap(({ id, name, source, networks: texts = [] }) => {
    const find = (text: string) => networkNamed(text, source);
    const named = texts.flatMap((text) => readOwnNetworks(text, find).found);
    return named.length > 0 ? [{ id, name, named }] : [];
  });
  for (const { id: provider, named } of naming.sort((a, b) => compare(a.name, b.name))) {
    for (const network of named) add(network, { provider });
  }
  const lists = new Map([...members].map(([id, list]) => [id, [...list.values()]]));
  return {
    of: (network) => lists.get(network) ?? [],
    networksOf: (provider) => networksOf.get(provider) ?? [],
    named: networkNamed,
  };
}

function isPublished({ status }: Network | Provider): boolean {
  return status !== 'retired';
}

/** Finds the one record of a name; where there are several, the one of the given source. */
function byName(
  records: readonly { id: string; name: string; source: string }[],
  keyOf = nameKey,
): (name: string, source: string) => string | undefined {
  const found = new Map<string, { id: string; source: string }[]>();
  for (const record of records) append(found, keyOf(record.name), record);
  return (name, source) => {
    const key = keyOf(name);
    const all = (key && found.get(key)) || [];
    const own = all.filter((record) => record.source === source);
    const [only, ...others] = own.length > 0 ? own : all;
    return others.length > 0 ? undefined : only?.id;
  };
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
