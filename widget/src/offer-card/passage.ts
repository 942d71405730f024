import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { direction } from '../format/language.js';
import { prose } from '../format/prose.js';
import { either, isSame, said } from './view.js';
import type { CardView, Said, TextName } from './view.js';
import { mark } from './words.js';

/** An author's text as paragraphs; marked where its language is not the title's. */
function paragraphs(text: Said | undefined, view: CardView): TemplateResult | undefined {
  if (!text) return undefined;
  const isTitles = isSame(text.lang, said(view, 'title')?.lang ?? '');
  const same = isSame(text.lang, view.locale.tag);
  return html`<div
    class="prose"
    lang=${same ? nothing : text.lang}
    dir=${same ? nothing : direction(text.lang)}
  >
    ${prose(text.text)} ${isTitles ? nothing : mark(text, view)}
  </div>`;
}

/** One of the offer's texts. */
export function passage(name: TextName, view: CardView): TemplateResult | undefined {
  return paragraphs(said(view, name), view);
}

/** The description, or the beginning of it that the card has. */
export function description(view: CardView): TemplateResult | undefined {
  const { card, offer } = view;
  const { language = '', texts } = card.translation ?? {};
  const translated = offer?.translations?.[language]?.texts.description ?? texts?.excerpt;
  return paragraphs(either(view, offer?.description ?? card.excerpt, translated), view);
}
