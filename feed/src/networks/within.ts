import type { Location } from '../model/offer.js';
import type { ProviderHead } from '../model/wire.js';
import type { Query } from '../query/query.js';
import type { TermTree } from '../terms/tree.js';
import type { ListedNetwork } from './members.js';

/** What a query or a lock can ask of networks. */
export type NetworkQuery = Pick<Query, 'topic' | 'place' | 'provider'>;

/** What a filter knows besides the network. */
export interface NetworkContext {
  tree: TermTree;
  /** By id. */
  providers: Readonly<Record<string, Pick<ProviderHead, 'slug'>>>;
  /** The address of a provider, by its id. */
  addressOf: (provider: string) => Pick<Location, 'town' | 'district'> | undefined;
}

/**
 * Says whether a network is what the query asks for: by its topics, those above included; by the
 * places that it works in, as those that an offer serves, and by those of its members, where one
 * without places works everywhere; by a member.
 */
export function networkMatching(
  { topic, place, provider }: NetworkQuery,
  { tree, providers, addressOf }: NetworkContext,
): (listed: ListedNetwork) => boolean {
  const asked = (list: 'topic' | 'place', ids: readonly string[]) => {
    const current = ids.map((id) => tree.current(list, id));
    return (found: readonly string[]) => current.some((id) => found.includes(id));
  };
  const isTopic = topic && asked('topic', topic);
  const isPlace = place && asked('place', place);
  const above = (list: 'topic' | 'place', ids: readonly (string | undefined)[]) =>
    ids.flatMap((id) => (id === undefined ? [] : tree.lineage(list, id)));

  return ({ network: { topics = [], places = [] }, members }) => {
    const ids = members.flatMap((member) => ('provider' in member ? member.provider : []));
    const works = [
      ...above('place', places),
      ...places.flatMap((id) => tree.descendants('place', id)),
    ];
    const homes = () =>
      ids.flatMap((id) => {
        const { town, district } = addressOf(id) ?? {};
        return above('place', [town, district]);
      });
    return (
      (!isTopic || isTopic(above('topic', topics))) &&
      (!isPlace || places.length === 0 || isPlace(works) || isPlace(homes())) &&
      (!provider ||
        ids.some((id) => provider.some((name) => name === id || name === providers[id]?.slug)))
    );
  };
}
