import { sourceNote } from '@vielfalt/feed/wording';
import type { PageContext } from './context.js';
import { around, html, type HtmlContent } from '../text/html.js';
import { outward } from './words.js';

/** The directory or office that a record comes from, with its terms. */
export function source(
  record: Parameters<typeof sourceNote>[0],
  { texts }: PageContext,
): HtmlContent {
  const note = sourceNote(record);
  if (!note) return undefined;
  const { name, page, terms } = note;
  const named = html`<bdi>${name}</bdi>`;
  return html`· ${around(texts.details.source, 'name', page ? outward(page, named) : named)}
  ${terms && html`(<bdi>${terms}</bdi>)`}`;
}
