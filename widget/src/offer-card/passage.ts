import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import {
  direction,
  isSameLanguage,
  saidDescription,
  type Said,
  type TextName,
} from '@vielfalt/feed/wording';
import { prose } from '../format/prose.js';
import { readingOf, saidIn, type CardView } from './view.js';
import { mark } from './words.js';

/** An author's text as paragraphs; marked where its language is not the title's. */
function paragraphs(text: Said | undefined, view: CardView): TemplateResult | undefined {
  if (!text) return undefined;
  const isTitles = isSameLanguage(text.lang, saidIn(view, 'title')?.lang ?? '');
  const same = isSameLanguage(text.lang, view.locale.tag);
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
  return paragraphs(saidIn(view, name), view);
}

/** The description, or the beginning of it that the card has. */
export function description(view: CardView): TemplateResult | undefined {
  return paragraphs(saidDescription(view.card, view.offer, readingOf(view)), view);
}
