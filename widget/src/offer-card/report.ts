import type { DirectoryHead } from '@vielfalt/feed';
import { reportWay, type Reported } from '@vielfalt/feed/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';
import { isolated, link } from './link.js';

/** Where to say that something is wrong: a link, and as text beside it who gets the letter. */
export function report(
  about: Reported,
  { reportTo }: DirectoryHead,
  locale: Locale,
): TemplateResult | typeof nothing {
  const texts = withDetails(locale).details.report;
  const way = reportWay(reportTo, about, texts);
  return way
    ? html`<span
        >${link(way.link, texts.link)}
        ${way.email ? html`<span class="muted">${isolated(way.email)}</span>` : nothing}</span
      >`
    : nothing;
}
