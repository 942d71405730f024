import { originAt, originsIn, printQuery, type Point } from '@vielfalt/feed';
import { plural } from '@vielfalt/feed/wording';
import type { PageContext } from './context.js';
import { attributes, html, type Html, type HtmlContent } from '../text/html.js';
import { changedQuery, inPageLanguage, type PageRequest } from './page-request.js';
import { hiddenFields } from './search-form.js';

/** A point as an address writes it. */
function written(near: Point): string {
  return new URLSearchParams(printQuery({ near })).get('near') ?? '';
}

/** Chooses a place around which to look. */
export function nearForm(requested: PageRequest, context: PageContext): Html {
  const { root, texts, view } = context;
  const { near } = requested.request.query;
  const { choices, search, tag } = texts;
  const now = near && written(near);
  const isHere = near && !originAt(near, view.terms.place);
  const option = (value: string, label: string, isSelected: boolean) =>
    html`<option ${attributes({ value, selected: isSelected })}>${label}</option>`;
  return html`<form class="facet person" action="${root}/">
    ${hiddenFields(requested, context, near ? ['near'] : ['near', 'km'])}
    <p>
      <label for="near">${choices.filters.nearFrom}</label>
      <select id="near" name="near">
        ${option('', choices.any, !near)}
        ${isHere && now !== undefined && option(now, choices.filters.nearMe, true)}
        ${originsIn(view.terms.place, tag).map(({ label, point }) =>
          option(written(point), label, written(point) === now),
        )}
      </select>
    </p>
    <button class="button" type="submit">${search.apply}</button>
  </form>`;
}

/** The way to offers that are nowhere, and so are not near: those online. */
export async function nowhereLink(
  requested: PageRequest,
  context: PageContext,
): Promise<HtmlContent> {
  const { query, lock } = requested.request;
  if (!query.near || query.online || lock.online) return undefined;
  const online = { near: undefined, km: undefined, sort: undefined, online: true } as const;
  const asked = inPageLanguage({ query: { ...query, ...online }, lock }, context);
  const total = await context.site.answers.count(asked);
  const { choices, tag } = context.texts;
  return (
    total > 0 &&
    html`<p class="nowhere">
      <a href="${context.href('/', changedQuery(requested, online))}" rel="nofollow"
        >${plural(tag, choices.filters.nowhere, total)}</a
      >
    </p>`
  );
}
