import { toPublicProvider, type PublicProvider } from '@vielfalt/feed';
import { addressItems, contactItems, type Row } from '@vielfalt/feed/presentation';
import { isSameLanguage, languageName } from '@vielfalt/feed/wording';
import { jsonLdOfProvider } from '../formats/json-ld.js';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { breadcrumb } from './breadcrumb.js';
import { pageContext, type PageContext } from './context.js';
import { checkLine } from './facts.js';
import { goneProvider } from './gone.js';
import { html, jsonLd, type Html } from './html.js';
import { listing } from './listing.js';
import { missingPage } from './missing.js';
import { inLanguage, mark } from './offer-view.js';
import { renderPage } from './page.js';
import { report } from './report.js';
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
  const { site: _, view } = context;
  const steps = [{ path: '/providers', label: context.texts.listing.providers }];
  return renderPage(context, {
    path,
    query: offers.query,
    title: provider.name,
    description: brief(`${provider.name}: ${about}`),
    type: 'profile',
    steps,
    unlisted: offers.page > offers.last,
    head: jsonLd(jsonLdOfProvider({ site, view }, provider)),
    body: html`<div class="wide">
      ${breadcrumb(steps, context)} ${head(provider, context)} ${offers.section}
      ${await similarTo(own, context)} ${embed(provider, context)}
    </div>`,
  });
}

function head(provider: PublicProvider, context: PageContext): Html {
  const { directory, root, texts, view, language } = context;
  const { name, slug, kind, description, address, contact, web, networks = [], logo } = provider;
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
    {
      label: texts.details.networks,
      items: networks.length > 0 ? [{ line: [networks.join(texts.card.comma)], kind: 'name' }] : [],
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
    ${rowList(rows, context)} ${checkLine(provider.checked, context)}
    <p class="muted">
      ${report({ kind: 'provider', name, slug, page }, context)}
      <a href="${context.href(`/v1/providers/${slug}`)}">${texts.offer.data} (JSON)</a>
    </p>`;
}

/** The code that a provider pastes into its own page to show its offers there. */
function embed({ slug }: PublicProvider, { texts, site, absolute, href }: PageContext): Html {
  const page = absolute(`/providers/${slug}`) ?? href(`/providers/${slug}`);
  const code = `<script type="module" src="${site.baseUrl}/widget/v1/vielfalt.js"></script>
<vielfalt-provider-card provider="${slug}">
  <a href="${page}">${texts.listing.offers}</a>
</vielfalt-provider-card>`;
  return html`<details class="embed">
    <summary>${texts.listing.embed}</summary>
    <p>${texts.listing.embedHint}</p>
    <pre dir="ltr" tabindex="0"><code>${code}</code></pre>
  </details>`;
}
