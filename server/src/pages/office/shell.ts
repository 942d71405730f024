import type { Reply } from '../../http/reply.js';
import { officeTexts } from '../../languages/words.js';
import type { PageContext } from '../context.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import { renderPage } from '../page.js';

/** The page's path, below the service's root. */
export const OFFICE_PATH = '/office';

/** Where accepted changes are downloaded, for the table. */
export const CHANGES_PATH = `${OFFICE_PATH}/changes.xlsx`;

/**
 * Headers of the office's pages. The referrer is the origin alone: without one, browsers would not say
 * in a form either where it comes from.
 */
const OFFICE_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin',
  'X-Frame-Options': 'DENY',
};

/** A page of the office. @param options `path`: below the service's root; absent: the list */
export function officePage(
  context: PageContext,
  body: HtmlContent,
  {
    path = OFFICE_PATH,
    query = '',
    heading,
    status = 200,
  }: {
    path?: string;
    query?: string;
    heading?: string;
    status?: number;
  } = {},
): Reply {
  const { title } = officeTexts(context.language);
  const reply = renderPage(context, {
    path,
    query,
    title: heading === undefined ? title : `${heading} – ${title}`,
    description: title,
    status,
    isPrivate: true,
    body: html`<div class="wide office">${body}</div>`,
  });
  return { ...reply, headers: { ...reply.headers, ...OFFICE_HEADERS } };
}

/** Leads on after a form, so that reloading the page sends nothing again. */
export function led(href: string, headers: Record<string, string> = {}): Reply {
  return {
    status: 303,
    body: '',
    type: 'text/plain',
    headers: { ...OFFICE_HEADERS, ...headers, Location: href },
  };
}

/** A form; `fields` are further ones that are not seen. */
export function postForm(action: string, fields: Record<string, string>, body: HtmlContent): Html {
  return html`<form method="post" action="${action}">
    ${Object.entries(fields).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${body}
  </form>`;
}
