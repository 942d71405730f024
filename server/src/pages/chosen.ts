import { DEFAULT_KM, FLAGS, LISTS, type Query } from '@vielfalt/feed';
import { fill, longDate, plural } from '@vielfalt/feed/wording';
import { changedQuery, inPageLanguage, type PageRequest } from './page-request.js';
import { labelOf } from './labels.js';
import type { PageContext } from './context.js';
import { html, type HtmlContent } from './html.js';

/** One choice that is in force, and what takes it back. */
interface ActiveFilter {
  label: string;
  removal: Partial<Query>;
}

function activeFilters({ request: { query } }: PageRequest, context: PageContext): ActiveFilter[] {
  const { facets, choices, tag } = context.texts;
  const { flags, levels } = choices;
  const found: ActiveFilter[] = LISTS.flatMap((name) => {
    const values: string[] = query[name] ?? [];
    return values.map((value) => {
      const rest = values.filter((each) => each !== value);
      const removal = { [name]: rest.length > 0 ? rest : undefined };
      return { label: labelOf(name, value, context), removal };
    });
  });
  const add = (label: string, ...names: (keyof Query)[]) =>
    found.push({ label, removal: Object.fromEntries(names.map((name) => [name, undefined])) });
  for (const name of FLAGS) if (query[name]) add(flags[name], name);
  const { level, age, near, km = DEFAULT_KM, changed } = query;
  if (level) add(`${facets.level}: ${levels[level]}`, 'level');
  if (age !== undefined) add(`${facets.age}: ${age}`, 'age');
  if (near) add(fill(facets.near, { km }), 'near', 'km');
  if (changed) add(fill(facets.changed, { date: longDate(changed, tag) }), 'changed');
  return found;
}

/** The choices in force, each a link that takes it back; words and order stay. */
export function chosenFilters(requested: PageRequest, context: PageContext): HtmlContent {
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

/** Where nothing is found: which choice to do without, each a link with what there would be. */
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
