import { safeLink } from '@vielfalt/feed';
import { blocks } from '@vielfalt/feed/wording';
import { html, type HtmlContent, type Html } from '../text/html.js';

/** A link out of the directory, or the bare words where the address is none that may be followed. */
export function outward(address: string, words: HtmlContent): Html {
  const href = safeLink(address);
  return href ? html`<a href="${href}" rel="noopener noreferrer">${words}</a>` : html`${words}`;
}

/** A paragraph. */
export function paragraph(content: HtmlContent): Html {
  return html`<p>${content}</p>`;
}

/** Plain text as paragraphs and lists. */
export function prose(text: string): Html[] {
  return blocks(text).map(({ isList, lines }) =>
    isList
      ? html`<ul>
          ${lines.map((each) => html`<li>${each}</li>`)}
        </ul>`
      : html`<p>${lines.join('\n')}</p>`,
  );
}

/** The beginning of a text for a description of a page, in one line of at most 160 characters. */
export function brief(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= 160) return flat;
  const start = flat.slice(0, 159);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), 100))}…`;
}
