import type { ShownGap } from '@vielfalt/feed';
import { gapName, sayReason } from '@vielfalt/feed/presentation';
import { findMissing } from '../../resources/professionals/missing.js';
import type { PageContext } from '../context.js';
import { html, type HtmlContent } from '../../text/html.js';
import { labelOf } from '../labels.js';
import { inPageLanguage } from '../page-request.js';
import type { MakePart } from './part.js';

/** What towns lack although most others have it, each with those who could offer it. */
export const missingOffers: MakePart = async ({ request }, context) => {
  const found = await findMissing(context.site, inPageLanguage(request, context));
  if (!found) return undefined;
  const { texts, view } = context;
  const isLocked = Object.keys(request.lock).length > 0;
  return {
    id: 'missing',
    heading: texts.professionals.missing,
    body: html`${
      found.gaps.length > 0
        ? html`<ol class="gaps">
            ${found.gaps.map(
              (gap) =>
                html`<li>
                  <strong>${labelOf('place', gap.place, context)}</strong>:
                  ${gapName(gap, view.terms)} ${whoCould(gap, context)}
                </li>`,
            )}
          </ol>`
        : html`<p>${texts.professionals.nothingMissing}</p>`
    }
    ${
      !isLocked &&
      html`<p class="further">
        <a href="${context.href('/insight', 'table=gaps')}">${texts.shell.insight}</a>
      </p>`
    }`,
  };
};

function whoCould({ could }: ShownGap, context: PageContext): HtmlContent {
  const { href, site, texts, view } = context;
  return (
    could.length > 0 &&
    html`<p class="who muted">${texts.professionals.who}</p>
      <ul>
        ${could.map(({ provider, reason }) => {
          const head = site.reference.providers.byId(provider);
          return (
            head &&
            html`<li>
              <a href="${href(`/providers/${head.slug}`)}"><bdi>${head.name}</bdi></a>
              <span class="muted">${sayReason(reason, view.terms, texts)}</span>
            </li>`
          );
        })}
      </ul>`
  );
}
