import type { Card, ProviderHead, PublicOffer, Query } from '@vielfalt/feed';
import {
  originOf,
  type Passage,
  type Piece,
  type PresentedOffer,
} from '@vielfalt/feed/presentation';
import { direction, isSameLanguage, type Said } from '@vielfalt/feed/wording';
import type { PageTexts } from '../languages/words.js';
import type { PageContext } from './context.js';
import { attributes, html, type HtmlContent, type Html } from '../text/html.js';
import { prose } from './words.js';

/** An offer with all that its part of a page is drawn from. */
export interface OfferView extends PresentedOffer {
  page: PageContext;
  locale: PageTexts;
  provider: ProviderHead | undefined;
}

/** @param requested the query of the list that the offer is in */
export function offerView(
  page: PageContext,
  card: Card,
  { offer, requested = {} }: { offer?: PublicOffer; requested?: Query } = {},
): OfferView {
  const { site, directory, view, texts, language } = page;
  const providers = site.reference.providers.some([card.provider]);
  const { childcare } = requested;
  return {
    page,
    card,
    offer,
    context: { directory, providers, terms: view.terms, ...(childcare && { childcare }) },
    locale: texts,
    language,
    // Pages are kept, here and by browsers: they do not say what holds for this minute.
    moment: { date: site.date },
    next: site.moment.next(card),
    preference: { language: directory.language },
    provider: providers[card.provider],
  };
}

/** `lang` and `dir`, where a text's language is not the page's (WCAG 2.2, 3.1.2). */
export function inLanguage(lang: string, { language }: PageContext): Html {
  return attributes(isSameLanguage(lang, language) ? {} : { lang, dir: direction(lang) });
}

/** An author's words in their language. */
export function spoken({ text, lang }: Said, page: PageContext): Html {
  return html`<span ${inLanguage(lang, page)}>${text}</span>`;
}

/** The parts of a line. */
export function pieces(line: Piece[], page: PageContext): HtmlContent {
  return line.map((piece) => {
    if (typeof piece === 'string') return piece;
    if (!('strong' in piece)) return spoken(piece, page);
    const { strong, time } = piece;
    return html`<strong>${strong}${time && html`<span class="time">${time}</span>`}</strong>`;
  });
}

/** The origin of a text: its language, or that a machine has translated it. */
export function mark(origin: string | undefined): HtmlContent {
  return origin && html`<small class="mark">${origin}</small>`;
}

export function markOf(said: Said, view: OfferView): HtmlContent {
  return mark(originOf(said, view));
}

/** An author's text as paragraphs, with its origin where that has to be said. */
export function passage({ said, origin }: Passage, page: PageContext): Html {
  return html`<div class="prose" ${inLanguage(said.lang, page)}>${prose(said.text)}</div>
    ${mark(origin)}`;
}
