import { toPublicProvider, type PublicProvider } from '@vielfalt/feed';
import { addressLines, isSameLanguage, languageName } from '@vielfalt/feed/wording';
import { jsonLdOfProvider } from '../formats/json-ld.js';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { breadcrumb } from './breadcrumb.js';
import { checkedLine } from './checked.js';
import { contactLines } from './contact.js';
import { pageContext, type PageContext } from './context.js';
import { goneProvider } from './gone.js';
import { html, jsonLd, type HtmlContent, type Html } from './html.js';
import { listing } from './listing.js';
import { missingPage } from './missing.js';
import { inLanguage } from './offer-view.js';
import { renderPage } from './page.js';
import { report } from './report.js';
import { brief, line, prose } from './words.js';

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
      ${embed(provider, context)}
    </div>`,
  });
}

function head(provider: PublicProvider, context: PageContext): Html {
  const { directory, root, texts, view, language } = context;
  const { name, slug, kind, description, address, contact, web, networks = [], logo } = provider;
  const lang = provider.language ?? directory.language;
  const isSame = isSameLanguage(lang, language);
  const page = context.absolute(`/providers/${slug}`, '', directory.language);
  const lines = address ? addressLines(address, view.terms) : [];
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
        ${!isSame && html`<p><small class="mark">${languageName(lang, texts.tag, view.terms)}</small></p>`}`
    }
    <dl class="rows">
      ${row(texts.card.facts.where, [
        ...lines.map((each) => line(html`<bdi>${each}</bdi>`)),
        address?.visibility === 'on-request' && line(texts.details.where.onRequest),
      ])}
      ${row(texts.details.facts.contact, contactLines({ ...contact, ...(web && { web }) }, context))}
      ${row(
        texts.details.networks,
        networks.length > 0 && [line(html`<bdi>${networks.join(texts.card.comma)}</bdi>`)],
      )}
    </dl>
    ${checkedLine(provider.checked, context)}
    <p class="muted">
      ${report({ kind: 'provider', name, slug, page }, context)}
      <a href="${context.href(`/v1/providers/${slug}`)}">${texts.offer.data} (JSON)</a>
    </p>`;
}

function row(label: string, contents: HtmlContent[] | false): HtmlContent {
  return (
    contents &&
    contents.some(Boolean) &&
    html`<div>
      <dt>${label}</dt>
      <dd>${contents}</dd>
    </div>`
  );
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
