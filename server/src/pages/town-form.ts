import { termTree, WITHIN, type Lock } from '@vielfalt/feed';
import { townsIn } from '../answers/axes.js';
import type { PageContext } from './context.js';
import { attributes, html, type HtmlContent, type Html } from '../text/html.js';
import { labelOf } from './labels.js';
import { readPageRequest, type PageRequest } from './page-request.js';
import { hiddenFields } from './search-form.js';

/** Whether a parameter is one that `readTownRequest` or `pageContext` looks at. */
export function isTownParameter(name: string): boolean {
  return name === 'lang' || name === 'place' || name.startsWith(WITHIN);
}

/** Reads the address of a page that can be about one town: `place`, and a lock. */
export function readTownRequest(parameters: URLSearchParams, context: PageContext): PageRequest {
  const own = [...parameters].filter(([name]) => isTownParameter(name));
  return readPageRequest(new URLSearchParams(own), context);
}

/** Chooses the town; nothing under a lock that leaves none to choose. */
export function townForm(path: string, requested: PageRequest, context: PageContext): HtmlContent {
  const { query, lock } = requested.request;
  const towns = townsIn(context.view.terms).filter(placesInside(lock, context));
  if (towns.length < 2 || context.isStatic) return undefined;
  const { town, everywhere, show } = context.texts.professionals;
  const options = new Map(towns.map((id) => [id, labelOf('place', id, context)]));
  const chosen = query.place?.join(',') ?? '';
  if (chosen && !options.has(chosen)) options.set(chosen, placeNames(query.place ?? [], context));
  const option = (value: string, label: string): Html =>
    html`<option ${attributes({ value, selected: value === chosen })}>${label}</option>`;
  return html`<form class="town" action="${context.root}${path}">
    ${hiddenFields(requested, context, ['place'])}
    <p>
      <label for="town">${town}</label>
      <select id="town" name="place">
        ${option('', everywhere)} ${[...options].map(([id, label]) => option(id, label))}
      </select>
    </p>
    <button class="button" type="submit">${show}</button>
  </form>`;
}

/** The places that a page is about, by name; none where it is about all. */
export function townNames({ query, lock }: { query: Lock; lock: Lock }, context: PageContext) {
  const chosen = query.place?.filter(placesInside(lock, context)) ?? [];
  return placeNames(chosen.length > 0 ? chosen : (lock.place ?? lock.at ?? []), context);
}

/** Says of a place whether it is one that the lock names, or lies below it. */
function placesInside({ place, at }: Lock, { view }: PageContext): (id: string) => boolean {
  const tree = termTree(view.terms);
  const fixed = [place, at].flatMap((ids) =>
    ids ? [ids.map((id) => tree.current('place', id))] : [],
  );
  return (id) => {
    const above = tree.lineage('place', id);
    return fixed.every((ids) => ids.some((each) => above.includes(each)));
  };
}

function placeNames(ids: readonly string[], context: PageContext): string {
  return ids.map((id) => labelOf('place', id, context)).join(context.texts.card.comma);
}
