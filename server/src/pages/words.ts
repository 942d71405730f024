import { safeLink, type Terms } from '@vielfalt/feed';
import type { PageContext } from './context.js';
import { languageName } from './format.js';
import { html, type Content, type Html } from './html.js';
import { fill } from './texts/texts.js';

/** Labels of terms; an id that the directory does not explain is left out. */
export function labels(ids: string[] = [], terms: Terms[keyof Terms]): string[] {
  return ids.flatMap((id) => terms[id]?.label ?? []);
}

/** Names in one line; those beyond `most` are counted. */
export function shorten(names: string[], most: number, { texts }: PageContext): string {
  const { comma, more } = texts.offer;
  const list = names.slice(0, most).join(comma);
  return names.length > most ? fill(more, { list, count: names.length - most }) : list;
}

/** Those that there are, in one line. */
export function dotted(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** What the directory calls a language, else what the platform does. */
export function languageLabel(tag: string, { view, texts }: PageContext): string {
  return view.terms.language[tag.toLowerCase()]?.label ?? languageName(tag, texts.tag);
}

/** A link out of the directory, or the bare words where the address is none that may be followed. */
export function outward(address: string, words: Content): Html {
  const href = safeLink(address);
  return href ? html`<a href="${href}" rel="noopener noreferrer">${words}</a>` : html`${words}`;
}

/** A paragraph. */
export function line(content: Content): Html {
  return html`<p>${content}</p>`;
}

/**
 * Plain text as paragraphs and lists: blank lines part paragraphs, lines that begin with `- ` are
 * list items. Whatever else it holds stays text.
 */
export function prose(text: string): Html[] {
  const blocks: { isList: boolean; lines: string[] }[] = [];
  let isOpen = false;
  for (const raw of text.split(/\r?\n/)) {
    const row = raw.trim();
    const isList = /^[-–•] /.test(row);
    const last = blocks.at(-1);
    if (!row) isOpen = false;
    else if (isOpen && last?.isList === isList) last.lines.push(row);
    else {
      blocks.push({ isList, lines: [row] });
      isOpen = true;
    }
  }
  return blocks.map(({ isList, lines }) =>
    isList
      ? html`<ul>
          ${lines.map((row) => html`<li>${row.slice(2)}</li>`)}
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
