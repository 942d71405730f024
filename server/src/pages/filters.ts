import {
  FACETS,
  FLAGS,
  LEVELS,
  facet as choicesOf,
  firstOf,
  toggled,
  type Choice,
  type FacetName,
  type Facets,
} from '@vielfalt/feed';
import { plural } from '@vielfalt/feed/wording';
import { changedQuery, type PageRequest } from './page-request.js';

import type { PageContext } from './context.js';
import { attributes, html, type HtmlContent, type Html } from '../text/html.js';
import { labelOf } from './labels.js';
import { nearForm } from './near-form.js';
import { hiddenFields } from './search-form.js';

/** A value as it is shown, with the query that choosing it, or taking it back, leads to. */
interface Item extends Pick<Choice, 'count' | 'depth' | 'isChosen'> {
  label: string;
  query: string;
}

/** All that the offers can be narrowed down by: links, and a form for what is typed. */
export function filters(requested: PageRequest, facets: Facets, context: PageContext): Html {
  const { texts } = context;
  return html`<details class="filters">
    <summary class="button">${texts.search.filters}</summary>
    <div class="panel">
      ${FACETS.map((name) => facet(name, requested, facets, context))}
      ${nearForm(requested, context)} ${flags(requested, facets, context)}
      ${person(requested, context)}
    </div>
  </details>`;
}

function facet(
  name: FacetName,
  requested: PageRequest,
  facets: Facets,
  context: PageContext,
): HtmlContent {
  const { query, lock } = requested.request;
  const { terms } = context.view;
  const items = choicesOf(name, { facets, query, lock, terms }).map((choice) => {
    const change = toggled(name, choice.value, query, terms);
    const label = labelOf(name, choice.value, context);
    return { ...choice, label, query: changedQuery(requested, change) };
  });
  return group(name, context.texts.facets[name], items, context);
}

function flags(requested: PageRequest, facets: Facets, context: PageContext): HtmlContent {
  const { query: now, lock } = requested.request;
  const { choices, frame } = context.texts;
  const shown = FLAGS.filter((name) => !lock[name] && (now[name] || facets[name]?.length));
  const items = shown.map((name) => {
    const count = facets[name]?.[0]?.count ?? 0;
    const isChosen = now[name] === true;
    const query = changedQuery(requested, { [name]: isChosen ? undefined : true });
    const label = choices.flags[name];
    return { label, count, depth: 0, isChosen, query };
  });
  return group('flags', frame.facets.flags, items, context);
}

function option(item: Item, { href, texts }: PageContext): Html {
  const { label, count, depth, isChosen, query } = item;
  return html`<li ${attributes({ class: depth > 0 && `below-${Math.min(depth, 3)}` })}>
    <a
      ${attributes({
        class: 'choice',
        href: href('/', query),
        rel: 'nofollow',
        'aria-current': isChosen && 'true',
      })}
      ><span>${label}</span> <span class="count">${count.toLocaleString(texts.tag)}</span></a
    >
  </li>`;
}

function group(name: string, label: string, items: Item[], context: PageContext): HtmlContent {
  const first = firstOf(items);
  const more = items.filter((item) => !first.includes(item));
  const list = (shown: Item[]) =>
    html`<ul class="plain" role="list">
      ${shown.map((item) => option(item, context))}
    </ul>`;
  const { choices, tag } = context.texts;
  const hint = name === 'audience' || name === 'place' ? choices.hints[name] : undefined;
  return (
    items.length > 0 &&
    html`<section class="facet" aria-labelledby="facet-${name}">
      <h2 id="facet-${name}">${label}</h2>
      ${hint && html`<p class="hint">${hint}</p>`} ${list(first)}
      ${
        more.length > 0 &&
        html`<details>
          <summary class="quiet">${plural(tag, choices.more, more.length)}</summary>
          ${list(more)}
        </details>`
      }
    </section>`
  );
}

/** A form for what people say of themselves: age and knowledge of German. */
function person(requested: PageRequest, context: PageContext): Html {
  const { texts } = context;
  const { age, level } = requested.request.query;
  const option = (value: string, label: string, isSelected: boolean) =>
    html`<option ${attributes({ value, selected: isSelected })}>${label}</option>`;
  return html`<form class="facet person" action="${context.root}/">
    ${hiddenFields(requested, context, ['age', 'level'])}
    <p>
      <label for="age">${texts.facets.age}</label>
      <input
        ${attributes({ id: 'age', name: 'age', type: 'number', min: 0, max: 120, value: age })}
      />
    </p>
    <p>
      <label for="level">${texts.facets.level}</label>
      <select id="level" name="level">
        ${option('', texts.choices.any, !level)}
        ${LEVELS.map((each) => option(each, texts.choices.levels[each], each === level))}
      </select>
    </p>
    <button class="button" type="submit">${texts.search.apply}</button>
  </form>`;
}
