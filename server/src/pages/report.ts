import { reportWay, type Reported } from '@vielfalt/feed/wording';
import type { PageContext } from './context.js';
import { html, type HtmlContent } from './html.js';

/** The way to say that something is wrong: a link, and as text beside it who gets the letter. */
export function report(about: Reported, { directory, texts }: PageContext): HtmlContent {
  const words = texts.details.report;
  const way = reportWay(directory.reportTo, about, words);
  return (
    way &&
    html`<a href="${way.link}">${words.link}</a>
      ${way.email && html`<bdi class="address" dir="ltr">${way.email}</bdi>`} · `
  );
}
