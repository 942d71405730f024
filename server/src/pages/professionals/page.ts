import type { Reply } from '../../http/reply.js';
import type { Site } from '../../answers/site.js';
import { breadcrumb } from '../breadcrumb.js';
import { pageContext } from '../context.js';
import { headingOf } from '../heading.js';
import { html } from '../../text/html.js';
import { changedQuery, isLockBroken, lockQuery } from '../page-request.js';
import { renderPage } from '../page.js';
import { readTownRequest, townForm, townNames } from '../town-form.js';
import { misunderstood } from '../trouble.js';
import { missingOffers } from './missing.js';
import { networksAhead } from './networks.js';
import { newestOffers, offersForProfessionals } from './offers.js';
import type { MakePart } from './part.js';
import { goodPractices } from './practice.js';

/** The parts of the page, in their order. */
const PARTS: readonly MakePart[] = [
  missingOffers,
  networksAhead,
  goodPractices,
  offersForProfessionals,
  newestOffers,
];

/**
 * `GET /professionals`: for those who help, with a client at the desk or to build something. `place`
 * names a town; a lock holds for all of it.
 */
export async function professionalsPage(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  const requested = readTownRequest(parameters, context);
  const { title, intro } = context.texts.professionals;
  const query = changedQuery(requested, {});
  const heading = headingOf(title, townNames(requested.request, context));
  const parts = isLockBroken(requested)
    ? []
    : await Promise.all(PARTS.map((make) => make(requested, context)));
  return renderPage(context, {
    path: '/professionals',
    query,
    title: heading,
    description: intro,
    unlisted: query !== '',
    ...(requested.problems.length > 0 && { status: 400 }),
    body: html`<div class="wide professionals">
      ${breadcrumb([], context, lockQuery(requested))}
      <h1>${heading}</h1>
      <p class="lead">${intro}</p>
      ${misunderstood(requested, context, { path: '/professionals' })}
      ${townForm('/professionals', requested, context)}
      ${parts.map(
        (part) =>
          part &&
          html`<section aria-labelledby="${part.id}">
            <h2 id="${part.id}">${part.heading}</h2>
            ${part.body}
          </section>`,
      )}
    </div>`,
  });
}
