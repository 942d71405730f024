import { practiceReason } from '@vielfalt/feed/presentation';
import { findPractices } from '../../resources/professionals/offers.js';
import { html } from '../../text/html.js';
import { offerView, spoken } from '../offer-view.js';
import { offerLines } from '../offer-lines.js';
import { changedQuery, inPageLanguage } from '../page-request.js';
import type { MakePart } from './part.js';

/** Good practices, those that were checked last; nothing where there is none. */
export const goodPractices: MakePart = async (requested, context) => {
  const { practicePages, professionals } = context.texts;
  const found = await findPractices(context.site, inPageLanguage(requested.request, context));
  if (!found) return undefined;
  return {
    id: 'practice',
    heading: professionals.practice,
    body: html`${offerLines(found.offers, context, (card) => {
        const reason = practiceReason(offerView(context, card));
        return reason && spoken(reason, context);
      })}
      <p>
        <a href="${context.href('/practice', changedQuery(requested, {}))}">${practicePages.all}</a>
      </p>`,
  };
};
