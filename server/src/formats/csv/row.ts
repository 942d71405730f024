import { isFree, weekdayOf, type Occurrence } from '@vielfalt/feed';
import { languageName, lastOf, money, townName, weekdayName } from '@vielfalt/feed/wording';
import type { FormatTexts } from '../../languages/texts.js';
import type { PageTexts } from '../../languages/words.js';
import type { OfferEntry, FormatContext } from '../entry.js';
import { addressLine, pointOf } from '../place.js';
import { readTimes, type Rule } from '../times.js';
import type { CsvColumn } from './columns.js';

/** The words that a row is written with. */
export interface CsvContext {
  headers: FormatTexts['csv'];
  texts: PageTexts;
}

/** An offer's row; unknown values are empty cells. */
export function rowOf(
  entry: OfferEntry,
  source: FormatContext,
  words: CsvContext,
): Record<CsvColumn, string> {
  return {
    ...whatItIs(entry, source),
    ...when(entry, source, words),
    ...where(entry, source, words),
    ...forWhom(entry, source, words),
    ...how(entry, words),
    ...origin(entry, source, words),
  };
}

const list = (values: (string | false | undefined)[], between = ', ') =>
  [...new Set(values.filter(Boolean))].join(between);

const yesNo = (value: boolean | undefined, { yes, no }: FormatTexts['csv']) =>
  value === undefined ? '' : value ? yes : no;

function whatItIs({ offer, texts, provider }: OfferEntry, { view }: FormatContext) {
  const { kind, topic } = view.terms;
  return {
    title: texts.title,
    provider: provider?.name ?? '',
    kind: (offer.kind && kind[offer.kind]?.label) ?? '',
    topics: list((offer.topics ?? []).map((id) => topic[id]?.label)),
    summary: texts.summary ?? '',
    description: texts.description ?? '',
  };
}

const DAY_MS = 86_400_000;

function when(
  { offer, card, texts }: OfferEntry,
  { site, view }: FormatContext,
  words: CsvContext,
) {
  const { schedule = {} } = offer;
  const { calendar } = site.reference.directory;
  const { rules, dates } = readTimes(schedule, calendar);
  const open = rules.filter(({ until }) => !until || until >= site.date);
  const next = offer.status === 'published' && site.moment.next(card);
  const ahead = dates.filter(({ start, end = start }) => end > site.date);
  const spans = [...open.map(({ first }) => first), ...ahead];
  const { byAppointment, alsoByAppointment, allDay } = words.texts.card;
  return {
    next: next ? next.start.replace('T', ' ') : '',
    days: list(weekdays(open).map((day) => weekdayName(day, view.lang, 'long'))),
    hours: list(spans.map((span) => hoursOf(span, allDay))),
    times: list(
      [
        texts.schedule,
        schedule.byAppointment && (spans.length > 0 ? alsoByAppointment : byAppointment),
      ],
      '; ',
    ),
    from: schedule.validFrom ?? '',
    to: schedule.validTo ?? '',
  };
}

/**
 * Formats hours: midnight is the end of the day, and spans longer than a day name the day they end
 * on.
 * @param allDay the text for dates without hours
 */
function hoursOf({ start, end }: Occurrence, allDay: string): string {
  const [day, time] = end ? lastOf(end) : ['', ''];
  const isLong = time
    ? Date.parse(`${end}Z`) - Date.parse(`${start}Z`) > DAY_MS
    : day > start.slice(0, 10);
  return list([start.slice(11) || allDay, list([isLong && day, time], ' ')], '–');
}

function weekdays(rules: Rule[]): number[] {
  const days = rules.flatMap(({ byday }) => byday.map(weekdayOf));
  return [...new Set(days)].sort();
}

function where({ offer }: OfferEntry, { view }: FormatContext, { headers, texts }: CsvContext) {
  const { locations = [], serves = [], online, atHome } = offer;
  const points = locations.flatMap((location) => pointOf(location) ?? []);
  return {
    towns: list(locations.map((location) => townName(location, view.terms))),
    addresses: list(
      locations.map((location) =>
        location.visibility === 'on-request'
          ? texts.details.where.onRequest
          : addressLine(location, view),
      ),
      '; ',
    ),
    points: list(
      points.map(({ lat, lng }) => `${lat}, ${lng}`),
      '; ',
    ),
    stepFree: list(
      locations.map(({ stepFree }) => stepFree && texts.details.where.stepFree[stepFree]),
      '; ',
    ),
    online: yesNo(online, headers),
    atHome: yesNo(atHome, headers),
    serves: list(serves.map((id) => view.terms.place[id]?.label)),
  };
}

function forWhom(
  { offer, texts: own }: OfferEntry,
  { view }: FormatContext,
  { texts }: CsvContext,
) {
  const { audiences = [], age, only, eligibility, spoken = [], taught, level } = offer;
  const { audience } = view.terms;
  const name = (tag: string) => languageName(tag, view.lang, view.terms);
  const marks = (eligibility?.marks ?? []).map((mark) => texts.details.marks[mark]);
  return {
    audiences: list(audiences.map((id) => audience[id]?.label)),
    ageFrom: String(age?.from ?? ''),
    ageTo: String(age?.to ?? ''),
    only: only ? texts.card.badges[only] : '',
    eligibility: list([...marks, own.eligibility], '; '),
    spoken: list(
      spoken.map((each) => list([name(each.language), each.note && `(${each.note})`], ' ')),
    ),
    taught: taught ? name(taught) : '',
    levelNeeded: level?.needed ?? '',
    levelReached: level?.reached ?? '',
  };
}

function how({ offer, texts: own }: OfferEntry, { headers, texts }: CsvContext) {
  const { cost, registration, openings, childcare, interpretation, contact } = offer;
  const free = isFree(offer) || (cost?.free ?? (cost?.amount === undefined ? undefined : false));
  const amount = cost?.amount;
  return {
    free: yesNo(free, headers),
    price: amount === undefined ? '' : money(amount, cost?.currency ?? 'EUR', texts.tag),
    cost: own.cost ?? '',
    registration: yesNo(registration?.needed, headers),
    registrationText: own.registration ?? '',
    registrationUntil: registration?.until ?? '',
    registrationWeb: registration?.web ?? '',
    openings: openings ? texts.card.badges[`openings-${openings.state}`] : '',
    bring: own.bring ?? '',
    childcare: yesNo(childcare, headers),
    interpretation: yesNo(interpretation, headers),
    contact: list([contact?.name, contact?.role]),
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
    web: contact?.web ?? '',
    practice: own.practiceReason ?? '',
  };
}

function origin(entry: OfferEntry, { site, view }: FormatContext, { headers, texts }: CsvContext) {
  const { offer, language, isMachineMade, url } = entry;
  const { licence } = site.reference.directory;
  return {
    status: offer.status === 'paused' ? texts.card.badges.paused : headers.published,
    checkedOn: offer.checked?.on ?? '',
    checkedBy: offer.checked?.by ?? '',
    language: list([
      languageName(language, view.lang, view.terms),
      isMachineMade ? texts.card.machine : undefined,
    ]),
    licence: offer.licence ?? licence?.name ?? '',
    page: url,
    id: offer.id,
  };
}
