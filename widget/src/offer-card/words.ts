import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { primary } from '@vielfalt/feed';
import { direction, languageName } from '../format/language.js';
import { isForeign } from './view.js';
import type { CardView, Said } from './view.js';

/** Content with the language and direction of its author's words (WCAG 2.2, 3.1.2). */
export function spoken(lang: string, view: CardView, content: unknown): TemplateResult {
  const same = primary(lang) === primary(view.locale.tag);
  return html`<span lang=${same ? nothing : lang} dir=${same ? nothing : direction(lang)}
    >${content}</span
  >`;
}

/** The name of the language that a text is in, where the visitor would not expect it. */
export function languageMark(text: Said, view: CardView): TemplateResult | typeof nothing {
  return isForeign(text, view)
    ? html` <small class="mark"
        >${languageName(text.lang, view.locale.tag, view.context.terms)}</small
      >`
    : nothing;
}
