import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { pageContext } from './context.js';
import { html } from '../text/html.js';
import { renderPage } from './page.js';
import { searchForm } from './search-form.js';

/**
 * The page for people who come to an address where nothing is: 404 with a search.
 * @param networks the address part of a lock where networks were looked for: the way to all inside it
 */
export function missingPage(site: Site, parameters: URLSearchParams, networks?: string): Reply {
  const context = pageContext(site, parameters);
  const { networkPages, trouble } = context.texts;
  return renderPage(context, {
    path: '/',
    title: trouble.missingTitle,
    description: trouble.missingTitle,
    status: 404,
    body: html`<div class="wide">
      <h1>${trouble.missingTitle}</h1>
      <p class="lead">${trouble.missing}</p>
      ${searchForm(context)}
      ${
        networks !== undefined &&
        html`<p><a href="${context.href('/networks', networks)}">${networkPages.all}</a></p>`
      }
      <p><a href="${context.href('/')}">${trouble.toDirectory}</a></p>
    </div>`,
  });
}
