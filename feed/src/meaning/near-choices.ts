import { facet } from '../choices/facet.js';
import type { Facets, NearTerm, Terms } from '../model/wire.js';
import type { Lock } from '../query/query.js';
import { termTree } from '../terms/tree.js';

const MOST = 6;
/** The number of places beside the topics that have most offers, where nothing comes near. */
const PLACES = 2;

/**
 * Suggestions inside a lock where a question finds nothing: the topics and places whose
 * names come near, or what these lie below; else those with the most offers.
 *
 * @param near the topics and places whose names come near, the nearest first
 * @param inside the answer to the lock alone
 */
export function nearChoices(
  near: readonly Pick<NearTerm, 'name' | 'value'>[],
  { facets, total }: { facets: Facets; total: number },
  lock: Lock,
  terms: Terms,
): NearTerm[] {
  const tree = termTree(terms);
  const counts = (name: NearTerm['name']) =>
    new Map((facets[name] ?? []).map(({ value, count }) => [value, count]));
  const all = { topic: counts('topic'), place: counts('place') };
  const found = new Map<string, NearTerm>();
  for (const { name, value } of near) {
    if (found.size === MOST) break;
    const shown = tree.lineage(name, value).find((id) => all[name].has(id));
    const count = shown === undefined ? 0 : (all[name].get(shown) ?? 0);
    // What all offers have narrows nothing down.
    if (shown === undefined || count === total) continue;
    found.set(`${name} ${shown}`, nearTerm(name, shown, count, terms));
  }
  if (found.size > 0) return [...found.values()];
  const most = (name: NearTerm['name']) =>
    facet(name, { facets, query: {}, lock, terms })
      .sort((one, other) => other.count - one.count)
      .map(({ value, count }) => nearTerm(name, value, count, terms));
  const places = most('place').slice(0, PLACES);
  return [...most('topic').slice(0, MOST - places.length), ...places];
}

function nearTerm(name: NearTerm['name'], value: string, total: number, terms: Terms): NearTerm {
  return { name, value, label: terms[name][value]?.label ?? value, total };
}
