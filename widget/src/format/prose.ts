import { html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * Plain text as paragraphs and lists: blank lines part paragraphs, lines that begin with `- ` are
 * list items. Whatever else it holds stays text.
 */
export function prose(text: string): TemplateResult[] {
  const blocks: { list: boolean; lines: string[] }[] = [];
  let open = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const list = /^[-–•] /.test(line);
    const last = blocks.at(-1);
    if (!line) open = false;
    else if (open && last?.list === list) last.lines.push(line);
    else {
      blocks.push({ list, lines: [line] });
      open = true;
    }
  }
  return blocks.map(({ list, lines }) =>
    list
      ? html`<ul>
          ${lines.map((line) => html`<li>${line.slice(2)}</li>`)}
        </ul>`
      : html`<p>${lines.join('\n')}</p>`,
  );
}
