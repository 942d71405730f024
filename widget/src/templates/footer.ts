import { safeLink, type DirectoryHead } from '@vielfalt/feed';
import { fill, longDate } from '@vielfalt/feed/wording';
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';

/** A link where the address may be one, else its text alone. */
function link(address: string | undefined, text: string) {
  const safe = address && safeLink(address);
  return safe ? html`<a href=${safe}>${text}</a>` : text;
}

/** A mark that the data shown is not real; nothing where it is. */
export function demoMark(
  directory: DirectoryHead | undefined,
  locale: Locale,
): TemplateResult | typeof nothing {
  if (!directory?.demo) return nothing;
  return html`<p part="demo" class="demo">${locale.frame.demo}</p>`;
}

/** The offers' publisher, date and terms; room for them until they are known. */
export function footer(directory: DirectoryHead | undefined, locale: Locale): TemplateResult {
  if (!directory) return html`<div part="footer" class="footer"></div>`;
  const texts = locale.frame;
  const { licence, attribution } = directory;
  const ends = (['imprint', 'privacy', 'accessibility'] as const).filter((name) =>
    safeLink(directory[name] ?? ''),
  );
  return html`<div part="footer" class="footer">
    <p>
      <span class="title">${directory.title}</span>,
      ${fill(texts.publisher, { name: directory.publisher })} ·
      ${fill(texts.asOf, { date: longDate(directory.date, locale.tag) })}
      ${licence && html`· ${link(licence.url, fill(texts.licence, { name: licence.name }))}`}
      ${attribution && `· ${attribution}`}
    </p>
    ${
      ends[0]
        ? html`<ul class="plain" role="list">
            ${ends.map((name) => html`<li>${link(directory[name], texts[name])}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}
