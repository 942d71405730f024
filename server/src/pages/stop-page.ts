import { mailLink } from '@vielfalt/feed/wording';
import type { Site } from '../answers/site.js';
import type { Reply } from '../http/reply.js';
import { letterTexts } from '../languages/words.js';
import { pageContext } from './context.js';
import { html, type HtmlContent } from './html.js';
import { renderPage } from './page.js';

/** The page on which somebody stops the office's reminders to their address. */
export function stopPage(
  site: Site,
  parameters: URLSearchParams,
  state: 'question' | 'done' | 'gone',
): Reply {
  const context = pageContext(site, parameters);
  const { stop } = letterTexts(context.language);
  const { email } = site.reference.directory.publisher;
  const toOffice = (words: string): HtmlContent =>
    email !== undefined &&
    html`<p>
      ${words} <a href="${mailLink(email)}"><bdi dir="ltr">${email}</bdi></a>
    </p>`;
  const content: Record<typeof state, HtmlContent> = {
    question: html`<p class="lead">${stop.question}</p>
      <form method="post">
        <p><button class="button primary">${stop.button}</button></p>
      </form>`,
    done: html`<p class="lead" role="status">${stop.done}</p>
      ${toOffice(stop.again)}`,
    gone: [html`<p class="lead">${stop.gone}</p>`, toOffice(stop.write)],
  };
  return renderPage(context, {
    path: '',
    title: stop.title,
    description: stop.title,
    ...(state === 'gone' && { status: 410 }),
    isPrivate: true,
    body: html`<div class="wide">
      <h1>${stop.title}</h1>
      ${content[state]}
    </div>`,
  });
}
