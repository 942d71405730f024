import type { List } from '@vielfalt/feed';
import { sayChoice } from '@vielfalt/feed/wording';
import type { PageContext } from './context.js';

/** The name of a parameter's value; the value itself where nobody has a name for it. */
export function labelOf(name: List, value: string, { view, texts, site }: PageContext): string {
  return sayChoice(
    name,
    value,
    view.terms,
    texts,
    (wanted) => site.reference.providerNamed(wanted)?.name,
  );
}
