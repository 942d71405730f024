import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isFree } from '@vielfalt/feed';
import {
  MOST_NAMES,
  amountBeside,
  clock,
  dotted,
  fill,
  lastOf,
  sayLanguages,
  sayTime,
  sayWhere,
  sayWhom,
} from '@vielfalt/feed/wording';
import { dayName } from '../format/date.js';
import { saidIn } from './view.js';
import type { CardView } from './view.js';
import { spoken } from './words.js';

/** Marks that decide whether going there is worth it. */
export function chips({ card, context, locale, moment, next }: CardView): unknown {
  const { status, places, registration } = card;
  const { chips: texts, comma, until } = locale.card;
  const isOn = status === 'published';
  const now = `${moment.date}T${moment.time}`;
  // Whole days have no time at which a door is known to be open.
  const end = next && next.start.includes('T') && next.start <= now && next.end;
  const open = registration?.needed ? 'running' : 'open';
  const all = [
    !isOn && (status === 'paused' ? status : 'ended'),
    isOn && end && open,
    isFree(card) && 'free',
    isOn && places && `places-${places.state}`,
    card.only,
    context.childcare && card.childcare && 'childcare',
  ].filter((name) => name) as (keyof typeof texts)[];
  return all.length
    ? html`<ul class="chips plain" role="list">
        ${all.map((name) => {
          // What goes on at once, as at midnight, does not end then.
          const last =
            end && name === open && !card.upcoming?.some(({ start }) => start === end)
              ? comma + fill(until, { date: clock(locale.card, lastOf(end)[1]) })
              : '';
          return html`<li class="chip ${name}">${texts[name]}${last}</li>`;
        })}
      </ul>`
    : nothing;
}

/** What a closed card says, as a list of terms and descriptions. */
export function facts(view: CardView): TemplateResult {
  const { card, locale, away, context } = view;
  const { terms } = context;
  const all = {
    when: when(view),
    where: sayWhere(card, terms, locale, away),
    whom: sayWhom(card, terms, locale, MOST_NAMES),
    languages: sayLanguages(card, terms, locale),
    cost: !isFree(card) && price(view),
  };
  const names = Object.keys(all) as (keyof typeof all)[];
  return html`<dl class="facts">
    ${names.map((name) =>
      all[name]
        ? html`<div>
            <dt class="muted">${locale.card.facts[name]}</dt>
            <dd>${all[name]}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}

/** The occurrence that is running, or else the next one. */
export function nextDate({ card, locale, moment, next }: CardView): TemplateResult | undefined {
  if (card.status !== 'published' || !next) return undefined;
  const day = dayName(next.start, moment.date, locale.tag);
  return html`<strong>${day}${locale.card.comma}${sayTime(next, moment.date, locale)}</strong>`;
}

function when(view: CardView) {
  const { card, locale, moment, next } = view;
  if (card.status !== 'published') return undefined;
  const { rhythm, schedule } = card;
  const { nextTime, byAppointment, alsoByAppointment } = locale.card;
  const first = rhythm ? html`<strong>${rhythm}</strong>` : nextDate(view);
  if (first) {
    const others = dotted(
      schedule?.byAppointment && alsoByAppointment,
      rhythm && next && fill(nextTime, { day: dayName(next.start, moment.date, locale.tag, true) }),
    );
    return html`${first}${others && ` · ${others}`}`;
  }
  const text = saidIn(view, 'schedule');
  return text ? spoken(text, view) : schedule?.byAppointment && byAppointment;
}

/** The price, where it is known: an amount, words, or both. */
export function price(view: CardView): unknown {
  const text = saidIn(view, 'cost');
  const words = text && spoken(text, view);
  const amount = amountBeside(text?.text, view.card.cost ?? {}, view.locale.tag);
  return amount ? html`${amount}<br />${words}` : words;
}
