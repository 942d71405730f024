import type { Card } from '../model/wire.js';
import type { ComparedField } from '../query/comparison.js';
import { FILTERS, comparisonOf, termListOf, type FilterName } from '../query/comparisons.js';
import { primary } from '../terms/heads.js';
import type { TermTree } from '../terms/tree.js';
import { isFree } from './cost.js';

/**
 * The values under which each filter finds a card: terms with those above, languages, `YES` of a
 * flag.
 */
export type Traits = Record<FilterName, ReadonlySet<string>>;

/** Gives a card's traits, each worked out once: by the card's id, so all must be of one revision. */
export type TraitsOf = (card: Card) => Traits;

/** The only value of a flag. */
export const YES = 'yes';
/** Stands for all values of a filter: nothing is known, and that is no reason to leave a card out. */
export const FOR_ALL = '';
/** Shared, since most cards have these of most filters. */
const NONE: ReadonlySet<string> = new Set<string>();
const IS_SO: ReadonlySet<string> = new Set([YES]);

/** Works out what no day and no language changes. */
export function createTraits(tree: TermTree): TraitsOf {
  const known = new Map<string, Traits>();
  return (card) => {
    let traits = known.get(card.id);
    if (!traits) {
      const facts = { ...card, free: isFree(card) };
      const found = FILTERS.map((name) => [name, traitOf(facts, name, tree)]);
      known.set(card.id, (traits = Object.fromEntries(found) as Traits));
    }
    return traits;
  };
}

/** The values that a field holds; those of its entries where it is a list. */
function held(facts: object, field: ComparedField): unknown[] {
  let values: unknown[] = [facts];
  for (const name of field.split('.')) {
    values = values.flatMap((value) => (value as Record<string, unknown>)[name] ?? []);
  }
  return values;
}

function traitOf(facts: object, name: FilterName, tree: TermTree): ReadonlySet<string> {
  const compare = comparisonOf(name);
  const list = termListOf(name);
  const textsOf = (field: ComparedField) => held(facts, field).map(String);
  switch (compare.by) {
    case 'is':
      return held(facts, compare.field).includes(compare.value ?? true) ? IS_SO : NONE;
    case 'has':
      return held(facts, compare.field).length > 0 ? IS_SO : NONE;
    case 'language':
      return new Set(textsOf(compare.field).flatMap((tag) => [tag.toLowerCase(), primary(tag)]));
    case 'terms': {
      if (!list) return NONE;
      const served = compare.serves ? textsOf(compare.serves) : [];
      const found = [
        ...[...compare.fields.flatMap(textsOf), ...served].flatMap((id) => tree.lineage(list, id)),
        ...served.flatMap((id) => tree.descendants(list, id)),
      ];
      return new Set(compare.orNone && !found[0] ? [FOR_ALL] : found);
    }
    default:
      return NONE;
  }
}
