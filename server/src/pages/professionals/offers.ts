import { localTime } from '@vielfalt/feed';
import { longDate } from '@vielfalt/feed/wording';
import { html } from '../html.js';
import { offerLines } from '../offer-lines.js';
import { changedQuery, inPageLanguage } from '../page-request.js';
import type { MakePart } from './part.js';

/** How many offers a part of the page names. */
const MOST = 6;
/** The term of the default vocabulary that stands for those who help. */
const AUDIENCE = 'professionals';

/** Offers that name those who help as their audience; those for everyone are in the directory. */
export const offersForProfessionals: MakePart = async (requested, context) => {
  const { site, texts, view } = context;
  if (!Object.hasOwn(view.terms.audience, AUDIENCE)) return undefined;
  const { query, lock } = inPageLanguage(requested.request, context);
  const all = { ...query, audience: [AUDIENCE], limit: Number.MAX_SAFE_INTEGER };
  const { offers } = await site.answers.answer({ query: all, lock }, site.moment.next);
  const named = offers.filter(({ audiences = [] }) => audiences.length > 0);
  const { professionals } = texts;
  return {
    id: 'offers',
    heading: professionals.offers,
    body:
      named.length > 0
        ? html`${offerLines(named.slice(0, MOST), context, ({ kind = '' }) => view.terms.kind[kind]?.label)}
          ${
            named.length > MOST &&
            html`<p class="further">
              <a href="${context.href('/', changedQuery(requested, { audience: [AUDIENCE] }))}"
                >${professionals.all}</a
              >
            </p>`
          }`
        : html`<p>${professionals.nothing}</p>`,
  };
};

/** The offers that changed last. */
export const newestOffers: MakePart = async (requested, context) => {
  const { directory, site, texts } = context;
  const found = await site.answers.newest(inPageLanguage(requested.request, context), MOST);
  const day = (instant: string) =>
    longDate(localTime(Date.parse(instant), directory.timeZone).date, texts.tag);
  return {
    id: 'newest',
    heading: texts.professionals.newest,
    body:
      found.total > 0
        ? offerLines(found.offers, context, ({ changed }) => changed && day(changed))
        : html`<p>${texts.professionals.nothing}</p>`,
  };
};
