import type { Card } from '../model/wire.js';
import { primary } from '../terms/heads.js';
import type { TermTree } from '../terms/tree.js';

/** What a card is found under, terms above its own included. No day and no language changes it. */
export interface Traits {
  topic: ReadonlySet<string>;
  audience: ReadonlySet<string>;
  kind: ReadonlySet<string>;
  /** Where it happens, where it serves, and what these lie in. */
  place: ReadonlySet<string>;
  /** Where it happens, and what that lies in. */
  at: ReadonlySet<string>;
  /** Language tags in small letters, with their primary subtags. */
  spoken: ReadonlySet<string>;
}

/** Gives a card's traits, each worked out once: by the card's id, so all must be of one revision. */
export type TraitsOf = (card: Card) => Traits;

export function createTraits(tree: TermTree): TraitsOf {
  const known = new Map<string, Traits>();
  return (card) => {
    let traits = known.get(card.id);
    if (!traits) known.set(card.id, (traits = read(card, tree)));
    return traits;
  };
}

function read(card: Card, tree: TermTree): Traits {
  const { topics = [], audiences = [], kind, locations = [], serves = [], spoken = [] } = card;
  const lineages = (list: 'topic' | 'audience' | 'kind' | 'place', ids: string[]) =>
    new Set(ids.flatMap((id) => tree.lineage(list, id)));
  const at = lineages(
    'place',
    locations.flatMap(({ town, district }) => [town ?? [], district ?? []].flat()),
  );
  const served = serves.flatMap((id) => [
    ...tree.lineage('place', id),
    ...tree.descendants('place', id),
  ]);
  const tags = spoken.map(({ language }) => language.toLowerCase());
  return {
    topic: lineages('topic', topics),
    audience: lineages('audience', audiences),
    kind: lineages('kind', kind ? [kind] : []),
    at,
    place: served.length > 0 ? new Set([...at, ...served]) : at,
    spoken: new Set(tags.flatMap((tag) => [tag, primary(tag)])),
  };
}
