import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { localTime } from '@vielfalt/feed';
import type { DirectoryHead, ProviderAnswer, ProviderNetwork } from '@vielfalt/feed';
import { addressItems, contactItems } from '@vielfalt/feed/presentation';
import { direction, either, isSameLanguage } from '@vielfalt/feed/wording';
import { prose } from '../format/prose.js';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';
import { networkTexts } from '../locales/networks.js';
import { memberLink } from '../network-card/members.js';
import { rowItem, source, wayIcon } from '../offer-card/rows.js';
import { checkLine, spoken } from '../offer-card/summary.js';
import type { Reportable, Reporting } from '../report/reporting.js';
import type { FeedClient } from '../store/feed-client.js';
import { networkPage } from '../store/networks.js';
import { providerPage } from '../store/records.js';

/** Everything that a provider's card needs besides the provider. */
export interface Around {
  locale: Locale;
  /** The level of the name as a heading. */
  level: number;
  client: FeedClient;
  /** The address of the logo. */
  logo: string | undefined;
  /** Milliseconds since the epoch. */
  now: number;
  /** The ways to say that something is wrong. */
  reporting: Reporting;
}

/** A provider, and how to reach it. */
export function aboutProvider(
  { provider, directory, networks = [], terms }: ProviderAnswer,
  { locale, level, client, logo, now, reporting }: Around,
): TemplateResult {
  const { name, kind, address, description, networks: names = [], web, slug, origin } = provider;
  const lang = provider.language ?? directory.language;
  const isSame = isSameLanguage(lang, locale.language);
  const [foreign, dir] = isSame ? [nothing, nothing] : [lang, direction(lang)];
  const full = withDetails(locale);
  const reader = { locale, context: {} };
  const lines = address ? addressItems(address, { terms }, full) : [];
  const page = providerPage(client, slug);
  const about: Reportable['about'] = { kind: 'provider', name, slug, page, origin };
  const wrong = { about, directory, client, locale };
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
        ? html`<p class="muted">${full.details.networks}</p>
            <ul>
              ${networks.map((each) => inNetwork(each, directory, { locale, client }))}
            </ul>`
        : nothing
    }
    ${
      names.length
        ? html`<p class="muted">
            ${full.details.networks}: <bdi>${names.join(locale.card.comma)}</bdi>
          </p>`
        : nothing
    }
    ${checkLine(provider.checked, today, locale)}
    <p class="footer">${reporting.way(wrong)} ${source(provider, locale)}</p>
    ${reporting.form(wrong)}
  </article>`;
}

/** A network that the provider is in, and who else is. */
function inNetwork(
  network: ProviderNetwork,
  directory: DirectoryHead,
  { locale, client }: Pick<Around, 'locale' | 'client'>,
): TemplateResult {
  const { slug, name, others, translation } = network;
  const said = either(network, directory, name, translation?.texts.name);
  const [before, after] = networkTexts(locale).others.split('{names}');
  return html`<li>
    <a href=${networkPage(client, slug)}>${said && spoken(said, { locale, context: {} })}</a>
    ${
      others.length
        ? html`<span class="muted"
            >${before}${others.map((member, at) => [
              at > 0 ? locale.card.comma : nothing,
              memberLink(member, client),
            ])}${after}</span
          >`
        : nothing
    }
  </li>`;
}
