import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { primary } from '@vielfalt/feed';
import { direction } from '../format/language.js';
import { prose } from '../format/prose.js';
import { said } from './view.js';
import type { CardView, TextName } from './view.js';
import { languageMark } from './words.js';

/** One of the offer's texts as paragraphs; marked where its language is not the title's. */
export function passage(name: TextName, view: CardView): TemplateResult | undefined {
  const text = said(view, name);
  if (!text) return undefined;
  const unlike = primary(text.lang) !== primary(said(view, 'title')?.lang ?? '');
  const same = primary(text.lang) === primary(view.locale.tag);
  return html`<div
    class="prose"
    lang=${same ? nothing : text.lang}
    dir=${same ? nothing : direction(text.lang)}
  >
    ${prose(text.text)} ${unlike ? languageMark(text, view) : nothing}
  </div>`;
}
