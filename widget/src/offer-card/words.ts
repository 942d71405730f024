import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { direction, isSameLanguage, languageName, type Said } from '@vielfalt/feed/wording';
import type { CardView } from './view.js';

/** A text with marks at the words that a question has found. */
export const marked = (text: string, { context }: CardView): unknown =>
  context.mark?.(text) ?? text;

/** An author's words with their language and direction (WCAG 2.2, 3.1.2). */
export function spoken({ text, lang }: Said, view: CardView): TemplateResult {
  const same = isSameLanguage(lang, view.locale.tag);
  return html`<span lang=${same ? nothing : lang} dir=${same ? nothing : direction(lang)}
    >${marked(text, view)}</span
  >`;
}

/** Which language a text is in, where the visitor would not expect it; that it is a machine's. */
export function mark(
  { lang, by }: Said,
  { locale, language, context: { terms } }: CardView,
): TemplateResult | undefined {
  const isMachines = by === 'machine';
  return isMachines || !isSameLanguage(lang, language)
    ? html` <small class="mark"
        >${isMachines ? locale.card.machine : languageName(lang, locale.tag, terms)}</small
      >`
    : undefined;
}
