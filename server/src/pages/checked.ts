import { addDays, type Check } from '@vielfalt/feed';
import { fill, longDate } from '@vielfalt/feed/wording';
import type { PageContext } from './context.js';
import { around, html, type Html } from './html.js';

/** When a record was last checked and by which office; once that is a year ago, with a warning. */
export function checkedLine(checked: Check | undefined, { site, texts }: PageContext): Html {
  const { on, by, ask, never } = texts.offer.checked;
  if (!checked) return html`<p class="checked">${never}</p>`;
  const isOld = checked.on < addDays(site.date, -365);
  return html`<p class="checked ${isOld && 'old'}">
    ${fill(on, { date: longDate(checked.on, texts.tag) })}
    ${checked.by && around(by, 'name', html`<bdi>${checked.by}</bdi>`)} ${isOld && `– ${ask}`}
  </p>`;
}
