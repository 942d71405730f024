import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isFree } from '@vielfalt/feed';
import { addressLines } from '../format/address.js';
import { shortDate } from '../format/date.js';
import { languageName } from '../format/language.js';
import { mapLink } from '../format/links.js';
import { timetable } from '../format/timetable.js';
import { detailTexts } from '../locales/details.js';
import { fill } from '../locales/locale.js';
import { contactLines } from './contact-lines.js';
import { price, whom } from './facts.js';
import { link } from './link.js';
import { passage } from './passage.js';
import type { CardView } from './view.js';
import { join, labels } from './words.js';

/** What an open card says beyond its text, as a list of terms and descriptions. */
export function rows(view: CardView): TemplateResult {
  const { card, locale } = view;
  const first = locale.card;
  const texts = detailTexts(locale);
  const all: [label: string, ...content: unknown[]][] = [
    [first.facts.when, ...times(view)],
    [first.facts.where, ...places(view)],
    [first.facts.whom, whom(view), card.only && line(first.chips[card.only])],
    [texts.facts.eligibility, ...eligibility(view)],
    [first.facts.languages, ...languages(view)],
    [texts.facts.level, level(view)],
    [first.facts.cost, ...cost(view)],
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
  const { online, atHome } = locale.card;
  const texts = detailTexts(locale).where;
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
    card.online && line(online),
    card.atHome && line(atHome),
    serves.length > 0 &&
      line(fill(texts.serves, { places: new Intl.ListFormat(locale.tag).format(serves) })),
  ];
}

function eligibility(view: CardView): unknown[] {
  const { card, locale } = view;
  const known = detailTexts(locale).whom;
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
    card.interpretation && line(detailTexts(locale).language.interpretation),
  ];
}

/** What is taught, from which level to which (CEFR). */
function level({ card, locale, context: { terms } }: CardView): string {
  const texts = detailTexts(locale).language;
  const { needed, reached } = card.level ?? {};
  return join(
    card.taught && fill(texts.taught, { language: languageName(card.taught, locale.tag, terms) }),
    needed && fill(texts.needed, { level: needed }),
    reached && fill(texts.reached, { level: reached }),
  );
}

function cost(view: CardView): unknown[] {
  const texts = detailTexts(view.locale).cost;
  const known = price(view);
  const free = isFree(view.card) && line(texts.free);
  return [free, known ? line(known) : !free && unknown(texts.unknown)];
}

function registration(view: CardView): unknown[] {
  const { card, locale, moment } = view;
  const texts = detailTexts(locale).registration;
  const { needed, until, web } = card.registration ?? {};
  const text = passage('registration', view);
  const last =
    until && fill(locale.card.until, { date: shortDate(until, moment.date, locale.tag) });
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
  const date =
    on && fill(detailTexts(locale).placesOn, { date: shortDate(on, moment.date, locale.tag) });
  return join(locale.card.chips[`places-${state}`], date);
}

function contact({ card, locale, context: { providers } }: CardView): unknown[] {
  const provider = providers[card.provider];
  return [
    ...(card.contact ? contactLines(card.contact, locale) : []),
    provider?.web && line(link(provider.web, html`<bdi>${provider.name}</bdi>`)),
  ];
}
