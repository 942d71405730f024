import type { NetworkHead, ShownMember } from '@vielfalt/feed';
import { plural, sayTime, shortDate, type Said } from '@vielfalt/feed/wording';
import type { PageContext } from '../context.js';
import { attributes, html, joined, type HtmlContent, type Html } from '../../text/html.js';
import { spoken } from '../offer-view.js';
import { lockQuery } from '../page-request.js';
import { termPath } from '../term.js';
import { memberItems } from './members.js';
import { sortedQuery, type NetworkRequest, type NetworkSort } from './question.js';

/** A network as the page of all shows it. */
export interface ShownNetwork {
  head: NetworkHead;
  name: Said;
  members: readonly ShownMember[];
}

/** In the order that is asked for; those without a meeting come last. @param shown by name */
export function sorted(shown: readonly ShownNetwork[], sort: NetworkSort): ShownNetwork[] {
  if (sort === 'name') return [...shown];
  if (sort === 'members') return [...shown].sort((a, b) => b.head.members - a.head.members);
  const start = ({ head }: ShownNetwork) => head.next?.start ?? '~';
  return [...shown].sort((a, b) => (start(a) < start(b) ? -1 : Number(start(a) > start(b))));
}

/** All networks in a table that links in its heading sort. */
export function networkTable(
  shown: readonly ShownNetwork[],
  question: NetworkRequest,
  context: PageContext,
): Html {
  const { facets, networks: words, networkPages, details } = context.texts;
  const column = (sort: NetworkSort, label: string) =>
    html`<th
      ${attributes({
        scope: 'col',
        'aria-sort': question.sort === sort && (sort === 'members' ? 'descending' : 'ascending'),
      })}
    >
      <a href="${context.href('/networks', sortedQuery(question, sort))}" rel="nofollow"
        >${label}</a
      >
    </th>`;
  return html`<div class="scroller" role="region" tabindex="0" aria-labelledby="found">
    <table class="networks">
      <caption class="visually-hidden">
        ${details.networks}
      </caption>
      <thead>
        <tr>
          ${column('name', networkPages.name)} ${column('next', networkPages.next)}
          ${column('members', words.members)}
          <th scope="col">${facets.topic}</th>
          <th scope="col">${facets.place}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map((each) => row(each, question, context))}
      </tbody>
    </table>
  </div>`;
}

function row(
  { head, name, members }: ShownNetwork,
  { requested }: NetworkRequest,
  context: PageContext,
): Html {
  const { facets, tag, networkPages } = context.texts;
  const { topics = [], places = [] } = head;
  const count = plural(tag, networkPages.members, head.members);
  return html`<tr>
    <th scope="row">
      <a href="${context.href(`/networks/${head.slug}`, lockQuery(requested))}"
        >${spoken(name, context)}</a
      >
    </th>
    <td data-label="${networkPages.next}">${meeting(head, context)}</td>
    <td>
      ${
        members.length > 0
          ? html`<details>
              <summary>${count}</summary>
              <ul>
                ${memberItems(members, context)}
              </ul>
            </details>`
          : count
      }
    </td>
    <td data-label="${facets.topic}">${termLinks('topic', topics, context)}</td>
    <td data-label="${facets.place}">
      ${places.length > 0 ? termLinks('place', places, context) : networkPages.everywhere}
    </td>
  </tr> `;
}

function meeting({ next, rhythm }: NetworkHead, context: PageContext): HtmlContent {
  const { site, texts } = context;
  if (!next) return html`<span class="muted">${rhythm ?? texts.networkPages.noMeeting}</span>`;
  const { start, end } = next;
  return html`<time datetime="${start}">${shortDate(start, site.date, texts.tag)}</time>
    <span class="time">${sayTime({ start, ...(end && { end }) }, site.date, texts)}</span>
    ${rhythm && html`<span class="muted rhythm">${rhythm}</span>`}`;
}

/** Terms, each leading to the page of its offers. */
export function termLinks(
  list: 'topic' | 'place',
  ids: readonly string[],
  { view, href, texts }: PageContext,
): HtmlContent {
  const links = ids.flatMap((id) => {
    const label = view.terms[list][id]?.label;
    return label ? html`<a href="${href(termPath(list, id))}">${label}</a>` : [];
  });
  return joined(links, texts.card.comma);
}
