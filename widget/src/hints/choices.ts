import type { Query } from '@vielfalt/feed';
import type { OfferedChoice } from '@vielfalt/feed/hints';
import { fill } from '@vielfalt/feed/wording';
import { html, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { hintTexts } from '../locales/hints.js';
import { icon } from '../styles/icons.js';

const plusIcon = icon('M12 5v14M5 12h14');

/** Buttons that take words out of the question and filter by them instead. */
export function offeredRow(
  all: readonly OfferedChoice[],
  locale: Locale,
  choose: (choice: Partial<Query>) => void,
): TemplateResult {
  const { offered: name, filterBy } = hintTexts(locale);
  return html`<ul class="plain" role="list" aria-label=${name}>
    ${all.map(
      ({ label, choice }) =>
        html`<li>
          <button
            type="button"
            class="offered"
            aria-label=${fill(filterBy, { name: label })}
            @click=${() => choose(choice)}
          >
            ${plusIcon} <bdi>${label}</bdi>
          </button>
        </li>`,
    )}
  </ul>`;
}
