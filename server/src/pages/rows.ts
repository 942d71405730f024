import { isFree, type Location } from '@vielfalt/feed';
import {
  addressLines,
  isSameLanguage,
  languageName,
  mapLink,
  sayLevel,
  sayPlaces,
  sayRegistration,
  sayServed,
  sayWhom,
  timetable,
  type Said,
  type TextName,
} from '@vielfalt/feed/wording';
import type { PageContext } from './context.js';
import { contactLines } from './contact.js';
import { price } from './facts.js';
import { html, type HtmlContent, type Html } from './html.js';
import { inLanguage, mark, saidIn, titleOf, type OfferView } from './offer-view.js';
import { line, outward, prose } from './words.js';

/** Everything that is known of an offer, and what is not known where it matters. */
export function rows(view: OfferView): Html {
  const { card, context } = view;
  const { texts, site, view: directory } = context;
  const { card: first, details } = texts;
  const { terms } = directory;
  const said = (text: string | undefined) => text && line(text);
  const all: [label: string, ...content: HtmlContent[]][] = [
    [first.facts.when, ...times(view)],
    [first.facts.where, ...places(view)],
    [first.facts.whom, said(sayWhom(card, terms, texts))],
    [details.facts.eligibility, ...eligibility(view)],
    [first.facts.languages, ...languages(view)],
    [details.facts.level, said(sayLevel(card, terms, texts))],
    [first.facts.cost, ...cost(view)],
    [details.facts.registration, ...registration(view)],
    [details.facts.places, said(card.places?.on && sayPlaces(card, site.date, texts))],
    [details.facts.extras, card.childcare && line(first.chips.childcare)],
    [details.facts.bring, passage('bring', view)],
    [details.facts.contact, card.contact && contactLines(card.contact, context)],
    [
      details.facts.links,
      ...(card.links ?? []).map(({ label, url }) => line(outward(url, html`<bdi>${label}</bdi>`))),
    ],
  ];
  return html`<dl class="rows">
    ${all.map(
      ([label, ...content]) =>
        content.some(Boolean) &&
        html`<div>
          <dt>${label}</dt>
          <dd>${content}</dd>
        </div>`,
    )}
  </dl>`;
}

/** An author's text as paragraphs; marked where its language or origin is not the title's. */
export function paragraphs(text: Said | undefined, view: OfferView): HtmlContent {
  if (!text) return undefined;
  const title = titleOf(view);
  const isTitles = isSameLanguage(title.lang, text.lang) && title.by === text.by;
  return html`<div class="prose" ${inLanguage(text.lang, view.context)}>${prose(text.text)}</div>
    ${!isTitles && mark(text, view)}`;
}

function passage(name: TextName, view: OfferView): HtmlContent {
  return paragraphs(saidIn(view, name), view);
}

const unknown = (text: string) => html`<p class="muted">${text}</p>`;

function times(view: OfferView): HtmlContent[] {
  const { texts, site } = view.context;
  const lines = timetable(view.card.schedule ?? {}, site.date, texts);
  const all = [...lines.map(line), passage('schedule', view)];
  return all.some(Boolean) ? all : [unknown(texts.details.unknown)];
}

function places({ card, context }: OfferView): HtmlContent[] {
  const { texts, view } = context;
  const served = sayServed(card, view.terms, texts);
  return [
    ...(card.locations ?? []).map((place) => location(place, context)),
    card.online && line(texts.card.online),
    card.atHome && line(texts.card.atHome),
    served && line(served),
  ];
}

function location(place: Location, { directory, texts, view }: PageContext): Html {
  const { map, onRequest, stepFree } = texts.details.where;
  const isHidden = place.visibility === 'on-request';
  const address = mapLink(directory.mapLink, place);
  return html`<div class="place">
    ${addressLines(place, view.terms).map((each) => line(html`<bdi>${each}</bdi>`))}
    ${isHidden && line(onRequest)}
    ${place.stepFree ? line(stepFree[place.stepFree]) : !isHidden && unknown(stepFree.unknown)}
    ${address && line(outward(address, map))}
  </div>`;
}

function eligibility(view: OfferView): HtmlContent[] {
  const { marks } = view.context.texts.details;
  return [
    ...(view.card.eligibility?.marks ?? []).map((name) => line(marks[name])),
    passage('eligibility', view),
  ];
}

function languages({ card, context: { texts, view } }: OfferView): HtmlContent[] {
  return [
    ...(card.spoken ?? []).map(({ language, note }) =>
      line([
        languageName(language, texts.tag, view.terms),
        note && html` <span class="muted">(${note})</span>`,
      ]),
    ),
    card.interpretation && line(texts.details.language.interpretation),
  ];
}

function cost(view: OfferView): HtmlContent[] {
  const { card, details } = view.context.texts;
  const known = price(view);
  const isWithout = isFree(view.card);
  // That it is free, a mark beside the title says.
  const words = saidIn(view, 'cost')?.text.trim().toLowerCase();
  const isSaid = isWithout && words === card.chips.free.toLowerCase();
  return [known ? !isSaid && line(known) : !isWithout && unknown(details.unknown)];
}

function registration(view: OfferView): HtmlContent[] {
  const { card, context } = view;
  const { unknown: notKnown, registration: words } = context.texts.details;
  const text = passage('registration', view);
  const known = sayRegistration(card, context.site.date, context.texts);
  const web = card.registration?.web;
  return [
    known ? line(known) : !text && unknown(notKnown),
    text,
    web && line(outward(web, words.web)),
  ];
}
