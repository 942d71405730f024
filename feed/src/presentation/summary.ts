import type { Check, Contact } from '../model/common.js';
import type { Occurrence } from '../model/schedule.js';
import { isFree } from '../answer/cost.js';
import { CHECK_DAYS } from '../limits.js';
import { clock, lastOf, sayTime } from '../wording/clock.js';
import { dayName, daysBetween, longDate, longDay } from '../wording/date.js';
import { MOST_NAMES, sayLanguages, sayWhere, sayWhom } from '../wording/facts.js';
import { fill } from '../wording/fill.js';
import { dotted, labels } from '../wording/list.js';
import { amountBeside } from '../wording/money.js';
import { mailLink, telephoneLink } from '../wording/reach.js';
import type { CardWording, CardWords } from '../wording/words.js';
import { saidIn, type Piece, type PresentedOffer } from './view.js';

/** A badge beside the title. */
export interface Badge {
  name: keyof CardWords['badges'];
  text: string;
}

/** One fact and its heading. */
export type Fact = [label: string, content: Piece[]];

/** A way to reach somebody, by one tap. */
export interface ContactWay {
  label: string;
  link: string;
  /** The number or address, which reads from left to right in every language. */
  text: string;
}

/** A note on how far a record can be trusted. */
export interface CheckNote {
  /** Ends with the word before the name of the office, where there is one. */
  text: string;
  /** The office that checked it. */
  by?: string | undefined;
  /** The advice given where that is too long ago to rely on. */
  ask?: string | false;
}

/** The kind of the offer, and its topics. */
export function kicker({ card, context: { terms } }: PresentedOffer): string {
  return dotted(
    card.kind && terms.kind[card.kind]?.label,
    ...labels(card.topics, terms.topic).slice(0, 2),
  );
}

/**
 * The badges that tell at a glance whether going there is worth it. Openings and what goes on right
 * now are left unsaid of an offer that does not take place, the latter also of what is read later.
 */
export function badges({ card, context, locale, moment, next }: PresentedOffer): Badge[] {
  const { status, openings, registration } = card;
  const words = locale.card;
  const isOn = status === 'published';
  // Whole days have no time at which a door is known to be open.
  const end =
    isOn &&
    moment.time &&
    next?.start.includes('T') &&
    next.start <= `${moment.date}T${moment.time}` &&
    next.end;
  const open = registration?.needed ? 'running' : 'open';
  const names = [
    !isOn && (status === 'paused' ? status : 'ended'),
    end && open,
    isFree(card) && 'free',
    isOn && openings && (`openings-${openings.state}` as const),
    card.only,
    context.childcare && card.childcare && 'childcare',
    card.practice && 'practice',
  ] as const;
  return names.flatMap((name) => {
    if (!name) return [];
    // What goes on at once, as at midnight, does not end then.
    const isLast = end && name === open && !card.upcoming?.some(({ start }) => start === end);
    const last = isLast && words.comma + fill(words.until, { date: clock(words, lastOf(end)[1]) });
    return { name, text: words.badges[name] + (last || '') };
  });
}

/** When, where, for whom, in which languages and at what price, as far as it is known. */
export function facts(view: PresentedOffer): Fact[] {
  const { card, locale, away } = view;
  const { terms } = view.context;
  const headings = locale.card.facts;
  const all: Fact[] = [
    [headings.when, times(view)],
    [headings.where, [sayWhere(card, terms, locale, away)]],
    [headings.whom, [sayWhom(card, terms, locale, MOST_NAMES)]],
    [headings.languages, [sayLanguages(card, terms, locale)]],
    [headings.cost, isFree(card) ? [] : price(view)],
  ];
  return all.filter(([, [first]]) => first);
}

/** A day as it is called now; where that is read later, by its date. */
function nameDay(
  { start }: Occurrence,
  { moment: { date, time }, locale }: PresentedOffer,
  isInside?: boolean,
): string {
  return (time ? dayName : longDay)(start, date, locale.tag, isInside);
}

/** The day and the time of the occurrence that is running, or else of the next one. */
export function nextDate(view: PresentedOffer): { strong: string; time: string } | undefined {
  const { locale, next } = view;
  if (view.card.status !== 'published' || !next) return undefined;
  return {
    strong: nameDay(next, view) + locale.card.comma,
    time: sayTime(next, view.moment.date, locale),
  };
}

function times(view: PresentedOffer): Piece[] {
  const { card, locale, next } = view;
  const { rhythm, schedule } = card;
  if (card.status !== 'published') return [];
  const words = locale.card;
  const main = rhythm ? { strong: rhythm } : nextDate(view);
  if (!main) {
    return [saidIn(view, 'schedule') ?? (schedule?.byAppointment ? words.byAppointment : '')];
  }
  const others = dotted(
    schedule?.byAppointment && words.alsoByAppointment,
    rhythm && next && fill(words.nextTime, { day: nameDay(next, view, true) }),
  );
  return [main, others && ` · ${others}`];
}

/** The price, where it is known: an amount, words, or both. */
export function price(view: PresentedOffer): Piece[] {
  const words = saidIn(view, 'cost');
  const amount = amountBeside(words?.text, view.card.cost ?? {}, view.locale.tag);
  return amount && words ? [amount, ' · ', words] : [amount ?? words ?? ''];
}

/** The quickest way to reach somebody. */
export function quickestWay(
  { phone, email }: Contact,
  { card }: CardWording,
): ContactWay | undefined {
  const text = phone ?? email;
  return text
    ? {
        label: phone ? card.call : card.write,
        link: phone ? telephoneLink(phone) : mailLink(text),
        text,
      }
    : undefined;
}

/**
 * When a record was last checked and by which office; what to do once that is too long ago. Nobody
 * having checked it yet is said too: silence would look better than an old check.
 */
export function checkNote(
  checked: Check | undefined,
  today: string,
  { tag, card: { checked: words } }: CardWording,
): CheckNote {
  if (!checked) return { text: words.never };
  return {
    text: fill(checked.by ? words.by : words.on, { date: longDate(checked.on, tag) }),
    by: checked.by,
    ask: daysBetween(checked.on, today) > CHECK_DAYS && words.ask,
  };
}
