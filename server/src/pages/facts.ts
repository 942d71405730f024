import { isFree, type Card, type Location } from '@vielfalt/feed';
import type { PageContext } from './context.js';
import { dayName, money } from './format.js';
import { html, joined, type Content, type Html } from './html.js';
import { said, spoken, type OfferView } from './offer-view.js';
import { fill, plural } from './texts/texts.js';
import { clock } from './timetable.js';
import { dotted, labels, languageLabel, shorten } from './words.js';

/** How many audiences, languages or towns a card names. */
const MOST = 3;

/** Marks that decide whether going there is worth it. */
export function chips({ card, context }: OfferView): Content {
  const { chips: texts } = context.texts.offer;
  const all = [
    card.status === 'paused' && 'paused',
    isFree(card) && 'free',
    card.places && (`places-${card.places.state}` as const),
    card.only,
  ].filter((name): name is keyof typeof texts => !!name);
  return (
    all.length > 0 &&
    html`<ul class="chips plain" role="list">
      ${all.map((name) => html`<li class="chip ${name}">${texts[name]}</li>`)}
    </ul>`
  );
}

/** What a card says, as a list of terms and descriptions. */
export function facts(view: OfferView): Html {
  const { card, context } = view;
  const all = {
    when: when(view),
    where: shorten(towns(card, context), MOST, context),
    whom: whom(view, MOST),
    languages: shorten(
      (card.spoken ?? []).map(({ language }) => languageLabel(language, context)),
      MOST,
      context,
    ),
    cost: !isFree(card) && price(view),
  };
  const names = Object.keys(all) as (keyof typeof all)[];
  return html`<dl class="facts">
    ${names.map(
      (name) =>
        all[name] &&
        html`<div>
          <dt>${context.texts.offer.facts[name]}</dt>
          <dd>${all[name]}</dd>
        </div>`,
    )}
  </dl>`;
}

function when(view: OfferView): Content {
  const { card, context, next } = view;
  if (card.status !== 'published') return undefined;
  const { texts, site } = context;
  if (next) {
    const day = dayName(next.start, site.date, texts.tag);
    const time = clock(texts, next.start.slice(11), next.end?.slice(11));
    return html`<strong>${day}${texts.offer.comma}<span class="time">${time}</span></strong>`;
  }
  const text = said(view, 'schedule');
  return text ? spoken(text, view) : card.schedule?.byAppointment && texts.offer.byAppointment;
}

/** The towns where it happens, then whether it comes to people. */
function towns(card: Card, { view, texts }: PageContext): string[] {
  const name = (place: Location) => {
    const town = townName(place, view.terms.place);
    const district = place.district && view.terms.place[place.district]?.label;
    return town && district && district !== town ? `${town} (${district})` : (town ?? place.name);
  };
  const { online, atHome } = texts.offer;
  return [
    ...new Set((card.locations ?? []).flatMap((place) => name(place) ?? [])),
    ...(card.online ? [online] : []),
    ...(card.atHome ? [atHome] : []),
  ];
}

/** The town's name: the vocabulary's label, else what the record says. */
export function townName(
  place: Pick<Location, 'town' | 'locality'>,
  places: Record<string, { label: string }>,
): string | undefined {
  return (place.town && places[place.town]?.label) || place.locality || place.town;
}

/** For whom it is, naming at most so many audiences; no audience means everyone. */
export function whom({ card, context }: OfferView, most = Infinity): string {
  const { texts, view } = context;
  const audiences = shorten(labels(card.audiences, view.terms.audience), most, context);
  const age = ageSpan(card.age ?? {}, context);
  return dotted(audiences, age, !audiences && !age && !card.only && texts.offer.everyone);
}

/** An age in whole years: `6 bis 12 Jahre`, `ab 18 Jahren`; nothing where open. */
function ageSpan({ from, to }: { from?: number; to?: number }, { texts }: PageContext) {
  const { age } = texts.offer;
  if (from && to !== undefined) return fill(age.span, { from, to });
  if (from) return plural(texts.tag, age.from, from);
  return to === undefined ? undefined : plural(texts.tag, age.to, to);
}

/** The price, where it is known: an amount, words, or both. */
export function price(view: OfferView): Content {
  const { amount, currency = 'EUR' } = view.card.cost ?? {};
  const text = said(view, 'cost');
  const sum = amount ? money(amount, currency, view.context.texts.tag) : undefined;
  if (!sum && !text) return undefined;
  return joined([sum, text && spoken(text, view)], html`<br />`);
}
