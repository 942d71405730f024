import { reportWay, type Reported } from '@vielfalt/feed/wording';
import type { Report } from '../store/papers.js';
import type { PageContext } from './context.js';
import { html, type HtmlContent } from '../text/html.js';

/** The path of the form that says what is wrong of a record. */
export function reportPath(kind: Report['kind'], slug: string): string {
  return `/${kind}s/${slug}/report`;
}

/**
 * The way to say that something is wrong: the form, and beside it the address that a letter goes to; or
 * the letter alone.
 */
export function report(about: Reported, context: PageContext): HtmlContent {
  const { directory, texts, isStatic, href } = context;
  const words = texts.details.report;
  const way = reportWay(directory.reportTo, about, words);
  if (!way) return undefined;
  const { kind, slug, origin } = about;
  const address = way.email && html`<bdi class="address" dir="ltr">${way.email}</bdi>`;
  if (!directory.reports || isStatic || kind === 'network' || origin?.reportTo) {
    return html`<a href="${way.link}">${words.link}</a> ${address} · `;
  }
  return html`<a href="${href(reportPath(kind, slug))}" rel="nofollow">${words.link}</a>
    <a href="${way.link}">${address}</a> · `;
}
