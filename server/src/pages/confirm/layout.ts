import { titleOf } from '@vielfalt/feed/presentation';
import { mailLink } from '@vielfalt/feed/wording';
import type { Reply } from '../../http/reply.js';
import type { PageContext } from '../context.js';
import { around, html, type Html, type HtmlContent } from '../../text/html.js';
import { spoken } from '../offer-view.js';
import { renderPage } from '../page.js';
import { ownAddress, type OwnOffer, type ProviderVisit } from './provider-visit.js';

/** One of the pages behind a provider's link. */
export interface ConfirmPage {
  title: string;
  /** The page's own part of its address. */
  query?: Record<string, string>;
  body: HtmlContent;
  status?: number;
}

/** A page behind a provider's link, with the provider above its heading. */
export function confirmPage(
  visited: ProviderVisit,
  { title, query = {}, body, status = 200 }: ConfirmPage,
): Reply {
  const { context, provider, words } = visited;
  return renderPage(context, {
    path: '',
    query: new URLSearchParams(query).toString(),
    title,
    description: title,
    status,
    isPrivate: true,
    body: html`<div class="wide confirm">
      <p class="kicker"><bdi>${provider.name}</bdi></p>
      <h1>${title}</h1>
      ${body}
      ${
        !('stop' in query) &&
        html`<p class="muted end">
          <a href="${ownAddress(visited, { stop: 'yes' })}">${words.stop.link}</a>
        </p>`
      }
    </div>`,
  });
}

/** A sentence with the way to write to the office in it; nothing where no address is known. */
export function toOffice(sentence: string, { site }: Pick<PageContext, 'site'>): HtmlContent {
  const { email } = site.reference.directory.publisher;
  const link =
    email !== undefined &&
    html`<a href="${mailLink(email)}" rel="noreferrer"><bdi dir="ltr">${email}</bdi></a>`;
  return link && html`<p>${around(sentence, 'address', link)}</p>`;
}

/** The offer that a page is about. */
export function aboutOffer({ view }: OwnOffer, { context }: ProviderVisit): Html {
  return html`<p class="lead"><strong>${spoken(titleOf(view), context)}</strong></p>`;
}

/** The way back to all offers of the provider. */
export function backToOffers(visited: ProviderVisit): Html {
  return html`<p>
    <a class="back" href="${ownAddress(visited)}">${visited.words.change.cancel}</a>
  </p>`;
}
