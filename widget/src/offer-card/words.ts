import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { direction, isSameLanguage, languageName, type Said } from '@vielfalt/feed/wording';
import type { CardView } from './view.js';

/** An author's words with their language and direction (WCAG 2.2, 3.1.2). */
export function spoken({ text, lang }: Said, { locale }: CardView): TemplateResult {
  const same = isSameLanguage(lang, locale.tag);
  return html`<span lang=${same ? nothing : lang} dir=${same ? nothing : direction(lang)}
    >${text}</span
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
