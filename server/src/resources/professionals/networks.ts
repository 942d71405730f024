import type { NetworkHead, ProfessionalsAnswer, Request } from '@vielfalt/feed';
import type { Site } from '../../answers/site.js';
import { holdsForNetworks, networkHead } from '../networks.js';

/** How many networks are named. */
const MOST = 8;

/** Networks, the next to meet first; nothing under a lock that they cannot be held to. */
export async function findNetworksAhead(
  site: Site,
  { query, lock }: Request,
): Promise<ProfessionalsAnswer['networks']> {
  if (!holdsForNetworks(lock)) return undefined;
  const listed = await site.answers.networks(query, lock);
  const networks = listed.map((each) => networkHead(site, each, query.lang));
  // Those of one date, or without any, stay in the order of their names.
  networks.sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) < startOf(b) ? -1 : 1));
  return { total: networks.length, networks: networks.slice(0, MOST) };
}

/** After every date where there is none. */
const startOf = ({ next }: NetworkHead) => next?.start ?? '~';
