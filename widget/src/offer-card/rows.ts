import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { safeLink } from '@vielfalt/feed';
import type { ContactWay, Passage, Row, RowItem } from '@vielfalt/feed/presentation';
import { direction, isSameLanguage, sourceNote } from '@vielfalt/feed/wording';
import { prose } from '../format/prose.js';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';
import type { ReaderContext } from '../store/card-context.js';
import { icon } from '../styles/icons.js';
import { PLACE } from '../styles/place.js';
import { pieces } from './summary.js';

const ICONS = {
  phone:
    'M6 4h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2 2C10.5 20 4 13.5 4 6a2 2 0 0 1 2-2',
  mail: 'M3 6h18v12H3zM3 7l9 6.5L21 7',
  web: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  place: PLACE,
};

/** A sign for a way to reach somebody. */
export function wayIcon(name: keyof typeof ICONS): TemplateResult {
  return icon(ICONS[name]);
}

/** A link out of the page, or the bare words where the address is none that may be followed. */
function link(address: string, words: unknown): TemplateResult {
  const href = safeLink(address);
  return href
    ? html`<a href=${href} rel="noopener noreferrer">${words}</a>`
    : html`<span>${words}</span>`;
}

/** Numbers and addresses read from left to right, also inside Arabic. */
function isolated(text: string): TemplateResult {
  return html`<bdi dir="ltr">${text}</bdi>`;
}

/** Facts in full, as a list of terms and descriptions. */
export function rowList(rows: Row[], view: ReaderContext): TemplateResult {
  return html`<dl class="rows">
    ${rows.map(
      ({ label, items }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${items.map((item) => rowItem(item, view))}</dd>
        </div>`,
    )}
  </dl>`;
}

/** One thing that a row says. */
export function rowItem(item: RowItem, view: ReaderContext): unknown {
  if ('passage' in item) return passage(item.passage, view);
  if ('way' in item) return contactWay(item.icon, item.way);
  if ('group' in item) {
    return html`<div class="place">${item.group.map((each) => rowItem(each, view))}</div>`;
  }
  if ('link' in item) return html`<p>${link(item.link, html`<bdi>${item.text}</bdi>`)}</p>`;
  const { line, kind, note } = item;
  const content = pieces(line, view);
  return html`<p class=${kind === 'missing' ? 'muted' : nothing}>
    ${kind === 'name' ? html`<bdi>${content}</bdi>` : content}
    ${note ? html`<span class="muted">(${note})</span>` : nothing}
  </p>`;
}

function contactWay(
  name: keyof typeof ICONS,
  { label, link: address, text }: ContactWay,
): TemplateResult {
  return html`<p class="way">
    ${wayIcon(name)}<span class="visually-hidden">${label}</span> ${link(address, isolated(text))}
  </p>`;
}

/** An author's text as paragraphs, with its origin where that has to be said. */
export function passage(
  { said: { text, lang }, origin }: Passage,
  { locale }: ReaderContext,
): TemplateResult {
  const same = isSameLanguage(lang, locale.language);
  return html`<div
    class="prose"
    lang=${same ? nothing : lang}
    dir=${same ? nothing : direction(lang)}
  >
    ${prose(text)} ${origin ? html`<small class="mark">${origin}</small>` : nothing}
  </div>`;
}

/** The directory or office that a record comes from, with its terms. */
export function source(
  record: Parameters<typeof sourceNote>[0],
  locale: Locale,
): TemplateResult | typeof nothing {
  const note = sourceNote(record);
  if (!note) return nothing;
  const { name, page, terms } = note;
  const [before, after] = withDetails(locale).details.source.split('{name}');
  const named = html`<bdi>${name}</bdi>`;
  return html`<span class="muted"
    >${before}${page ? link(page, named) : named}${after}
    ${terms ? html`(<bdi>${terms}</bdi>)` : nothing}</span
  >`;
}
