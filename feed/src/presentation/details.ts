import type { Contact } from '../model/common.js';
import type { Location } from '../model/offer.js';
import { isFree } from '../answer/cost.js';
import { addressLines } from '../wording/address.js';
import { saidDescription } from '../wording/description.js';
import { sayLevel, sayOpenings, sayRegistration, sayServed } from '../wording/details.js';
import { sayWhom } from '../wording/facts.js';
import { hostOf } from '../wording/host.js';
import { isSameLanguage, languageName } from '../wording/language.js';
import { mapLink } from '../wording/links.js';
import type { Said, TextName } from '../wording/said.js';
import { timetable } from '../wording/timetable.js';
import type { DetailWording } from '../wording/words.js';
import { nextDate, price, quickestWay, type ContactWay } from './summary.js';
import { originOf, saidIn, titleOf, type Piece, type PresentedOffer } from './view.js';

/** An offer presented in full. */
export type DetailedOffer = PresentedOffer & { locale: DetailWording };

/** An author's text of several paragraphs. */
export interface Passage {
  said: Said;
  /** Its language or that a machine has translated it, where the title does not say so already. */
  origin?: string;
}

/** One thing that a row says, a paragraph of its own. */
export type RowItem =
  | {
      line: Piece[];
      /** `name`: stands as it is, in any direction of writing; `missing`: says that nobody knows. */
      kind?: 'name' | 'missing';
      /** Beside it and less than it. */
      note?: string;
    }
  | { passage: Passage }
  /** Leads out of the directory. */
  | { link: string; text: string }
  | { way: ContactWay; icon: 'phone' | 'mail' | 'web' }
  /** One of several addresses. */
  | { group: RowItem[] };

/** One fact in full. */
export interface Row {
  label: string;
  items: RowItem[];
}

type Line = string | false | undefined;

/** Those lines that there are, each a paragraph. */
function lines(...all: Line[]): RowItem[] {
  return all.flatMap((text) => (text ? { line: [text] } : []));
}

const missing = (text: string): RowItem => ({ line: [text], kind: 'missing' });

/** Everything that is known of an offer beyond its description, and what is not where it matters. */
export function rows(view: DetailedOffer): Row[] {
  const { card, context, locale, moment } = view;
  const { terms } = context;
  const { card: words, details } = locale;
  const { facts } = details;
  const all: [label: string, items: RowItem[]][] = [
    [words.facts.when, times(view)],
    [words.facts.where, whereabouts(view)],
    [words.facts.whom, lines(sayWhom(card, terms, locale))],
    [facts.eligibility, eligibility(view)],
    [words.facts.languages, languages(view)],
    [facts.level, lines(sayLevel(card, terms, locale))],
    [words.facts.cost, cost(view)],
    [facts.registration, registration(view)],
    [facts.openings, openings(view, moment.date)],
    [facts.extras, lines(!context.childcare && card.childcare && words.badges.childcare)],
    [facts.bring, passages('bring', view)],
    [facts.contact, contact(view)],
    [facts.links, (card.links ?? []).map(({ label: text, url: link }) => ({ link, text }))],
  ];
  return all.flatMap(([label, items]) => (items.length ? { label, items } : []));
}

/** The description, or the beginning of it that the card has. */
export function description(view: PresentedOffer): Passage | undefined {
  return passageOf(saidDescription(view.card, view.offer, view.preference), view);
}

/** Everything there is to reach somebody by. */
export function contactItems(
  { role, name, namePublic, phone, email, web }: Contact,
  locale: DetailWording,
): RowItem[] {
  const who = [role, namePublic && name].filter(Boolean).join(': ');
  const site = web && { label: locale.details.web, link: web, text: hostOf(web) };
  const ways = {
    phone: phone && quickestWay({ phone }, locale),
    mail: email && quickestWay({ email }, locale),
    web: site,
  };
  const icons = Object.keys(ways) as (keyof typeof ways)[];
  return [
    ...(who ? [{ line: [who], kind: 'name' as const }] : []),
    ...icons.flatMap((icon) => {
      const way = ways[icon];
      return way ? { icon, way } : [];
    }),
  ];
}

