import { safeLink, type DirectoryHead } from '@vielfalt/feed';
import { fill, longDate } from '@vielfalt/feed/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { footerTexts } from '../locales/footer.js';
import type { Locale } from '../locales/locale.js';
import { adopt } from '../styles/adopt.js';
import { footerStyles } from '../styles/footer.js';

/** A link where the address may be one, else its text alone. */
function link(address: string | undefined, text: string) {
  const safe = address && safeLink(address);
  return safe ? html`<a href=${safe}>${text}</a>` : text;
}

/** The offers' publisher, date and terms, inside the room that the element keeps for them. */
export function footer(
  root: ShadowRoot | null,
  directory: DirectoryHead,
  locale: Locale,
): TemplateResult {
  adopt(root, footerStyles);
  const texts = footerTexts(locale);
  const { licence, attribution } = directory;
  const ends = (['imprint', 'privacy', 'accessibility'] as const).filter((name) =>
    safeLink(directory[name] ?? ''),
  );
  return html`<p>
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
    }`;
}
