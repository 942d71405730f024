import {
  primary,
  type Card,
  type Occurrence,
  type ProviderHead,
  type PublicOffer,
} from '@vielfalt/feed';
import type { PageContext } from './context.js';
import { direction, languageName } from './format.js';
import { attributes, html, type Content, type Html } from './html.js';

/** All that the parts of an offer are drawn from. */
export interface OfferView {
  context: PageContext;
  card: Card;
  /** The whole offer, on its own page. */
  offer?: PublicOffer;
  provider: ProviderHead | undefined;
  /** The first occurrence of today or later. */
  next: Occurrence | undefined;
}

export function offerView(context: PageContext, card: Card, offer?: PublicOffer): OfferView {
  const next = card.upcoming?.[0];
  const provider = context.site.publication.providers[card.provider];
  return { context, card, ...(offer && { offer }), provider, next };
}

/** A text of an offer's author and the language it is in. */
export interface Said {
  text: string;
  lang: string;
  /** Who translated it; absent in the original. */
  by?: 'person' | 'machine';
}

export type TextName =
  | 'title'
  | 'summary'
  | 'description'
  | 'eligibility'
  | 'schedule'
  | 'cost'
  | 'registration'
  | 'bring';

/** One of the offer's texts: in the page's language where it has been translated, else as written. */
export function said({ context, card, offer }: OfferView, name: TextName): Said | undefined {
  const { translation, language: lang = context.directory.language } = card;
  if (name === 'description') {
    const text = translation && offer?.translations?.[translation.language]?.texts.description;
    if (translation && text) return { text, lang: translation.language, by: translation.by };
    return offer?.description ? { text: offer.description, lang } : undefined;
  }
  const text = translation?.texts[name];
  if (translation && text) return { text, lang: translation.language, by: translation.by };
  const own = card[name];
  const original = typeof own === 'string' ? own : own?.text;
  return original ? { text: original, lang } : undefined;
}

/** `lang` and `dir`, where a text's language is not the page's (WCAG 2.2, 3.1.2). */
export function inLanguage(lang: string, { language }: PageContext): Html {
  const isSame = primary(lang) === primary(language);
  return attributes(isSame ? {} : { lang, dir: direction(lang) });
}

/** An author's words in their language. */
export function spoken({ text, lang }: Said, { context }: OfferView): Html {
  return html`<span ${inLanguage(lang, context)}>${text}</span>`;
}

/** Which language a text is in, where a reader would not expect it; that it is a machine's. */
export function mark({ lang, by }: Said, { context }: OfferView): Content {
  const { texts, language, view } = context;
  const isSame = primary(lang) === primary(language);
  const label = view.terms.language[lang.toLowerCase()]?.label ?? languageName(lang, texts.tag);
  const words = by === 'machine' ? texts.offer.machine : !isSame && label;
  return words && html`<small class="mark">${words}</small>`;
}
