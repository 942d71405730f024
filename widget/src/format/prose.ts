import { blocks } from '@vielfalt/feed/wording';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** Renders plain text as paragraphs and lists. */
export function prose(text: string): TemplateResult[] {
  return blocks(text).map(({ isList, lines }) =>
    isList
      ? html`<ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`
      : html`<p>${lines.join('\n')}</p>`,
  );
}
