import type { Row, RowItem } from '@vielfalt/feed/presentation';
import type { PageContext } from './context.js';
import { html, type HtmlContent, type Html } from '../text/html.js';
import { passage, pieces } from './offer-view.js';
import { paragraph, outward } from './words.js';

/** Facts in full, as a list of terms and descriptions; those that there are. */
export function rowList(rows: Row[], page: PageContext): Html {
  return html`<dl class="rows">
    ${rows.map(
      ({ label, items }) =>
        items.length > 0 &&
        html`<div>
          <dt>${label}</dt>
          <dd>${rowItems(items, page)}</dd>
        </div>`,
    )}
  </dl>`;
}

/** What stands beside a label. */
export function rowItems(items: Row['items'], page: PageContext): HtmlContent {
  return items.map((item) => rowItem(item, page));
}

function rowItem(item: RowItem, page: PageContext): HtmlContent {
  if ('passage' in item) return passage(item.passage, page);
  if ('link' in item) return paragraph(outward(item.link, html`<bdi>${item.text}</bdi>`));
  if ('way' in item) {
    const { label, link, text } = item.way;
    return html`<p>
      <span class="muted">${label}:</span> ${outward(link, html`<bdi dir="ltr">${text}</bdi>`)}
    </p>`;
  }
  if ('group' in item) {
    return html`<div class="place">${item.group.map((each) => rowItem(each, page))}</div>`;
  }
  const { kind, note } = item;
  const content = pieces(item.line, page);
  if (kind === 'missing') return html`<p class="muted">${content}</p>`;
  return paragraph([
    kind === 'name' ? html`<bdi>${content}</bdi>` : content,
    note && html` <span class="muted">(${note})</span>`,
  ]);
}
