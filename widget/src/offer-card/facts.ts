import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isFree } from '@vielfalt/feed';
import type { Location, Terms } from '@vielfalt/feed';
import { ageSpan } from '../format/age.js';
import { clock } from '../format/clock.js';
import { dayName } from '../format/date.js';
import { languageName } from '../format/language.js';
import { money } from '../format/money.js';
import { townName } from '../format/town.js';
import { fill } from '../locales/locale.js';
import type { Locale } from '../locales/locale.js';
import { said } from './view.js';
import type { CardView } from './view.js';
import { join, labels, spoken } from './words.js';

/** How many audiences, languages or towns a closed card names. */
const MOST = 3;

/** Marks that decide whether going there is worth it. */
export function chips({ card, locale, moment, next }: CardView): unknown {
  const { status, places, registration } = card;
  const { chips: texts, comma, until } = locale.card;
  const isOn = status === 'published';
  const end = next && next.start <= `${moment.date}T${moment.time}` && next.end;
  const open = registration?.needed ? 'running' : 'open';
  const all = [
    !isOn && (status === 'paused' ? status : 'ended'),
    isOn && end && open,
    isFree(card) && 'free',
    isOn && places && `places-${places.state}`,
    card.only,
  ].filter((name) => name) as (keyof typeof texts)[];
  return all.length
    ? html`<ul class="chips plain" role="list">
        ${all.map((name) => {
          const last =
            end && name === open ? comma + fill(until, { date: clock(locale, end.slice(11)) }) : '';
          return html`<li class="chip ${name}">${texts[name]}${last}</li>`;
        })}
      </ul>`
    : nothing;
}

/** What a closed card says, as a list of terms and descriptions. */
export function facts(view: CardView): TemplateResult {
  const { card, locale } = view;
  const all = {
    when: when(view),
    where: where(view),
    whom: whom(view, MOST),
    languages: languages(view),
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

function when(view: CardView) {
  const { card, locale, moment, next } = view;
  if (card.status !== 'published') return undefined;
  if (next) {
    const day = dayName(next.start, moment.date, locale.tag);
    const time = clock(locale, next.start.slice(11), next.end?.slice(11));
    return html`<strong>${day}${locale.card.comma}${time}</strong>`;
  }
  const text = said(view, 'schedule');
  return text ? spoken(text, view) : card.schedule?.byAppointment && locale.card.byAppointment;
}

function where({ card, locale, away, context: { terms } }: CardView) {
  const texts = locale.card;
  const towns = (card.locations ?? []).flatMap((each) => town(each, terms) ?? []);
  return join(
    shorten([...new Set(towns)], MOST, locale),
    away,
    card.online && texts.online,
    card.atHome && texts.atHome,
  );
}

function town(place: Location, terms: Terms): string | undefined {
  const name = townName(place, terms);
  const district = place.district && terms.place[place.district]?.label;
  return name && district ? `${name} (${district})` : (name ?? place.name);
}

/**
 * For whom it is, naming at most so many audiences; no audience means everyone. That it is for women
 * or men only says a chip.
 */
export function whom({ card, locale, context: { terms } }: CardView, most = Infinity): string {
  const audiences = shorten(labels(card.audiences, terms.audience), most, locale);
  const age = ageSpan(card.age ?? {}, locale);
  return join(audiences, age, !audiences && !age && !card.only && locale.card.everyone);
}

function languages({ card, locale, context: { terms } }: CardView): string {
  const names = (card.spoken ?? []).map((each) => languageName(each.language, locale.tag, terms));
  return shorten(names, MOST, locale);
}

/** The price, where it is known: an amount, words, or both. */
export function price(view: CardView): unknown {
  const { amount, currency = 'EUR' } = view.card.cost ?? {};
  const text = said(view, 'cost');
  const words = text && spoken(text, view);
  return amount ? html`${money(amount, currency, view.locale.tag)}<br />${words}` : words;
}

function shorten(names: string[], most: number, { card: { comma, more } }: Locale): string {
  const list = names.slice(0, most).join(comma);
  return names.length > most ? fill(more, { list, count: names.length - most }) : list;
}
