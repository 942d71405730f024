import { WITHIN, type Lock } from '@vielfalt/feed';
import { townsIn } from '../answers/axes.js';
import type { PageContext } from './context.js';
import { attributes, html, type HtmlContent, type Html } from './html.js';
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

/** Chooses the town; nothing under a lock of places, which settles it. */
export function townForm(path: string, requested: PageRequest, context: PageContext): HtmlContent {
  const { query, lock } = requested.request;
  if (lock.place ?? lock.at) return undefined;
  const { town, everywhere, show } = context.texts.professionals;
  const [chosen] = query.place ?? [];
  const towns = townsIn(context.view.terms);
  const options = chosen && !towns.includes(chosen) ? [chosen, ...towns] : towns;
  const option = (value: string, label: string): Html =>
    html`<option ${attributes({ value, selected: value === (chosen ?? '') })}>${label}</option>`;
  return html`<form class="town" action="${context.root}${path}">
    ${hiddenFields(requested, context, ['place'])}
    <p>
      <label for="town">${town}</label>
      <select id="town" name="place">
        ${option('', everywhere)} ${options.map((id) => option(id, labelOf('place', id, context)))}
      </select>
    </p>
    <button class="button" type="submit">${show}</button>
  </form>`;
}

/** The towns that a page is about, by name; none where it is about all. */
export function townNames({ query, lock }: { query: Lock; lock: Lock }, context: PageContext) {
  const ids = query.place ?? lock.place ?? lock.at ?? [];
  return ids.map((id) => labelOf('place', id, context)).join(context.texts.card.comma);
}
