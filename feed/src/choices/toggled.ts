import type { Terms } from '../model/wire.js';
import type { Query } from '../query/query.js';
import { lineage } from './lineage.js';
import type { FacetName } from './names.js';

/**
 * Chooses a value or takes it back. A value stands for all below it, so a chosen value replaces
 * those above and below: people who choose "Annen" after "Witten" want less, not the same.
 */
export function toggled(
  name: FacetName,
  value: string,
  query: Query,
  terms: Terms,
): Partial<Query> {
  const chosen: readonly string[] = query[name] ?? [];
  const above = (each: string) => lineage(name, each, terms);
  const rest = chosen.includes(value)
    ? chosen.filter((each) => each !== value)
    : [
        ...chosen.filter((each) => !above(each).includes(value) && !above(value).includes(each)),
        value,
      ];
  return { [name]: rest.length > 0 ? rest : undefined };
}
