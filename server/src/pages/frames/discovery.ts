import type { PageContext } from '../context.js';
import { html, type HtmlContent } from '../../text/html.js';

/**
 * Tells content systems where to ask how a page is embedded (https://oembed.com, section 4); nothing
 * where the public address is not known, since they take whole addresses alone.
 */
export function oembedLink(
  page: string | undefined,
  title: string,
  { site: { baseUrl } }: PageContext,
): HtmlContent {
  if (page === undefined || !baseUrl) return undefined;
  const query = new URLSearchParams({ url: page, format: 'json' });
  return html`<link
    rel="alternate"
    type="application/json+oembed"
    title="${title}"
    href="${baseUrl}/oembed?${query.toString()}"
  />`;
}
