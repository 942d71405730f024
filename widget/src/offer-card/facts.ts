import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { distanceTo, isFree } from '@vielfalt/feed';
import type { Location, Terms } from '@vielfalt/feed';
import { ageSpan } from '../format/age.js';
import { clock } from '../format/clock.js';
import { dayName } from '../format/date.js';
import { languageName } from '../format/language.js';
import { distance, money } from '../format/numbers.js';
import { scheduleNotes } from '../format/schedule-notes.js';
import { townName } from '../format/town.js';
import { fill } from '../locales/locale.js';
import type { Locale } from '../locales/locale.js';
import { icon } from './icons.js';
import type { IconName } from './icons.js';
import { said } from './view.js';
import type { CardView } from './view.js';
import { spoken } from './words.js';

type Fact = [icon: IconName, label: string, content: unknown];

/** How many audiences, languages or towns a closed card names. */
const MOST = 3;

/** Labels of terms; an id that the answer does not explain is left out. */
export function labels(ids: string[] = [], terms: Terms[keyof Terms]): string[] {
  return ids.flatMap((id) => terms[id]?.label ?? []);
}

/** Marks that decide whether going there is worth it: each by a sign and by words. */
export function chips(view: CardView): TemplateResult | typeof nothing {
  const { card, locale, next, isRunning } = view;
  const texts = locale.card.chips;
  const shown: [string, IconName, string][] = [];
  if (card.status === 'paused') shown.push(['caution', 'pause', texts.paused]);
  else if (card.status !== 'published') shown.push(['over', 'full', texts.ended]);
  else if (isRunning && next?.end) {
    const word = card.registration?.needed ? texts.running : texts.open;
    const until = fill(locale.card.time.until, { date: clock(locale, next.end.slice(11)) });
    shown.push(['good', 'when', word + locale.card.comma + until]);
  }
  if (isFree(card)) shown.push(['good', 'check', texts.free]);
  if (card.places && card.status === 'published') {
    const { state } = card.places;
    const look = { free: 'good', 'waiting-list': 'caution', full: 'over' }[state];
    const sign = ({ free: 'check', 'waiting-list': 'wait', full: 'full' } as const)[state];
    shown.push([look, sign, texts[`places-${state}`]]);
  }
  if (card.only) shown.push(['plain', 'whom', texts[card.only]]);
  return shown.length
    ? html`<ul class="chips plain" role="list">
        ${shown.map(
          ([look, sign, text]) =>
            html`<li class="chip ${look}">${icon(sign)}<span>${text}</span></li>`,
        )}
      </ul>`
    : nothing;
}

/** What a closed card says, as a list of terms and descriptions. */
export function facts(view: CardView): TemplateResult {
  const texts = view.locale.card.facts;
  const all: Fact[] = [
    ['when', texts.when, when(view)],
    ['where', texts.where, where(view)],
    ['whom', texts.whom, whom(view, MOST)],
    ['languages', texts.languages, languages(view)],
    ['level', texts.level, level(view)],
    ['cost', texts.cost, isFree(view.card) ? undefined : price(view)],
    ['check', texts.extras, extras(view)],
  ];
  return html`<dl class="facts">
    ${all.map(([sign, label, content]) =>
      content
        ? html`<div>
            <dt>${icon(sign)}<span class="visually-hidden">${label}</span></dt>
            <dd>${content}</dd>
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
  return (
    join(scheduleNotes(card.schedule ?? {}, moment.date, locale)) ||
    (text && spoken(text.lang, view, text.text))
  );
}

function where(view: CardView) {
  const { card, locale, context } = view;
  const texts = locale.card.where;
  const places = [
    ...new Set((card.locations ?? []).flatMap((each) => town(each, context.terms) ?? [])),
  ];
  const km = context.near && distanceTo(card, context.near);
  return join([
    shorten(places, MOST, locale),
    km !== undefined && fill(texts.distance, { distance: distance(km, locale.tag) }),
    card.locations?.some(({ visibility }) => visibility === 'on-request') && texts.onRequest,
    card.online && texts.online,
    card.atHome && texts.atHome,
  ]);
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
  const audiences = labels(card.audiences, terms.audience);
  const age = ageSpan(card.age ?? {}, locale);
  const everyone = !audiences.length && !age && !card.only;
  return join([shorten(audiences, most, locale), age, everyone && locale.card.whom.everyone]);
}

function languages({ card, locale, context: { terms } }: CardView): string {
  const names = (card.spoken ?? []).map(({ language }) =>
    languageName(language, locale.tag, terms),
  );
  return shorten(names, MOST, locale);
}

/** What is taught, from which level to which (CEFR). */
export function level({ card, locale, context: { terms } }: CardView): string {
  const texts = locale.card.language;
  const { needed, reached } = card.level ?? {};
  return join([
    card.taught && fill(texts.taught, { language: languageName(card.taught, locale.tag, terms) }),
    needed && fill(texts.needed, { level: needed }),
    reached && fill(texts.reached, { level: reached }),
  ]);
}

/** The price, where it is known: free, an amount, or words. */
export function price(view: CardView) {
  const { card, locale } = view;
  const amount = card.cost?.amount;
  const text = said(view, 'cost');
  return isFree(card) || amount
    ? html`${amount ? money(amount, card.cost?.currency ?? 'EUR', locale.tag) : locale.card.cost.free}
      ${text ? html`<br />${spoken(text.lang, view, text.text)}` : nothing}`
    : text && spoken(text.lang, view, text.text);
}

function extras({ card, locale }: CardView): string {
  const { registration, where: access, childcare } = locale.card;
  const needed = card.registration?.needed;
  return join([
    needed !== undefined && (needed ? registration.needed : registration.notNeeded),
    card.locations?.some(({ stepFree }) => stepFree === 'yes') && access.stepFreeYes,
    card.childcare && childcare,
  ]);
}

function shorten(names: string[], most: number, { card: { comma, language } }: Locale): string {
  const list = names.slice(0, most).join(comma);
  return names.length > most ? fill(language.more, { list, count: names.length - most }) : list;
}

function join(parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
