import { html, nothing, type TemplateResult } from 'lit';
import type { DirectoryHead } from '@vielfalt/feed';
import { reportWay, type Reported } from '@vielfalt/feed/wording';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';

/** A link out of the page. */
export function outward(address: string, words: unknown): TemplateResult {
  return html`<a href=${address} rel="noopener noreferrer">${words}</a>`;
}

/** An address of mail, which reads from left to right, also inside Arabic. */
export function mailAddress(email: string): TemplateResult {
  return html`<bdi dir="ltr">${email}</bdi>`;
}

/** The letter that says that something is wrong: a link, and as text beside it who gets it. */
export function reportLetter(
  about: Reported,
  { reportTo }: DirectoryHead,
  locale: Locale,
): TemplateResult | typeof nothing {
  const texts = withDetails(locale).details.report;
  const way = reportWay(reportTo, about, texts);
  return way
    ? html`<span
        >${outward(way.link, texts.link)}
        ${way.email ? html`<span class="muted">${mailAddress(way.email)}</span>` : nothing}</span
      >`
    : nothing;
}
