import { safeLink } from '@vielfalt/feed';
import { fill, longDate } from '@vielfalt/feed/wording';
import { sourceCredits } from '../text/source-credits.js';
import { byName } from '../dictionaries/shelf.js';
import type { Reply } from '../http/reply.js';
import { configureTexts } from '../languages/words.js';
import { assetPath } from './assets.js';
import { breadcrumbData, type Crumb } from './breadcrumb.js';
import type { PageContext } from './context.js';
import { oembedLink } from './frames/discovery.js';
import { around, attributes, html, type HtmlContent, type Html } from '../text/html.js';
import { languageLinks } from './language-links.js';
import { wayBack } from './way-back.js';

/** A policy that lets a page load and do only what comes from here. */
function policy(...scripts: string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    ...scripts,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/** The policy of a page that has scripts. */
export const LOADING = policy("script-src 'self'", "connect-src 'self'");

/** The same, for a page that no website may put into a frame. */
export const POLICY = `${LOADING}; frame-ancestors 'none'`;

/** One page, without what stands around all of them. */
export interface Page {
  /** Below the service's root: `/insight`. */
  path: string;
  /** The query of the page's address besides the language, without `?`. */
  query?: string;
  /** Absent: the directory's title alone. */
  title?: string;
  description: string;
  /** The way here from the start page, told to search engines. */
  steps?: Crumb[];
  /** The content of `<main>`, with its `<h1>`. */
  body: HtmlContent;
  /** Further elements of `<head>`. */
  head?: HtmlContent;
  status?: number;
  /** Keeps search engines away from it. */
  unlisted?: boolean;
  /** It is one person's: its address stands nowhere on it, and it runs no script. */
  isPrivate?: true;
  /** It shows frames of the service's own. */
  showsFrames?: true;
  /** Other websites may show it in a frame. */
  isEmbeddable?: true;
  /** The Open Graph type. */
  type?: 'website' | 'article' | 'profile';
}

/** A whole page as an answer. */
export function renderPage(context: PageContext, page: Page): Reply {
  const { carried, language, texts } = context;
  const { status = 200 } = page;
  const document = html`<!doctype html>
    <html lang="${language}" dir="${texts.dir}">
      ${head(context, page)}
      <body>
        ${header(context, page)}
        <main id="content" tabindex="-1">${page.body}</main>
        ${footer(context, page)}
      </body>
    </html> `;
  return documentReply(document, status, {
    'Content-Security-Policy': policyOf(page),
    'Content-Language': language,
    // Whoever likes another language better is led to it, unless the address names one.
    ...(carried === undefined && { Vary: 'Accept-Encoding, Accept-Language' }),
  });
}

function policyOf({ isPrivate, showsFrames }: Page): string {
  if (isPrivate) return `${policy()}; frame-ancestors 'none'`;
  return showsFrames ? `${POLICY}; frame-src 'self'` : POLICY;
}

/** A document for people as an answer; a refusal is not kept. */
export function documentReply(
  document: Html,
  status: number,
  headers: Record<string, string>,
): Reply {
  return {
    status,
    body: document.toString(),
    type: 'text/html; charset=utf-8',
    ...(status < 400 && { lifetime: 'data' as const }),
    headers,
  };
}

function head(context: PageContext, page: Page): Html {
  const { directory, language, languages, absolute, href } = context;
  const { path, query, description, title, isPrivate, type = 'website' } = page;
  const full = title ? `${title} – ${directory.title}` : directory.title;
  const canonical = isPrivate ? undefined : absolute(path, query);
  const isGone = (page.status ?? 200) >= 400;
  const alternate = (hreflang: string, tag: string) =>
    html`<link
      rel="alternate"
      hreflang="${hreflang}"
      href="${absolute(path, query, tag) ?? href(path, query, tag)}"
    />`;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${full}</title>
    <meta name="description" content="${description}" />
    ${(page.unlisted || isPrivate || isGone) && html`<meta name="robots" content="noindex, follow" />`}
    ${
      !isGone &&
      !isPrivate && [
        canonical !== undefined && html`<link rel="canonical" href="${canonical}" />`,
        page.isEmbeddable &&
          !context.isStatic &&
          oembedLink(canonical, title ?? directory.title, context),
        languages.map((tag) => alternate(tag, tag)),
        alternate('x-default', directory.language),
      ]
    }
    <meta property="og:type" content="${type}" />
    <meta property="og:site_name" content="${directory.title}" />
    <meta property="og:title" content="${title ?? directory.title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:locale" content="${language.replace('-', '_')}" />
    ${canonical !== undefined && html`<meta property="og:url" content="${canonical}" />`}
    <link rel="stylesheet" href="${context.root}${assetPath('pages.css')}" />
    <link rel="icon" type="image/svg+xml" href="${context.root}${assetPath('icon.svg')}" />
    <link
      rel="search"
      type="application/opensearchdescription+xml"
      title="${directory.title}"
      href="${href('/opensearch.xml')}"
    />
    ${page.head} ${!isGone && page.steps && title && breadcrumbData(page.steps, title, context)}
  </head>`;
}

function header(context: PageContext, page: Page): Html {
  const { directory, href, texts } = context;
  const isHome = page.path === '/' && !page.query;
  return html`<header class="site">
    <a class="skip" href="#content">${texts.shell.skip}</a>
    <div class="wide bar">
      <p class="brand">
        <a ${attributes({ href: href('/'), 'aria-current': isHome && 'page' })}
          >${directory.title}</a
        >
      </p>
      ${languageLinks(page, context)}
    </div>
    ${directory.demo && html`<p class="demo"><span class="wide">${texts.frame.demo}</span></p>`}
  </header>`;
}

function footer(context: PageContext, { path, query, isPrivate, status = 200 }: Page): Html {
  const { directory, site, texts, href } = context;
  const { publisher, attribution } = site.reference.directory;
  const credits = [attribution ?? [], sourceCredits(site.reference.sources)].flat();
  const { footer, shell, tag } = texts;
  const { licence } = directory;
  const link = (address: string | undefined, words: HtmlContent) => {
    const safe = address === undefined ? undefined : safeLink(address);
    return safe ? html`<a href="${safe}">${words}</a>` : words;
  };
  const legal = (['imprint', 'privacy', 'accessibility'] as const).flatMap((name) => {
    const address = directory[name];
    return address === undefined ? [] : html`<li>${link(address, footer[name])}</li>`;
  });
  const dictionaries = [...byName(site.reference.dictionaries()).values()].map(
    ({ head: { title, licence: terms, licenceUrl, sourceUrl } }) =>
      html`<bdi>${link(sourceUrl, title)} (${link(licenceUrl, terms)})</bdi>`,
  );
  return html`<footer class="site">
    <div class="wide">
      <h2 class="visually-hidden">${shell.footer}</h2>
      <p>
        <strong><bdi>${directory.title}</bdi></strong
        >${texts.card.comma}
        ${around(footer.publisher, 'name', link(publisher.web, html`<bdi>${publisher.name}</bdi>`))}
      </p>
      <p class="muted">
        ${fill(footer.asOf, { date: longDate(directory.date, tag) })}
        ${
          licence &&
          html`·
          ${around(footer.licence, 'name', link(licence.url, html`<bdi>${licence.name}</bdi>`))}`
        }
        ${credits.map((credit) => html`· <bdi>${credit}</bdi>`)}
      </p>
      ${
        dictionaries.length > 0 &&
        html`<p class="muted">
          ${around(
            shell.dictionaries,
            'names',
            dictionaries.map((each, at) => [at > 0 && ' · ', each]),
          )}
        </p>`
      }
      ${status < 400 && !isPrivate && wayBack(context.absolute(path, query))}
      <ul class="links">
        ${legal}
        <li><a href="${href('/providers')}">${texts.listing.providers}</a></li>
        ${
          site.reference.hasNetworks &&
          html`<li><a href="${href('/networks')}">${texts.details.networks}</a></li>`
        }
        ${
          site.reference.hasPractice &&
          html`<li><a href="${href('/practice')}">${texts.practicePages.title}</a></li>`
        }
        <li><a href="${href('/professionals')}">${texts.professionals.title}</a></li>
        <li><a href="${href('/insight')}">${shell.insight}</a></li>
        ${
          !context.isStatic &&
          html`<li>
            <a href="${href('/configure')}">${configureTexts(context.language).title}</a>
          </li>`
        }
      </ul>
    </div>
  </footer>`;
}
