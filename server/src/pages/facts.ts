import { isFree } from '@vielfalt/feed';
import {
  MOST_NAMES,
  amountBeside,
  fill,
  longDay,
  rhythm,
  sayLanguages,
  sayTime,
  sayWhere,
  sayWhom,
} from '@vielfalt/feed/wording';
import { html, joined, type HtmlContent, type Html } from './html.js';
import { saidIn, spoken, type OfferView } from './offer-view.js';

/** Marks that decide whether going there is worth it. */
export function badges({ card, context, requested }: OfferView): HtmlContent {
  const { chips: texts } = context.texts.card;
  const all = [
    card.status === 'paused' && 'paused',
    isFree(card) && 'free',
    card.places && (`places-${card.places.state}` as const),
    card.only,
    requested.childcare && card.childcare && 'childcare',
  ].filter((name): name is keyof typeof texts => !!name);
  return (
    all.length > 0 &&
    html`<ul class="chips plain" role="list">
      ${all.map((name) => html`<li class="chip ${name}">${texts[name]}</li>`)}
    </ul>`
  );
}

/** A card's facts, as a list of terms and descriptions. */
export function facts(view: OfferView): Html {
  const { card, context } = view;
  const { texts, view: directory } = context;
  const { terms } = directory;
  const all = {
    when: when(view),
    where: sayWhere(card, terms, texts),
    whom: sayWhom(card, terms, texts, MOST_NAMES),
    languages: sayLanguages(card, terms, texts),
    cost: !isFree(card) && price(view),
  };
  const names = Object.keys(all) as (keyof typeof all)[];
  return html`<dl class="facts">
    ${names.map(
      (name) =>
        all[name] &&
        html`<div>
          <dt>${texts.card.facts[name]}</dt>
          <dd>${all[name]}</dd>
        </div>`,
    )}
  </dl>`;
}

function when(view: OfferView): HtmlContent {
  const { card, context, next } = view;
  if (card.status !== 'published') return undefined;
  const { texts, site } = context;
  const { schedule = {} } = card;
  const { comma, nextTime, byAppointment, alsoByAppointment } = texts.card;
  const usual = rhythm(schedule, site.date, texts);
  if (usual || next) {
    const day = next && longDay(next.start, site.date, texts.tag);
    const time = next && sayTime(next, site.date, texts);
    return joined(
      [
        usual
          ? html`<strong>${usual}</strong>`
          : html`<strong>${day}${comma}<span class="time">${time}</span></strong>`,
        schedule.byAppointment && alsoByAppointment,
        usual && day && fill(nextTime, { day }),
      ],
      ' · ',
    );
  }
  const text = saidIn(view, 'schedule');
  return text ? spoken(text, view) : schedule.byAppointment && byAppointment;
}

/** The price, where it is known: an amount, words, or both. */
export function price(view: OfferView): HtmlContent {
  const text = saidIn(view, 'cost');
  const sum = amountBeside(text?.text, view.card.cost ?? {}, view.context.texts.tag);
  if (!sum && !text) return undefined;
  return joined([sum, text && spoken(text, view)], html`<br />`);
}
