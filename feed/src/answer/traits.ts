import type { Card } from '../model/wire.js';
import type { ComparedField, Comparison } from '../query/comparison.js';
import { FILTERS, comparisonOf, type FilterName } from '../query/comparisons.js';
import { primary } from '../terms/heads.js';
import type { TermTree } from '../terms/tree.js';
import { isFree } from './cost.js';

/** What a card is found under by each filter: terms with those above, languages, `YES` of a flag. */
export type Traits = Record<FilterName, ReadonlySet<string>>;

/** Gives a card's traits, each worked out once: by the card's id, so all must be of one revision. */
export type TraitsOf = (card: Card) => Traits;

/** The only value of a flag. */
export const YES = 'yes';
/** Shared, since most cards have these of most filters. */
const NONE: ReadonlySet<string> = new Set<string>();
const IS_SO: ReadonlySet<string> = new Set([YES]);

/** Works out what no day and no language changes. */
export function createTraits(tree: TermTree): TraitsOf {
  const known = new Map<string, Traits>();
  return (card) => {
    let traits = known.get(card.id);
    if (!traits) {
      const found = FILTERS.map((name) => [name, traitOf(card, comparisonOf(name), tree)]);
      known.set(card.id, (traits = Object.fromEntries(found) as Traits));
    }
    return traits;
  };
}

/** What a field of a card holds; of a list what its entries hold. */
export function held(card: Card, field: ComparedField): unknown[] {
  if (field === 'free') return [isFree(card)];
  return field
    .split('.')
    .reduce<unknown[]>(
      (values, name) => values.flatMap((value) => (value as Record<string, unknown>)[name] ?? []),
      [card],
    );
}

function traitOf(card: Card, compare: Comparison, tree: TermTree): ReadonlySet<string> {
  const textsOf = (field: ComparedField) =>
    held(card, field).filter((value) => typeof value === 'string');
  switch (compare.by) {
    case 'is':
      return held(card, compare.field).includes(compare.value ?? true) ? IS_SO : NONE;
    case 'language':
      return new Set(
        textsOf(compare.field).flatMap((tag) => [tag.toLowerCase(), primary(tag.toLowerCase())]),
      );
    case 'terms': {
      const { list, fields, serves } = compare;
      const served = serves ? textsOf(serves) : [];
      return new Set([
        ...[...fields.flatMap(textsOf), ...served].flatMap((id) => tree.lineage(list, id)),
        ...served.flatMap((id) => tree.descendants(list, id)),
      ]);
    }
    default:
      return NONE;
  }
}
