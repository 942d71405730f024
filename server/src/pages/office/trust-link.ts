import { html, type HtmlContent } from '../html.js';
import type { Office } from './section.js';
import { OFFICE_PATH } from './shell.js';

/** A way to what a provider may change at once. */
export function trustLink(provider: string, { context, words }: Office): HtmlContent {
  const head = context.site.reference.providers[provider];
  return (
    head &&
    html`<a href="${context.href(`${OFFICE_PATH}/trust/${head.slug}`)}">${words.trust.title}</a>`
  );
}
