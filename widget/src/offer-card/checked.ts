import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Check } from '@vielfalt/feed';
import { fill, longDate } from '@vielfalt/feed/wording';
import { monthsAgo, monthsBetween } from '../format/date.js';
import type { Locale } from '../locales/locale.js';

/** From how many months on a check is too old to rely on. */
const OLD = 12;

/** When a record was last checked and by which office; once that is a year ago, with a warning. */
export function checkedLine(
  checked: Check | undefined,
  today: string,
  { tag, card: { checked: texts } }: Locale,
): TemplateResult | typeof nothing {
  if (!checked) return nothing;
  const months = monthsBetween(checked.on, today);
  const isOld = months >= OLD;
  return html`<p class=${isOld ? 'checked old' : 'checked muted'}>
    ${
      isOld
        ? fill(texts.ago, { ago: monthsAgo(months, tag) })
        : fill(texts.on, { date: longDate(checked.on, tag) })
    }
    ${checked.by ? html`${texts.by} <bdi>${checked.by}</bdi>` : nothing}
    ${isOld ? `– ${texts.ask}` : nothing}
  </p>`;
}
