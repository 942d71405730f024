import { listOf, type List } from '@vielfalt/feed';
import { sayChoice } from '@vielfalt/feed/wording';
import { townsIn } from '../answers/axes.js';
import type { PageContext } from './context.js';

/** The name of a parameter's value; the value itself where nobody has a name for it. */
export function labelOf(name: List, value: string, { view, texts, site }: PageContext): string {
  return sayChoice(
    name,
    value,
    view.terms,
    texts,
    (wanted) => site.reference.providers.named(wanted)?.name,
  );
}

/** The same, a district's with its town: `Witten · Annen`. */
export function pathLabel(name: List, value: string, context: PageContext): string {
  const label = labelOf(name, value, context);
  const { terms } = context.view;
  const { parent } = (listOf(name) === 'place' && terms.place[value]) || {};
  const isDistrict = parent !== undefined && !townsIn(terms).includes(value);
  return isDistrict ? `${terms.place[parent]?.label ?? parent} · ${label}` : label;
}
