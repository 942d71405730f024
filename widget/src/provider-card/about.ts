import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { localTime } from '@vielfalt/feed';
import type { ProviderAnswer } from '@vielfalt/feed';
import { addressItems, contactItems } from '@vielfalt/feed/presentation';
import { direction, isSameLanguage } from '@vielfalt/feed/wording';
import { prose } from '../format/prose.js';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';
import { report, rowItem, wayIcon } from '../offer-card/rows.js';
import { checkLine } from '../offer-card/summary.js';

/** Everything that a provider's card needs besides the provider. */
export interface Around {
  locale: Locale;
  /** The level of the name as a heading. */
  level: number;
  /** The address of the directory's own page about the provider. */
  page: string;
  /** The address of the logo. */
  logo: string | undefined;
  /** Milliseconds since the epoch. */
  now: number;
}

/** A provider, and how to reach it. */
export function about(
  { provider, directory, terms }: ProviderAnswer,
  { locale, level, page, logo, now }: Around,
): TemplateResult {
  const { name, kind, address, description, networks = [], web } = provider;
  const lang = provider.language ?? directory.language;
  const isSame = isSameLanguage(lang, locale.tag);
  const [foreign, dir] = isSame ? [nothing, nothing] : [lang, direction(lang)];
  const full = withDetails(locale);
  const reader = { locale, context: {} };
  const lines = address ? addressItems(address, { terms }, full) : [];
  const today = localTime(now, directory.timeZone).date;
  return html`<article part="card" aria-labelledby="title">
    <div class="head">
      ${logo ? html`<img class="logo" src=${logo} alt="" loading="lazy" />` : nothing}
      <div>
        ${kind ? html`<p class="muted" lang=${foreign} dir=${dir}>${kind}</p>` : nothing}
        <div id="title" part="title" role="heading" aria-level=${level}><bdi>${name}</bdi></div>
      </div>
    </div>
    ${
      description
        ? html`<div class="prose" lang=${foreign} dir=${dir}>${prose(description)}</div>`
        : nothing
    }
    <div class="reach">
      ${
        lines.length
          ? html`<div class="way">
              ${wayIcon('place')}
              <div>${lines.map((line) => rowItem(line, reader))}</div>
            </div>`
          : nothing
      }
      <div>
        ${contactItems({ ...provider.contact, ...(web && { web }) }, full).map((item) =>
          rowItem(item, reader),
        )}
      </div>
    </div>
    ${
      networks.length
        ? html`<p class="muted">
            ${full.details.networks}: <bdi>${networks.join(locale.card.comma)}</bdi>
          </p>`
        : nothing
    }
    ${checkLine(provider.checked, today, locale)}
    <p class="footer">
      ${report({ kind: 'provider', name, slug: provider.slug, page }, directory, locale)}
    </p>
  </article>`;
}
