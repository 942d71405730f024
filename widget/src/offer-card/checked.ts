import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Check } from '@vielfalt/feed';
import { longDate, monthsAgo, monthsBetween } from '../format/date.js';
import { fill } from '../locales/locale.js';
import type { Locale } from '../locales/locale.js';
import { icon } from './icons.js';

/** From how many months on a check is too old to rely on. */
const OLD = 12;

/** When a record was last checked and by which office; once that is a year ago, with a warning. */
export function checkedLine(
  checked: Check | undefined,
  today: string,
  locale: Locale,
): TemplateResult | typeof nothing {
  if (!checked) return nothing;
  const { on, by } = checked;
  const texts = locale.card.checked;
  const months = monthsBetween(on, today);
  const [before = '', after = ''] = texts.by.split('{name}');
  const office = by ? html` ${before}<bdi>${by}</bdi>${after}` : nothing;
  return months >= OLD
    ? html`<p class="checked old">
        ${icon('warning')}<span
          >${fill(texts.ago, { ago: monthsAgo(months, locale.tag) })}${office} – ${texts.ask}</span
        >
      </p>`
    : html`<p class="checked muted">
        ${icon('check')}<span>${fill(texts.on, { date: longDate(on, locale.tag) })}${office}</span>
      </p>`;
}
