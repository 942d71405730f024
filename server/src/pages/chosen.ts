import { originAt, type Query } from '@vielfalt/feed';
import {
  chosenFilters as filtersOf,
  fill,
  longDate,
  plural,
  type ChosenFilter,
} from '@vielfalt/feed/wording';
import { changedQuery, inPageLanguage, type PageRequest } from './page-request.js';
import { labelOf } from './labels.js';
import type { PageContext } from './context.js';
import { html, type HtmlContent } from '../text/html.js';

/** The choices in force with their names. */
export function activeFilters(
  { request: { query } }: PageRequest,
  context: PageContext,
): ChosenFilter[] {
  const { facets, choices, tag } = context.texts;
  const { changed } = query;
  const place = originAt(query.near, context.view.terms.place)?.label;
  const near = place === undefined ? facets.near : fill(choices.filters.nearPlace, { place });
  const words = { choices, facets, near };
  const date = changed && fill(facets.changed, { date: longDate(changed, tag) });
  return [
    ...filtersOf(query, words, (name, value) => labelOf(name, value, context)),
    ...(date ? [{ label: date, removal: { changed: undefined } }] : []),
  ];
}

/** The choices in force, each a link that takes it back; words and order stay. */
export function activeFilterLinks(requested: PageRequest, context: PageContext): HtmlContent {
  const all = activeFilters(requested, context);
  const { choices: words } = context.texts;
  const removal = Object.assign({}, ...all.map((filter) => filter.removal)) as Partial<Query>;
  const none = Object.fromEntries(Object.keys(removal).map((name) => [name, undefined]));
  const link = (change: Partial<Query>) => context.href('/', changedQuery(requested, change));
  return (
    all.length > 0 &&
    html`<ul class="chosen plain" role="list" aria-label="${words.chosen}">
      ${all.map(
        (filter) =>
          html`<li>
            <a
              class="chosen-one"
              href="${link(filter.removal)}"
              rel="nofollow"
              aria-label="${fill(words.remove, { name: filter.label })}"
              >${filter.label}<span aria-hidden="true"> ×</span></a
            >
          </li>`,
      )}
      ${
        all.length > 1 &&
        html`<li><a class="quiet" href="${link(none)}" rel="nofollow">${words.removeAll}</a></li>`
      }
    </ul>`
  );
}

/** More single choices to do without would be no help, nor are more looked at. */
const MOST_WAYS = 3;
const MOST_ASKED = 8;

/** The choices to do without where nothing is found, each a link with what there would be. */
export async function waysOut(requested: PageRequest, context: PageContext): Promise<HtmlContent> {
  const { query, lock } = requested.request;
  const { site, texts } = context;
  const { q } = query;
  const all = [
    ...activeFilters(requested, context),
    ...(q ? [{ label: q, removal: { q: undefined } }] : []),
  ];
  if (all.length < 2) return undefined;
  const counted = all.slice(0, MOST_ASKED).map(async (filter) => {
    const without = { ...query, ...filter.removal };
    return {
      ...filter,
      total: await site.answers.count(inPageLanguage({ query: without, lock }, context)),
    };
  });
  const ways = (await Promise.all(counted))
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total)
    .slice(0, MOST_WAYS);
  return (
    ways.length > 0 &&
    html`<ul class="ways plain" role="list">
      ${ways.map(({ label, removal, total }) => {
        const words = fill(plural(texts.tag, texts.choices.drop, total), { name: label });
        const href = context.href('/', changedQuery(requested, removal));
        return html`<li><a class="button" href="${href}" rel="nofollow">${words}</a></li>`;
      })}
    </ul>`
  );
}
