import { safeLink, type DirectoryHead } from '@vielfalt/feed';
import { html, nothing, type TemplateResult } from 'lit';
import { fill, type Locale } from '../locales/locale.js';

function link(address: string | undefined, text: string) {
  const safe = address && safeLink(address);
  return safe ? html`<a href=${safe}>${text}</a>` : nothing;
}

/** Says that nothing of what is shown is real; nothing where it is. */
export function demoMark(
  directory: DirectoryHead | undefined,
  locale: Locale,
): TemplateResult | typeof nothing {
  if (!directory?.demo) return nothing;
  return html`<p part="demo" class="demo">${locale.frame.footer.demo}</p>`;
}

/** Whose offers these are, of which day, on which terms; room for it until that is known. */
export function footer(directory: DirectoryHead | undefined, locale: Locale): TemplateResult {
  const { publisher, asOf, licence, imprint, privacy, accessibility } = locale.frame.footer;
  if (!directory) return html`<div part="footer" class="footer"></div>`;
  const [year = 0, month = 1, day = 1] = directory.date.split('-').map(Number);
  const date = new Intl.DateTimeFormat(locale.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  );
  const terms = directory.licence && fill(licence, { name: directory.licence.name });
  const ends = [
    link(directory.imprint, imprint),
    link(directory.privacy, privacy),
    link(directory.accessibility, accessibility),
  ].filter((each) => each !== nothing);
  return html`<div part="footer" class="footer">
    <p>
      <span class="title">${directory.title}</span>,
      ${fill(publisher, { name: directory.publisher })}.
      <span>${fill(asOf, { date })}.</span>
      ${
        terms
          ? directory.licence?.url && safeLink(directory.licence.url)
            ? html`<a href=${safeLink(directory.licence.url) ?? ''} rel="license">${terms}</a>`
            : terms
          : nothing
      }
      ${directory.attribution ? html`<span>${directory.attribution}</span>` : nothing}
    </p>
    ${
      ends.length > 0
        ? html`<ul class="plain" role="list">
            ${ends.map((each) => html`<li>${each}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}
