import { PROFESSIONALS } from '@vielfalt/feed';
import { changedOn } from '@vielfalt/feed/presentation';
import { findForProfessionals, findNewest } from '../../resources/professionals/offers.js';
import { html } from '../../text/html.js';
import { offerLines } from '../offer-lines.js';
import { changedQuery, inPageLanguage } from '../page-request.js';
import type { MakePart } from './part.js';

/** Offers that name those who help as their audience. */
export const offersForProfessionals: MakePart = async (requested, context) => {
  const { site, texts, view } = context;
  const found = await findForProfessionals(site, inPageLanguage(requested.request, context));
  if (!found) return undefined;
  const { professionals } = texts;
  const all = changedQuery(requested, { audience: [PROFESSIONALS] });
  return {
    id: 'offers',
    heading: professionals.offers,
    body:
      found.total > 0
        ? html`${offerLines(found.offers, context, ({ kind = '' }) => view.terms.kind[kind]?.label)}
          ${
            found.total > found.offers.length &&
            html`<p class="further">
              <a href="${context.href('/', all)}">${professionals.all}</a>
            </p>`
          }`
        : html`<p>${professionals.nothing}</p>`,
  };
};

/** The offers that changed last. */
export const newestOffers: MakePart = async ({ request }, context) => {
  const { directory, site, texts } = context;
  const found = await findNewest(site, inPageLanguage(request, context));
  return {
    id: 'newest',
    heading: texts.professionals.newest,
    body:
      found.total > 0
        ? offerLines(
            found.offers,
            context,
            ({ changed }) => changed && changedOn(changed, directory.timeZone, texts.tag),
          )
        : html`<p>${texts.professionals.nothing}</p>`,
  };
};
