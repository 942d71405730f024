import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { addressLines } from '../format/address.js';
import { shortDate } from '../format/date.js';
import { languageName } from '../format/language.js';
import { mapLink } from '../format/links.js';
import { timetable } from '../format/timetable.js';
import { fill } from '../locales/locale.js';
import { contactLines } from './contact-lines.js';
import { link } from './contact.js';
import { labels, level, price, whom } from './facts.js';
import type { CardView } from './view.js';
import { passage } from './passage.js';

/** What an open card says beyond its text, as a list of terms and descriptions. */
export function rows(view: CardView): TemplateResult {
  const { card, locale } = view;
  const texts = locale.card;
  const all: [label: string, ...content: unknown[]][] = [
    [texts.facts.when, ...times(view)],
    [texts.facts.where, ...places(view)],
    [texts.facts.whom, whom(view), card.only && line(texts.chips[card.only])],
    [texts.facts.eligibility, ...eligibility(view)],
    [texts.facts.languages, ...languages(view)],
    [texts.facts.level, level(view)],
    [texts.facts.cost, price(view) ?? unknown(texts.cost.unknown)],
    [texts.facts.registration, ...registration(view)],
    [texts.facts.places, placesLeft(view)],
    [texts.facts.extras, card.childcare && texts.childcare],
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
const unknown = (text: string) => html`<p class="muted">${text}</p>`;

function times(view: CardView): unknown[] {
  const { card, locale, moment } = view;
  const lines = timetable(card.schedule ?? {}, moment.date, locale);
  return [...lines.map(line), passage('schedule', view)];
}

function places({ card, locale, context: { terms, directory } }: CardView): unknown[] {
  const texts = locale.card.where;
  const access = { yes: texts.stepFreeYes, partly: texts.stepFreePartly, no: texts.stepFreeNo };
  const serves = labels(card.serves, terms.place);
  return [
    ...(card.locations ?? []).map((place) => {
      const hidden = place.visibility === 'on-request';
      const map = hidden ? undefined : mapLink(directory.mapLink, place);
      return html`<div class="place">
        ${addressLines(place, terms).map((each) => html`<p><bdi>${each}</bdi></p>`)}
        ${hidden ? line(texts.onRequest) : nothing}
        ${place.stepFree ? line(access[place.stepFree]) : unknown(texts.stepFreeUnknown)}
        ${map ? line(link(map, texts.map)) : nothing}
      </div>`;
    }),
    card.online && line(texts.online),
    card.atHome && line(texts.atHome),
    serves.length > 0 &&
      line(fill(texts.serves, { places: new Intl.ListFormat(locale.tag).format(serves) })),
  ];
}

function eligibility(view: CardView): unknown[] {
  const { card, locale } = view;
  const known = locale.card.whom;
  return [
    ...(card.eligibility?.marks ?? []).map((mark) => known[mark] && line(known[mark])),
    passage('eligibility', view),
  ];
}

function languages({ card, locale, context: { terms } }: CardView): unknown[] {
  return [
    ...(card.spoken ?? []).map(({ language, note }) => {
      const name = languageName(language, locale.tag, terms);
      return line(note ? html`${name} <span class="muted">(${note})</span>` : name);
    }),
    card.interpretation && line(locale.card.language.interpretation),
  ];
}

function registration(view: CardView): unknown[] {
  const { card, locale, moment } = view;
  const texts = locale.card.registration;
  const { needed, until, web } = card.registration ?? {};
  const text = passage('registration', view);
  const last = until && fill(texts.until, { date: shortDate(until, moment.date, locale.tag) });
  const known = needed === undefined ? undefined : needed ? texts.needed : texts.notNeeded;
  return [
    known || last
      ? line([known, last].filter(Boolean).join(locale.card.comma))
      : !text && unknown(texts.unknown),
    text,
    web && line(link(web, texts.web)),
  ];
}

function placesLeft({ card, locale, moment }: CardView) {
  if (!card.places) return undefined;
  const { state, on } = card.places;
  const date = on && fill(locale.card.placesOn, { date: shortDate(on, moment.date, locale.tag) });
  return [locale.card.chips[`places-${state}`], date].filter(Boolean).join(' · ');
}

function contact({ card, locale, context: { providers } }: CardView): unknown[] {
  const provider = providers[card.provider];
  return [
    ...(card.contact ? contactLines(card.contact, locale) : []),
    provider?.web && line(link(provider.web, html`<bdi>${provider.name}</bdi>`)),
  ];
}
