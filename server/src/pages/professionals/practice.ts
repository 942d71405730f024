import type { Query } from '@vielfalt/feed';
import { practiceReason } from '@vielfalt/feed/presentation';
import { html } from '../html.js';
import { offerView, spoken } from '../offer-view.js';
import { offerLines } from '../offer-lines.js';
import { changedQuery, inPageLanguage } from '../page-request.js';
import type { MakePart } from './part.js';

/** How many are named. */
const MOST = 4;

/** Good practices, those that were checked last; nothing where there is none. */
export const goodPractices: MakePart = async (requested, context) => {
  const { practicePages } = context.texts;
  const { query, lock } = inPageLanguage(requested.request, context);
  const asked: Query = { ...query, practice: true, sort: 'checked', limit: MOST };
  const { offers, total } = await context.site.answers.answer({ query: asked, lock });
  if (total === 0) return undefined;
  return {
    id: 'practice',
    heading: practicePages.title,
    body: html`${offerLines(offers, context, (card) => {
        const reason = practiceReason(offerView(context, card));
        return reason && spoken(reason, context);
      })}
      <p>
        <a href="${context.href('/practice', changedQuery(requested, {}))}">${practicePages.all}</a>
      </p>`,
  };
};
