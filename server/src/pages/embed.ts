import type { PageContext } from './context.js';
import { html, type Html } from './html.js';

/** An element that shows one record, and the record's page. */
interface EmbeddedRecord {
  element: string;
  /** The attribute that names the record. */
  attribute: string;
  slug: string;
  path: string;
}

/**
 * The code that shows a record on another website, in a field from which it is copied by the keyboard
 * alone.
 * @param words of its link
 */
export function embedCode(
  title: string,
  { element, attribute, slug, path }: EmbeddedRecord,
  words: string,
  { texts, site, absolute, href }: PageContext,
): Html {
  const code = `<script type="module" src="${site.baseUrl}/widget/v1/vielfalt.js"></script>
<${element} ${attribute}="${slug}">
  <a href="${absolute(path) ?? href(path)}">${escaped(words)}</a>
</${element}>`;
  return html`<details class="embed">
    <summary>${title}</summary>
    <p><label for="embed">${texts.listing.embedHint}</label></p>
    <textarea id="embed" dir="ltr" rows="6" readonly spellcheck="false">${code}</textarea>
  </details>`;
}

/** The words as HTML of another page writes them. */
function escaped(words: string): string {
  return html`${words}`.toString();
}
