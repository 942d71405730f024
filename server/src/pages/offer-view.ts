import type { Card, Occurrence, ProviderHead, PublicOffer, Query } from '@vielfalt/feed';
import {
  direction,
  isSameLanguage,
  languageName,
  said,
  type Said,
  type TextName,
} from '@vielfalt/feed/wording';
import type { PageContext } from './context.js';
import { attributes, html, type HtmlContent, type Html } from './html.js';

/** All that the parts of an offer are drawn from. */
export interface OfferView {
  context: PageContext;
  card: Card;
  /** The whole offer, on its own page. */
  offer?: PublicOffer;
  provider: ProviderHead | undefined;
  /** The occurrence that is running, or else the next to begin. */
  next: Occurrence | undefined;
  /** The query of the list that it is in. */
  requested: Query;
}

export function offerView(
  context: PageContext,
  card: Card,
  { offer, requested = {} }: { offer?: PublicOffer; requested?: Query } = {},
): OfferView {
  const next = context.site.moment.next(card);
  const provider = context.site.reference.providers[card.provider];
  return { context, card, ...(offer && { offer }), provider, next, requested };
}

/** One of the offer's texts: in the page's language where it has been translated, else as written. */
export function saidIn({ context, card }: OfferView, name: TextName): Said | undefined {
  return said(card, name, context.directory);
}

/** The offer's title, which it never lacks. */
export function titleOf(view: OfferView): Said {
  const { card, context } = view;
  const lang = card.language ?? context.directory.language;
  return saidIn(view, 'title') ?? { text: card.title, lang };
}

/** `lang` and `dir`, where a text's language is not the page's (WCAG 2.2, 3.1.2). */
export function inLanguage(lang: string, { language }: PageContext): Html {
  return attributes(isSameLanguage(lang, language) ? {} : { lang, dir: direction(lang) });
}

/** An author's words in their language. */
export function spoken({ text, lang }: Said, { context }: OfferView): Html {
  return html`<span ${inLanguage(lang, context)}>${text}</span>`;
}

/** Marks a text in a language that a reader would not expect, and one that a machine wrote. */
export function mark({ lang, by }: Said, { context }: OfferView): HtmlContent {
  const { texts, language, view } = context;
  const words =
    by === 'machine'
      ? texts.card.machine
      : !isSameLanguage(lang, language) && languageName(lang, texts.tag, view.terms);
  return words && html`<small class="mark">${words}</small>`;
}
