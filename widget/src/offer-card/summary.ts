import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Check, Contact } from '@vielfalt/feed';
import {
  badges,
  checkNote,
  facts,
  originOf,
  quickestWay,
  type Piece,
  type PresentedOffer,
} from '@vielfalt/feed/presentation';
import { direction, isSameLanguage, type Said } from '@vielfalt/feed/wording';
import type { Locale } from '../locales/locale.js';
import type { CardView, ReaderContext } from '../store/card-context.js';

/** A text with marks at the words that a question has found. */
export const marked = (text: string, { context }: ReaderContext): unknown =>
  context.mark?.(text) ?? text;

/** An author's words with their language and direction (WCAG 2.2, 3.1.2). */
export function spoken({ text, lang }: Said, view: ReaderContext): TemplateResult {
  const same = isSameLanguage(lang, view.locale.language);
  return html`<span lang=${same ? nothing : lang} dir=${same ? nothing : direction(lang)}
    >${marked(text, view)}</span
  >`;
}

/** The parts of a line. */
export function pieces(line: Piece[], view: ReaderContext): unknown {
  return line.map((piece) => {
    if (typeof piece === 'string') return piece;
    return 'strong' in piece
      ? html`<strong>${piece.strong}${piece.time}</strong>`
      : spoken(piece, view);
  });
}

/** The origin of a text: its language, or that a machine has translated it. */
export function mark(said: Said, view: CardView): unknown {
  const origin = originOf(said, view);
  return origin && html` <small class="mark">${origin}</small>`;
}

/** The badges beside the title. */
export function badgeList(view: CardView): unknown {
  const all = badges(view);
  return (
    all[0] &&
    html`<ul class="badges plain" role="list">
      ${all.map(({ name, text }) => html`<li class="badge ${name}">${text}</li>`)}
    </ul>`
  );
}

/** The facts, as a list of terms and descriptions. */
export function factList(view: PresentedOffer & ReaderContext): TemplateResult {
  return html`<dl class="facts">
    ${facts(view).map(
      ([label, content]) =>
        html`<div>
          <dt class="muted">${label}</dt>
          <dd>${pieces(content, view)}</dd>
        </div>`,
    )}
  </dl>`;
}

/** The quickest way to reach somebody, by one tap; numbers read from left to right in Arabic too. */
export function quickContact(contact: Contact | undefined, locale: Locale): unknown {
  const way = quickestWay(contact ?? {}, locale);
  return way
    ? html`<a class="button quiet" href=${way.link}
        ><span>${way.label}</span> <bdi dir="ltr">${way.text}</bdi></a
      >`
    : nothing;
}

/** When a record was last checked and by which office. */
export function checkLine(
  checked: Check | undefined,
  today: string,
  locale: Locale,
): TemplateResult {
  const { text, by, ask } = checkNote(checked, today, locale);
  return html`<p class="checked ${ask ? 'old' : 'muted'}">
    ${text} <bdi>${by}</bdi> ${ask || nothing}
  </p>`;
}
