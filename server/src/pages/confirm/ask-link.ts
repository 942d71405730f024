import type { Provider } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { sendProviderLink } from '../../desk/letters/links.js';
import { logUnsent } from '../../desk/letters/unsent.js';
import type { Visit, VisitRoute, VisitSources } from '../../desk/visit.js';
import type { Reply } from '../../http/reply.js';
import { confirmTexts } from '../../languages/words.js';
import { pageContext, type PageContext } from '../context.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import { missingPage } from '../missing.js';
import { renderPage } from '../page.js';
import { toOffice } from './layout.js';
import { leadTo } from './provider-visit.js';

const HOUR = 3_600_000;
/** The links that are sent in an hour: for one network, of those to one provider, and to one provider. */
const MOST_FOR_ONE = 10;
const MOST_FOR_ONE_TO_ONE = 3;
const MOST_TO_ONE = 10;

/** `/providers/{slug}/link`: sends a provider the link to its own offers, at its own address. */
export const askLinkRoute: VisitRoute = { path: '/providers/:name/link', reply };

async function reply(visit: Visit, sources: VisitSources): Promise<Reply> {
  const site = sources.site();
  const provider = await site.answers.provider(visit.name);
  if (!site.sendsMail || !provider || provider.status === 'retired' || provider.origin) {
    return missingPage(site, visit.parameters);
  }
  const context = pageContext(site, visit.parameters);
  if (visit.method === 'GET') return askedPage(provider, visit, context);
  // What becomes of it is nobody's to know but the provider's: the answer does not wait for it.
  setImmediate(() => void send(provider, visit, sources));
  const lang = context.carried;
  return leadTo(`?${new URLSearchParams({ sent: 'yes', ...(lang && { lang }) }).toString()}`);
}

async function send(
  provider: Provider,
  { network }: Visit,
  { store, mailer, baseUrl, clock, limits, log }: VisitSources,
): Promise<void> {
  const now = clock();
  if (!mailer || baseUrl === undefined) return;
  if (!limits.take(`link for ${network}`, MOST_FOR_ONE, HOUR, now)) return;
  const to = `link to ${provider.id}`;
  if (!limits.take(`${to} for ${network}`, MOST_FOR_ONE_TO_ONE, HOUR, now)) return;
  if (!limits.take(to, MOST_TO_ONE, HOUR, now)) return;
  const means = { store, mailer, now, baseUrl };
  const sending = sendProviderLink(means, { provider });
  await sending.catch((error: unknown) => logUnsent(log, 'provider-link', error));
}

function askedPage(provider: Provider, { parameters }: Visit, context: PageContext): Reply {
  const { ask } = confirmTexts(context.language);
  const isSent = parameters.has('sent');
  const path = `/providers/${provider.slug}`;
  const { name } = provider;
  const title = isSent ? ask.sentTitle : ask.summary;
  return renderPage(context, {
    path: `${path}/link`,
    ...(isSent && { query: 'sent=yes' }),
    title,
    description: title,
    isPrivate: true,
    body: html`<div class="wide confirm">
      <p class="kicker"><bdi>${name}</bdi></p>
      <h1>${title}</h1>
      ${
        isSent
          ? html`<p class="lead">${fill(ask.sent, { name })}</p>
              ${toOffice(ask.nothing, context)}`
          : askForm(provider, context)
      }
      <p>
        <a class="back" href="${context.href(path)}">${fill(ask.back, { name })}</a>
      </p>
    </div>`,
  });
}

/** The line on a provider's page for the provider itself; nothing where no link could be sent. */
export function askLink(
  provider: Pick<Provider, 'slug' | 'name' | 'origin'>,
  context: PageContext,
): HtmlContent {
  if (!context.site.sendsMail || context.isStatic || provider.origin) return undefined;
  return html`<details class="ask">
    <summary>${confirmTexts(context.language).ask.summary}</summary>
    ${askForm(provider, context)}
  </details>`;
}

function askForm(
  { slug, name }: Pick<Provider, 'slug' | 'name'>,
  { language, href }: PageContext,
): Html {
  const { ask } = confirmTexts(language);
  return html`<form method="post" action="${href(`/providers/${slug}/link`)}">
    <p>${fill(ask.intro, { name })}</p>
    <p><button class="button">${ask.send}</button></p>
  </form>`;
}
