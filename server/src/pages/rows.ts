import { isFree, safeLink, type Location, type Terms } from '@vielfalt/feed';
import type { PageContext } from './context.js';
import { contactLines } from './contact.js';
import { price, townName, whom } from './facts.js';
import { shortDate } from './format.js';
import { html, type Content, type Html } from './html.js';
import { inLanguage, mark, said, type OfferView, type TextName } from './offer-view.js';
import type { FactName } from './texts/offer.js';
import { fill } from './texts/texts.js';
import { timetable } from './timetable.js';
import { dotted, labels, languageLabel, line, outward, prose } from './words.js';

/** Everything that is known of an offer, and what is not known where it matters. */
export function rows(view: OfferView): Html {
  const { card, context } = view;
  const { offer: texts } = context.texts;
  const all: Partial<Record<FactName, Content[]>> = {
    when: times(view),
    where: places(view),
    whom: [line(whom(view)), card.only && line(texts.chips[card.only])],
    eligibility: [
      ...(card.eligibility?.marks ?? []).map((name) => line(context.texts.marks[name])),
      passage('eligibility', view),
    ],
    languages: languages(view),
    level: level(view),
    cost: cost(view),
    registration: registration(view),
    places: placesLeft(view),
    extras: [card.childcare && line(texts.childcare)],
    bring: [passage('bring', view)],
    contact: card.contact ? contactLines(card.contact, context) : [],
    links: (card.links ?? []).map(({ label, url }) =>
      line(outward(url, html`<bdi>${label}</bdi>`)),
    ),
  };
  const names = Object.keys(all) as FactName[];
  return html`<dl class="rows">
    ${names.map(
      (name) =>
        all[name]?.some(Boolean) &&
        html`<div>
          <dt>${texts.facts[name]}</dt>
          <dd>${all[name]}</dd>
        </div>`,
    )}
  </dl>`;
}

/** One of the offer's texts as paragraphs; marked where its language or origin is another's. */
export function passage(name: TextName, view: OfferView): Content {
  const text = said(view, name);
  if (!text) return undefined;
  const title = said(view, 'title');
  const isTitles = title?.lang === text.lang && title.by === text.by;
  return html`<div class="prose" ${inLanguage(text.lang, view.context)}>${prose(text.text)}</div>
    ${!isTitles && mark(text, view)}`;
}

const unknown = (text: string) => html`<p class="muted">${text}</p>`;

function times(view: OfferView): Content[] {
  const { card, context } = view;
  const lines = timetable(card.schedule ?? {}, context.site.date, context.texts);
  const all = [...lines.map(line), passage('schedule', view)];
  return all.some(Boolean) ? all : [unknown(context.texts.offer.unknown)];
}

function places({ card, context }: OfferView): Content[] {
  const { texts, view } = context;
  const { online, atHome, serves } = texts.offer;
  const names = labels(card.serves, view.terms.place);
  return [
    ...(card.locations ?? []).map((place) => location(place, context)),
    card.online && line(online),
    card.atHome && line(atHome),
    names.length > 0 &&
      line(fill(serves, { places: new Intl.ListFormat(texts.tag).format(names) })),
  ];
}

function location(place: Location, context: PageContext): Html {
  const { directory, texts, view } = context;
  const { map, onRequest, stepFree } = texts.offer;
  const isHidden = place.visibility === 'on-request';
  const address = mapLink(directory.mapLink, place);
  return html`<div class="place">
    ${addressLines(place, view.terms).map((each) => line(html`<bdi>${each}</bdi>`))}
    ${isHidden && line(onRequest)}
    ${place.stepFree ? line(stepFree[place.stepFree]) : !isHidden && unknown(stepFree.unknown)}
    ${address && line(outward(address, map))}
  </div>`;
}

/**
 * A postal address as lines: name, street, postal code with town, and the district in brackets.
 * Of a place on request there is only the town.
 */
export function addressLines(place: Location, terms: Pick<Terms, 'place'>): string[] {
  const town = townName(place, terms.place);
  const district = place.district && terms.place[place.district]?.label;
  const last = [place.postalCode, town, district && district !== town && `(${district})`];
  return [place.name, place.street, last.filter(Boolean).join(' ')].filter(
    (each): each is string => !!each,
  );
}

/** The map that a visitor may open by a click: the directory's template, filled in. */
function mapLink(template: string | undefined, { lat, lng }: Location): string | undefined {
  if (!template || lat === undefined || lng === undefined) return undefined;
  return safeLink(template.replaceAll('{lat}', `${lat}`).replaceAll('{lng}', `${lng}`));
}

function languages({ card, context }: OfferView): Content[] {
  return [
    ...(card.spoken ?? []).map(({ language, note }) =>
      line([languageLabel(language, context), note && html` <span class="muted">(${note})</span>`]),
    ),
    card.interpretation && line(context.texts.offer.interpretation),
  ];
}

/** What is taught, from which level to which (CEFR). */
function level({ card, context }: OfferView): Content[] {
  const { taught, needed, reached } = context.texts.offer;
  const from = card.level?.needed;
  const to = card.level?.reached;
  const text = dotted(
    card.taught && fill(taught, { language: languageLabel(card.taught, context) }),
    from && fill(needed, { level: from }),
    to && fill(reached, { level: to }),
  );
  return [text && line(text)];
}

function cost(view: OfferView): Content[] {
  const { free, unknown: notKnown } = view.context.texts.offer;
  const known = price(view);
  const isWithout = isFree(view.card);
  return [isWithout && line(free), known ? line(known) : !isWithout && unknown(notKnown)];
}

function registration(view: OfferView): Content[] {
  const { card, context } = view;
  const { tag, offer } = context.texts;
  const { needed, until, web } = card.registration ?? {};
  const text = passage('registration', view);
  const { needed: yes, notNeeded: no, web: there } = offer.registration;
  const last = until && fill(offer.until, { date: shortDate(until, context.site.date, tag) });
  const known = needed === undefined ? undefined : needed ? yes : no;
  const first = [known, last].filter(Boolean).join(offer.comma);
  return [
    first ? line(first) : !text && unknown(offer.unknown),
    text,
    web && line(outward(web, there)),
  ];
}

function placesLeft({ card, context }: OfferView): Content[] {
  if (!card.places) return [];
  const { tag, offer } = context.texts;
  const { state, on } = card.places;
  const date = on && fill(offer.asOf, { date: shortDate(on, context.site.date, tag) });
  return [line(dotted(offer.chips[`places-${state}`], date))];
}
