import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isFree } from '@vielfalt/feed';
import {
  addressLines,
  languageName,
  mapLink,
  sayLevel,
  sayPlaces,
  sayRegistration,
  sayServed,
  sayWhom,
  timetable,
} from '@vielfalt/feed/wording';
import { withDetails } from '../locales/details.js';
import { contactLines } from './contact-lines.js';
import { nextDate, price } from './facts.js';
import { link } from './link.js';
import { passage } from './passage.js';
import { saidIn, type CardView } from './view.js';

/** A card and the words for all of it. */
type OpenView = CardView & { locale: ReturnType<typeof withDetails> };

/** What an open card says beyond its text, as a list of terms and descriptions. */
export function rows(closed: CardView): TemplateResult {
  const view = { ...closed, locale: withDetails(closed.locale) };
  const { card, context, locale, moment } = view;
  const { terms } = context;
  const { card: first, details: texts } = locale;
  const all: [label: string, ...content: unknown[]][] = [
    [first.facts.when, ...times(view)],
    [first.facts.where, ...places(view)],
    [first.facts.whom, sayWhom(card, terms, locale)],
    [texts.facts.eligibility, ...eligibility(view)],
    [first.facts.languages, ...languages(view)],
    [texts.facts.level, sayLevel(card, terms, locale)],
    [first.facts.cost, ...cost(view)],
    [texts.facts.registration, ...registration(view)],
    [texts.facts.places, card.places?.on && sayPlaces(card, moment.date, locale)],
    [texts.facts.extras, !context.childcare && card.childcare && first.chips.childcare],
    [texts.facts.bring, passage('bring', view)],
    [texts.facts.contact, ...contact(view)],
    [texts.facts.links, ...(card.links ?? []).map(({ label, url }) => line(link(url, label)))],
  ];
  return html`<dl class="rows">
    ${all.map(([label, ...content]) =>
      content.some(Boolean)
        ? html`<div>
            <dt>${label}</dt>
            <dd>${content.map((each) => each || nothing)}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}

const line = (content: unknown) => html`<p>${content}</p>`;
const isWord = (text: string | undefined, word: string) =>
  text?.trim().toLowerCase() === word.toLowerCase();
const unknown = (text: string) => html`<p class="muted">${text}</p>`;

function times(view: OpenView): unknown[] {
  const { card, locale, moment } = view;
  const { schedule = {} } = card;
  const lines = timetable(schedule, moment.date, locale);
  // Of a series the timetable says the rhythm, but not which day it is next.
  const isSeries = schedule.times?.some(({ freq }) => freq);
  const all = [isSeries && nextDate(view), ...lines.map(line), passage('schedule', view)];
  return all.some(Boolean) ? all : [unknown(locale.details.unknown)];
}

function places({ card, locale, away, context: { terms, directory } }: OpenView): unknown[] {
  const { online, atHome } = locale.card;
  const { map: showMap, onRequest, stepFree } = locale.details.where;
  const served = sayServed(card, terms, locale);
  return [
    ...(card.locations ?? []).map((place) => {
      const isHidden = place.visibility === 'on-request';
      const map = isHidden ? undefined : mapLink(directory.mapLink, place);
      return html`<div class="place">
        ${addressLines(place, terms).map((each) => html`<p><bdi>${each}</bdi></p>`)}
        ${isHidden ? line(onRequest) : nothing}
        ${place.stepFree ? line(stepFree[place.stepFree]) : isHidden ? nothing : unknown(stepFree.unknown)}
        ${map ? line(link(map, showMap)) : nothing}
      </div>`;
    }),
    away && line(away),
    card.online && line(online),
    card.atHome && line(atHome),
    served && line(served),
  ];
}

function eligibility(view: OpenView): unknown[] {
  const known: Partial<Record<string, string>> = view.locale.details.marks;
  return [
    // A newer feed may know other marks.
    ...(view.card.eligibility?.marks ?? []).map((mark) => known[mark] && line(known[mark])),
    passage('eligibility', view),
  ];
}

function languages({ card, locale, context: { terms } }: OpenView): unknown[] {
  return [
    ...(card.spoken ?? []).map(({ language, note }) => {
      const name = languageName(language, locale.tag, terms);
      return line(note ? html`${name} <span class="muted">(${note})</span>` : name);
    }),
    card.interpretation && line(locale.details.language.interpretation),
  ];
}

function cost(view: OpenView): unknown[] {
  const { card, details } = view.locale;
  const known = price(view);
  // That it is free, a mark beside the title says.
  const isFreeAlone = isFree(view.card) && isWord(saidIn(view, 'cost')?.text, card.chips.free);
  return [known ? !isFreeAlone && line(known) : !isFree(view.card) && unknown(details.unknown)];
}

function registration(view: OpenView): unknown[] {
  const { card, locale, moment } = view;
  const { unknown: notKnown, registration: texts } = locale.details;
  const text = passage('registration', view);
  const known = sayRegistration(card, moment.date, locale);
  const web = card.registration?.web;
  return [
    known ? line(known) : !text && unknown(notKnown),
    text,
    web && line(link(web, texts.web)),
  ];
}

function contact({ card, locale, context: { providers } }: OpenView): unknown[] {
  const web = card.contact?.web ?? providers[card.provider]?.web;
  return contactLines({ ...card.contact, ...(web && { web }) }, locale);
}
