import { mailLink } from '@vielfalt/feed/wording';
import type { Site } from '../answers/site.js';
import { refuseReminders } from '../desk/letters/standing.js';
import { findPass } from '../desk/passes.js';
import type { VisitRoute } from '../desk/visit.js';
import type { Reply } from '../http/reply.js';
import { letterTexts } from '../languages/words.js';
import { pageContext } from './context.js';
import { html, type HtmlContent } from '../text/html.js';
import { renderPage } from './page.js';

/**
 * The address at which reminders are stopped: by a person, who is asked once more, and by a mail
 * program's one click, which only posts (RFC 8058).
 */
export const stopVisit: VisitRoute = {
  path: '/letters/stop/:name',
  isWithoutForm: true,
  async reply({ method, name, parameters }, { store, clock, site }) {
    const now = clock();
    const pass = await findPass(store, name, 'stop', now);
    if (!pass) return stopPage(site(), parameters, 'gone');
    if (method === 'GET') return stopPage(site(), parameters, 'question');
    await store.change(async (transaction) => {
      await refuseReminders(transaction, pass.subject, { why: 'unwanted', now });
      return { result: undefined, keep: {} };
    });
    return stopPage(site(), parameters, 'done');
  },
};

function stopPage(
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
