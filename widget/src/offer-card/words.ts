import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Terms } from '@vielfalt/feed';
import { direction, languageName } from '../format/language.js';
import { isSame } from './view.js';
import type { CardView, Said } from './view.js';

/** An author's words with their language and direction (WCAG 2.2, 3.1.2). */
export function spoken({ text, lang }: Said, { locale }: CardView): TemplateResult {
  const same = isSame(lang, locale.tag);
  return html`<span lang=${same ? nothing : lang} dir=${same ? nothing : direction(lang)}
    >${text}</span
  >`;
}

/** Which language a text is in, where the visitor would not expect it; that it is a machine's. */
export function mark(
  { lang, byMachine }: Said,
  { locale, language, context: { terms } }: CardView,
): TemplateResult | undefined {
  return byMachine || !isSame(lang, language)
    ? html` <small class="mark"
        >${byMachine ? locale.card.machine : languageName(lang, locale.tag, terms)}</small
      >`
    : undefined;
}

/** Labels of terms; an id that the answer does not explain is left out. */
export function labels(ids: string[] = [], terms: Terms[keyof Terms]): string[] {
  return ids.flatMap((id) => terms[id]?.label ?? []);
}

/** Those that there are. */
export function present(texts: (string | false | 0 | undefined)[]): string[] {
  return texts.filter((text) => text) as string[];
}

/** Those that there are, in one line. */
export function join(...texts: (string | false | 0 | undefined)[]): string {
  return present(texts).join(' · ');
}
