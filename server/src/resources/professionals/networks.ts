import type { NetworkHead, ProfessionalsAnswer, Request } from '@vielfalt/feed';
import type { Site } from '../../answers/site.js';
import { networkHead } from '../networks.js';

/** What a network can be held to. */
const LOCKS = ['topic', 'place', 'provider'];

/** Networks, the next to meet first; nothing under a lock that they cannot be held to. */
export async function findNetworksAhead(
  site: Site,
  { query, lock }: Request,
): Promise<ProfessionalsAnswer['networks']> {
  if (Object.keys(lock).some((name) => !LOCKS.includes(name))) return undefined;
  const listed = await site.answers.networks(query, lock);
  const networks = listed.map((each) => networkHead(site, each, query.lang));
  // Those of one date, or without any, stay in the order of their names.
  networks.sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) < startOf(b) ? -1 : 1));
  return { total: networks.length, networks };
}

/** After every date where there is none. */
const startOf = ({ next }: NetworkHead) => next?.start ?? '~';
