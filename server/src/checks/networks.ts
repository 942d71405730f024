import {
  dateOf,
  dayNumber,
  nameKey,
  networkKey,
  networkMembers,
  readOwnNetworks,
  upcoming,
} from '@vielfalt/feed';
import type { Network, NetworkMember } from '@vielfalt/feed';
import { NearNames } from '../text/plain-name.js';
import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';

/** The days before and after today in which a network should meet. */
const YEAR = 365;

/**
 * Finds networks whose members have gone or may be misspelt, that nobody belongs to, or that have
 * not met and will not meet; and names in providers' records that may be theirs.
 */
export function* checkNetworks(inspected: Inspected): Generator<Finding> {
  const { networks, providers } = inspected;
  if (networks.length === 0) return;
  const known = new Set(providers.map(({ id }) => id));
  const names = new Set(providers.map(({ name }) => nameKey(name)));
  const near = new NearNames(providers.map(({ name }) => name));
  const members = networkMembers(networks, providers, () => 0);
  for (const network of networks) {
    for (const [field, member] of writtenMembers(network)) {
      if ('provider' in member) {
        if (!known.has(member.provider)) yield gone(network, `${field}.provider`, member.provider);
        continue;
      }
      const meant = names.has(nameKey(member.name)) ? undefined : near.find(member.name);
      if (meant === undefined) continue;
      yield {
        kind: 'near-name',
        ...aboutRecord(network),
        ...{ field: `${field}.name`, value: member.name },
        remedy: `Is it “${meant}”? If so, write it exactly like that, or the provider’s key.`,
      };
    }
    if (members.of(network.id).length === 0) {
      yield {
        kind: 'no-member',
        ...aboutRecord(network),
        ...{ field: 'members', value: '' },
        remedy: 'Nobody sees who belongs to it. Write its members, also those without offers.',
      };
    }
    if (isIdle(network, inspected)) {
      yield {
        kind: 'idle-network',
        ...aboutRecord(network),
        ...{ field: 'schedule.times', value: '' },
        remedy: 'Ask whether it meets still. Write its next dates, or set status to retired.',
      };
    }
  }
  yield* nearNetworks(inspected);
}

/** Finds providers' words for networks that are nearly the name of one. */
function* nearNetworks({ networks, providers }: Inspected): Generator<Finding> {
  const names = new Set(networks.map(({ name }) => networkKey(name)));
  const find = (name: string) => names.has(networkKey(name)) || undefined;
  const near = new NearNames(networks.map(({ name }) => name));
  for (const provider of providers) {
    const texts = provider.networks ?? [];
    const others = texts.flatMap((text) => readOwnNetworks(text, find).others);
    for (const value of others.flatMap((text) => [
      ...new Set([text, ...text.split(/\s*[,;|]\s*/)]),
    ])) {
      const meant = near.find(value);
      if (meant === undefined) continue;
      yield {
        kind: 'near-name',
        ...aboutRecord(provider),
        ...{ field: 'networks', value },
        remedy: `Is it “${meant}”? If so, write it exactly like that: then it is a member.`,
      };
    }
  }
}

function writtenMembers({ coordinator, members = [] }: Network): [string, NetworkMember][] {
  return [
    ...(coordinator ? [['coordinator', coordinator] satisfies [string, NetworkMember]] : []),
    ...members.map((member, at): [string, NetworkMember] => [`members.${at + 1}`, member]),
  ];
}

function gone(network: Network, field: string, value: string): Finding {
  return {
    kind: 'gone-member',
    ...aboutRecord(network),
    ...{ field, value },
    remedy:
      'This provider is no longer in the directory, and is not shown. Take it out, or write its name instead.',
  };
}

/** Tells whether no meeting of the past year or the coming one is known, where dates are said. */
function isIdle({ schedule }: Network, { today, directory: { calendar } }: Inspected): boolean {
  const { times, text, byAppointment, anyTime } = schedule ?? {};
  if (!times?.length) return !text && !byAppointment && !anyTime;
  const day = dayNumber(today);
  const last = dateOf(day + YEAR);
  return ![dateOf(day - YEAR), today].some((from) =>
    upcoming({ times }, calendar, from).some(({ start }) => start.slice(0, 10) <= last),
  );
}
