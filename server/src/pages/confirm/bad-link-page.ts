import type { VisitSources, Visit } from '../../desk/visit.js';
import type { Reply } from '../../http/reply.js';
import { confirmTexts } from '../../languages/words.js';
import { pageContext } from '../context.js';
import { likedLanguage } from '../first-visit.js';
import { html } from '../../text/html.js';
import { renderPage } from '../page.js';
import { toOffice } from './layout.js';

/**
 * The page of each link that is none (any more), whatever it may have been, with the way to a new one.
 * @param status 404, or 429 where somebody has tried too many
 */
export function badLinkPage(visit: Visit, sources: VisitSources, status: 404 | 429): Reply {
  const site = sources.site();
  const lang = visit.parameters.get('lang') ?? likedLanguage(visit.header('accept-language'), site);
  const context = pageContext(site, new URLSearchParams({ lang }));
  const { bad } = confirmTexts(context.language);
  const page = renderPage(context, {
    path: '',
    title: bad.title,
    description: bad.title,
    status,
    isPrivate: true,
    body: html`<div class="wide confirm">
      <h1>${bad.title}</h1>
      <p class="lead">${bad.text}</p>
      ${
        site.sendsMail &&
        html`<p>${bad.again}</p>
          <p>
            <a class="button" href="${context.href('/providers')}"
              >${context.texts.listing.providers}</a
            >
          </p>`
      }
      ${toOffice(bad.office, context)}
    </div>`,
  });
  return status === 429 ? { ...page, headers: { ...page.headers, 'Retry-After': '3600' } } : page;
}
