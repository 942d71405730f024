import { plural } from '@vielfalt/feed/wording';
import type { Site } from '../../answers/site.js';
import type { Reply } from '../../http/reply.js';
import { NETWORK_LOCKS, networkHead, shownMembers } from '../../resources/networks.js';
import { breadcrumb } from '../breadcrumb.js';
import { pageContext } from '../context.js';
import { html } from '../../text/html.js';
import { renderPage } from '../page.js';
import { isLockBroken, lockQuery } from '../page-request.js';
import { misunderstood } from '../trouble.js';
import { networkForm } from './filter-form.js';
import { networkName } from './members.js';
import { networkPicture } from './picture.js';
import { readNetworkRequest, NETWORK_SORTS, sortedQuery } from './question.js';
import { networkTable, sorted, type ShownNetwork } from './table.js';

/** `GET /networks`: who works together, as a table and as a picture of the same. */
export async function networksPage(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  const { details, networkPages: words, tag } = context.texts;
  const question = readNetworkRequest(parameters, context);
  const { requested, sort } = question;
  const { query, lock } = requested.request;
  const isBroken = isLockBroken(requested);
  const found = isBroken ? [] : await site.answers.networks(query, lock);
  const named = found.map((listed): ShownNetwork => {
    const head = networkHead(site, listed, context.language);
    return {
      head,
      name: networkName(head, context),
      members: shownMembers(site, listed.members),
    };
  });
  const shown = sorted(named, sort);
  const address = sortedQuery(question, sort);
  const held = { locks: NETWORK_LOCKS, foreign: words.foreign };
  return renderPage(context, {
    path: '/networks',
    query: address,
    title: details.networks,
    description: words.intro,
    steps: [],
    unlisted: shown.length === 0 || address !== '' || sort !== NETWORK_SORTS[0],
    ...(requested.problems.length > 0 && { status: 400 }),
    body: html`<div class="wide">
      ${breadcrumb([], context, lockQuery(requested))}
      <h1>${details.networks}</h1>
      <p class="lead">${words.intro}</p>
      ${misunderstood(requested, context, { path: '/networks', query: address, words, held })}
      ${!isBroken && (await networkForm(question, context))}
      ${
        !isBroken &&
        html`<section>
          <h2 id="found">
            ${shown.length > 0 ? plural(tag, words.found, shown.length) : words.none}
          </h2>
          ${
            shown.length > 0 &&
            html`<p class="sorting muted">${words.sort}</p>
              ${networkTable(shown, question, context)}`
          }
        </section>`
      }
      ${networkPicture(named, context)}
    </div>`,
  });
}
