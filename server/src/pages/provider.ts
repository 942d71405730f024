import { toPublicProvider, type ProviderNetwork, type PublicProvider } from '@vielfalt/feed';
import { addressItems, contactItems, type Row } from '@vielfalt/feed/presentation';
import { isSameLanguage, languageName } from '@vielfalt/feed/wording';
import { jsonLdOfProvider } from '../formats/json-ld.js';
import type { Reply } from '../http/reply.js';
import { namesOfOthers, networksOfProvider } from '../resources/networks.js';
import type { Site } from '../answers/site.js';
import { breadcrumb } from './breadcrumb.js';
import { pageContext, type PageContext } from './context.js';
import { embedCode } from './embed.js';
import { askLink } from './confirm/ask-link.js';
import { checkLine } from './facts.js';
import { goneProvider } from './gone.js';
import { around, html, joined, jsonLd, type HtmlContent, type Html } from '../text/html.js';
import { listing } from './listing.js';
import { missingPage } from './missing.js';
import { memberLink, networkName } from './networks/members.js';
import { inLanguage, mark, spoken } from './offer-view.js';
import { renderPage } from './page.js';
import { report } from './report.js';
import { source } from './source.js';
import { rowList } from './rows.js';
import { similarTo } from './similar.js';
import { brief, prose } from './words.js';

/** `GET /providers/{slug}`: who it is, what it offers, and how it shows that on its own website. */
export async function providerPage(
  site: Site,
  parameters: URLSearchParams,
  name: string,
): Promise<Reply> {
  const found = await site.answers.provider(name);
  if (!found) return missingPage(site, parameters);
  if (found.status === 'retired') return goneProvider(site, parameters, found);
  const context = pageContext(site, parameters);
  const provider = toPublicProvider(found);
  const path = `/providers/${provider.slug}`;
  const offers = await listing({ provider: [provider.slug] }, path, parameters, context);
  const own = await site.answers.within({ provider: [provider.id] }, context.language);
  const about = provider.description ?? provider.kind ?? context.texts.facets.provider;
  const networks = await networksOfProvider(site, found, context.language);
  const { view } = context;
  const steps = [{ path: '/providers', label: context.texts.listing.providers }];
  return renderPage(context, {
    isEmbeddable: true,
    path,
    query: offers.query,
    title: provider.name,
    description: brief(`${provider.name}: ${about}`),
    type: 'profile',
    steps,
    unlisted: offers.page > offers.last,
    head: jsonLd(jsonLdOfProvider({ site, view }, provider, networks)),
    body: html`<div class="wide">
      ${breadcrumb(steps, context)} ${head(provider, networks, context)} ${offers.section}
      ${await similarTo(own, context)}
      ${embedCode(
        context.texts.listing.embed,
        { shown: 'provider', lock: { provider: [provider.slug] } },
        { name: provider.name, path, query: '' },
        context,
      )}
    </div>`,
  });
}

function head(
  provider: PublicProvider,
  networks: readonly ProviderNetwork[],
  context: PageContext,
): Html {
  const { directory, root, texts, view, language } = context;
  const { name, slug, kind, description, address, contact, web, logo, origin } = provider;
  const lang = provider.language ?? directory.language;
  const isSame = isSameLanguage(lang, language);
  const page = context.absolute(`/providers/${slug}`, '', directory.language);
  const rows: Row[] = [
    {
      label: texts.card.facts.where,
      items: address ? addressItems(address, view, texts) : [],
    },
    {
      label: texts.details.facts.contact,
      items: contactItems({ ...contact, ...(web && { web }) }, texts),
    },
  ];
  return html`<header class="provider-head">
      ${logo && html`<img class="logo" src="${root}${logo}" alt="" width="160" height="96" />`}
      <div>
        <p class="kicker">
          ${kind ? html`<span ${inLanguage(lang, context)}>${kind}</span>` : texts.facets.provider}
        </p>
        <h1><bdi>${name}</bdi></h1>
      </div>
    </header>
    ${
      description &&
      html`<div class="prose lead" ${inLanguage(lang, context)}>${prose(description)}</div>
        ${!isSame && html`<p>${mark(languageName(lang, texts.tag, view.terms))}</p>`}`
    }
    ${rowList(rows, context)} ${networkRow(networks, namesOfOthers(provider, networks), context)}
    ${checkLine(provider.checked, context)}
    <p class="muted">
      ${report({ kind: 'provider', name, slug, page, origin }, context)}
      <a href="${context.href(`/v1/providers/${slug}`)}">${texts.offer.data} (JSON)</a>
      ${source(provider, context)}
    </p>
    ${askLink(provider, context)}`;
}

/** The networks it is in and who else is, and those that the directory knows by name alone. */
function networkRow(
  networks: readonly ProviderNetwork[],
  names: readonly string[],
  context: PageContext,
): HtmlContent {
  const { card, details, networks: words } = context.texts;
  if (networks.length + names.length === 0) return undefined;
  return html`<dl class="rows">
    <div>
      <dt>${details.networks}</dt>
      <dd>
        ${networks.map((network) => {
          const others = network.others.map((member) => memberLink(member, context));
          return html`<p>
            <a href="${context.href(`/networks/${network.slug}`)}"
              >${spoken(networkName(network, context), context)}</a
            >
            ${
              others.length > 0 &&
              html`<span class="muted"
                >${around(words.others, 'names', joined(others, card.comma))}</span
              >`
            }
          </p>`;
        })}
        ${names.length > 0 && html`<p><bdi>${names.join(card.comma)}</bdi></p>`}
      </dd>
    </div>
  </dl>`;
}