/** A postal address, a paragraph each line; of a hidden one the town, and that one can ask for it. */
export function addressItems(
  place: Location,
  { terms }: Pick<PresentedOffer['context'], 'terms'>,
  { details }: DetailWording,
): RowItem[] {
  return [
    ...addressLines(place, terms).map((line): RowItem => ({ line: [line], kind: 'name' })),
    ...lines(place.visibility === 'on-request' && details.where.onRequest),
  ];
}

/** An author's text, with its origin where the title does not say that. */
export function passageOf(said: Said | undefined, view: PresentedOffer): Passage | undefined {
  if (!said) return undefined;
  const { lang, by } = titleOf(view);
  const isTitles = isSameLanguage(lang, said.lang) && by === said.by;
  const origin = isTitles ? undefined : originOf(said, view);
  return { said, ...(origin && { origin }) };
}

function passages(name: TextName, view: PresentedOffer): RowItem[] {
  const passage = passageOf(saidIn(view, name), view);
  return passage ? [{ passage }] : [];
}

function times(view: DetailedOffer): RowItem[] {
  const { card, locale, moment } = view;
  const { schedule = {} } = card;
  // Of a series the timetable says the rhythm, but not which day it is next; what is stored lists its dates.
  const next = moment.time && schedule.times?.some(({ freq }) => freq) ? nextDate(view) : undefined;
  const all: RowItem[] = [
    ...(next ? [{ line: [next] }] : []),
    ...lines(...timetable(schedule, moment.date, locale)),
    ...passages('schedule', view),
  ];
  return all.length ? all : [missing(locale.details.unknown)];
}

function whereabouts({ card, context, locale, away }: DetailedOffer): RowItem[] {
  const { map, stepFree } = locale.details.where;
  const { online, atHome } = locale.card;
  return [
    ...(card.locations ?? []).map((place): RowItem => {
      const isHidden = place.visibility === 'on-request';
      const link = isHidden ? undefined : mapLink(context.directory.mapLink, place);
      return {
        group: [
          ...addressItems(place, context, locale),
          ...lines(place.stepFree && stepFree[place.stepFree]),
          ...(place.stepFree || isHidden ? [] : [missing(stepFree.unknown)]),
          ...(link ? [{ link, text: map }] : []),
        ],
      };
    }),
    ...lines(
      away,
      card.online && online,
      card.atHome && atHome,
      sayServed(card, context.terms, locale),
    ),
  ];
}

function eligibility(view: DetailedOffer): RowItem[] {
  // A newer feed may know other marks.
  const known: Partial<Record<string, string>> = view.locale.details.marks;
  const { marks = [] } = view.card.eligibility ?? {};
  return [...lines(...marks.map((mark) => known[mark])), ...passages('eligibility', view)];
}

function languages({ card, context: { terms }, locale }: DetailedOffer): RowItem[] {
  return [
    ...(card.spoken ?? []).map(({ language, note }) => ({
      line: [languageName(language, locale.tag, terms)],
      ...(note && { note }),
    })),
    ...lines(card.interpretation && locale.details.language.interpretation),
  ];
}

function cost(view: DetailedOffer): RowItem[] {
  const { card, details } = view.locale;
  const isWithout = isFree(view.card);
  const known = price(view);
  if (!known[0]) return isWithout ? [] : [missing(details.unknown)];
  // That it is free, a badge says.
  const words = saidIn(view, 'cost')?.text.trim().toLowerCase();
  return isWithout && words === card.badges.free.toLowerCase() ? [] : [{ line: known }];
}

function registration(view: DetailedOffer): RowItem[] {
  const { card, locale, moment } = view;
  const { unknown, registration: words } = locale.details;
  const said = passages('registration', view);
  const known = sayRegistration(card, moment.date, locale);
  const web = card.registration?.web;
  return [
    ...(known || said.length ? lines(known) : [missing(unknown)]),
    ...said,
    ...(web ? [{ link: web, text: words.web }] : []),
  ];
}

/** Openings and the day of that word; a word without a day stands in the badge alone. */
function openings({ card, locale }: DetailedOffer, today: string): RowItem[] {
  const isSaid = card.status === 'published' && card.openings?.on;
  return lines(isSaid && sayOpenings(card, today, locale));
}

function contact({ card, context: { providers }, locale }: DetailedOffer): RowItem[] {
  const web = card.contact?.web ?? providers[card.provider]?.web;
  return contactItems({ ...card.contact, ...(web && { web }) }, locale);
}
