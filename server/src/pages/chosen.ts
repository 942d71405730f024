import type { Query } from '@vielfalt/feed';
import {
  chosenFilters as filtersOf,
  fill,
  longDate,
  plural,
  type ChosenFilter,
} from '@vielfalt/feed/wording';
import { changedQuery, type PageRequest } from './asked.js';
import { labelOf } from './labels.js';
import type { PageContext } from './context.js';
import { html, type HtmlContent } from './html.js';

function chips({ request: { query } }: PageRequest, context: PageContext): ChosenFilter[] {
  const { facets, choices, tag } = context.texts;
  const { changed } = query;
  const words = { choices, facets, near: facets.near };
  const date = changed && fill(facets.changed, { date: longDate(changed, tag) });
  return [
    ...filtersOf(query, words, (name, value) => labelOf(name, value, context)),
    ...(date ? [{ label: date, removal: { changed: undefined } }] : []),
  ];
}

/** The choices in force, each a link that takes it back; words and order stay. */
export function chosenFilters(asked: PageRequest, context: PageContext): HtmlContent {
  const all = chips(asked, context);
  const { choices: words } = context.texts;
  const removal = Object.assign({}, ...all.map((chip) => chip.removal)) as Partial<Query>;
  const none = Object.fromEntries(Object.keys(removal).map((name) => [name, undefined]));
  const link = (change: Partial<Query>) => context.href('/', changedQuery(asked, change));
  return (
    all.length > 0 &&
    html`<ul class="chosen plain" role="list" aria-label="${words.chosen}">
      ${all.map(
        (chip) =>
          html`<li>
            <a
              class="chosen-one"
              href="${link(chip.removal)}"
              rel="nofollow"
              aria-label="${fill(words.remove, { name: chip.label })}"
              >${chip.label}<span aria-hidden="true"> ×</span></a
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

/** Where nothing is found: which choice to do without, each a link with what there would be. */
export function waysOut(asked: PageRequest, context: PageContext): HtmlContent {
  const { query, lock } = asked.request;
  const { site, texts, view } = context;
  const { q } = query;
  const all = [...chips(asked, context), ...(q ? [{ label: q, removal: { q: undefined } }] : [])];
  if (all.length < 2) return undefined;
  const directory = view.on(site.date);
  const ways = all
    .slice(0, MOST_ASKED)
    .map((chip) => {
      const without = { ...query, ...chip.removal, page: undefined, limit: 1 };
      return { ...chip, total: directory.answer({ query: without, lock }).total };
    })
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total)
    .slice(0, MOST_WAYS);
  return (
    ways.length > 0 &&
    html`<ul class="ways plain" role="list">
      ${ways.map(({ label, removal, total }) => {
        const words = fill(plural(texts.tag, texts.choices.drop, total), { name: label });
        const href = context.href('/', changedQuery(asked, removal));
        return html`<li><a class="button" href="${href}" rel="nofollow">${words}</a></li>`;
      })}
    </ul>`
  );
}
