import { dayNumber, weekdayOf, type Schedule } from '@vielfalt/feed';
import { Cursor } from './cursor.js';
import { readValidity, type Validity } from './dates.js';
import { isOfCalendar, MOST_DAYS, readDays, type StatedDays } from './days.js';
import { readException, readInclusion, type Exception } from './exceptions.js';
import { readInterval } from './interval.js';
import { CONTACT_WORDS, FILLERS, isHarmless } from './lexicon.js';
import { readMoments } from './moments.js';
import { readPhrase, type PhraseMeaning } from './phrases.js';
import { ALL_DAY, isAllDay, readSpan, type TimeSpan } from './spans.js';
import type { TimeToken } from './tokens.js';

/** Some days and the times on each of them; calendar days without times are whole days. */
export interface TimetableEntry {
  days?: StatedDays;
  spans: TimeSpan[];
  /**
   * Tells whether several times without an end are joined by "and": without it, two may be a
   * beginning and an end.
   */
  joined: boolean;
  /**
   * The number of the rule in OpenStreetMap's opening hours, where a later rule replaces what
   * earlier ones say of its days.
   */
  rule: number;
}

/** A text's statements about times, before they are worked out for a calendar. */
export interface Outline {
  entries: TimetableEntry[];
  /** The interval in weeks. */
  interval?: number;
  validity?: Validity;
  closed: Set<NonNullable<Schedule['closed']>[number]>;
  /** Days on which nothing happens. */
  left: string[];
  byAppointment: boolean;
  anyTime: boolean;
  /** Something remains that may change the times. */
  doubtful: boolean;
  /** Something remains that the schedule cannot say; the times hold all the same. */
  more: boolean;
}

const ALSO = ['und', 'u', 'and', 'sowie', '+', '&'];
const EVERY_DAY: StatedDays = { kind: 'weekly', days: [0, 1, 2, 3, 4, 5, 6] };
const BREAKS = [';', '\n', '.', '(', ')', '[', ']', ','];
const MARKS = [...BREAKS, ':', '/', '+', '&', '*'];

export function outline(tokens: readonly TimeToken[]): Outline {
  const hasRules = tokens.some((token) => token.kind === 'weekday' && token.code);
  return new Reading(new Cursor(tokens), hasRules).read();
}

/** One pass through a text. Days may precede or follow their times; the first shows which. */
class Reading {
  readonly #cursor: Cursor;
  readonly #outline: Outline = {
    entries: [],
    closed: new Set(),
    left: [],
    byAppointment: false,
    anyTime: false,
    doubtful: false,
    more: false,
  };
  #timesFirst: boolean | undefined;
  /** Tells whether a time may still belong to the days before it. */
  #open = true;
  #registers = false;
  #isWholeDay = false;
  /** Tells whether the text said, before any time, that the end is unknown. */
  #isOpenEnded = false;
  #rule = 0;
  /** Weekdays that are closed whatever follows. */
  readonly #closedDays = new Set<number>();
  /** The phrases of the current clause, and whether all of it is understood. */
  #said: PhraseMeaning[] = [];
  #clear = true;

  /** @param hasRules whether semicolons separate rules as in OpenStreetMap's opening hours */
  constructor(
    cursor: Cursor,
    private readonly hasRules: boolean,
  ) {
    this.#cursor = cursor;
  }

  read(): Outline {
    const cursor = this.#cursor;
    cursor.takeAny('nur', 'only');
    while (!cursor.done) {
      if (cursor.sees(BREAKS)) this.#endClause();
      if (this.hasRules && cursor.sees([';'])) this.#rule++;
      if (!this.#readOne()) {
        cursor.at++;
        this.#doubt();
      }
    }
    this.#endClause();
    this.#closeEntries();
    // The date may be the last one for registering.
    const isDated = this.#outline.entries.some(({ days }) => isOfCalendar(days));
    if (this.#registers && (isDated || this.#outline.validity)) this.#doubt();
    return this.#outline;
  }

  #readOne(): boolean {
    const cursor = this.#cursor;
    if (cursor.takeAny(...MARKS) || this.#readDash()) return true;
    return this.#readLimits() || this.#readTimes() || this.#readWords();
  }

  /** Reads when nothing happens, or the period in which something does. */
  #readLimits(): boolean {
    const cursor = this.#cursor;
    const exception = readException(cursor);
    if (exception) this.#except(exception);
    else if (!readInclusion(cursor)) {
      const validity = readValidity(cursor);
      if (!validity) return false;
      if (this.#outline.validity) this.#doubt();
      this.#outline.validity = validity;
    }
    return true;
  }

  #readTimes(): boolean {
    const cursor = this.#cursor;
    const phrase = cursor.take('longer') ? 'open-end' : readPhrase(cursor);
    if (phrase) return this.#mean(phrase);
    const interval = readInterval(cursor);
    if (interval) {
      if (this.#outline.interval) this.#doubt();
      this.#outline.interval = interval;
      return true;
    }
    const moments = readMoments(cursor);
    if (moments) {
      this.#addDays(moments.days);
      return this.#addSpan(moments.span);
    }
    const days = readDays(cursor);
    if (days) return this.#addDays(days);
    const isJoined = cursor.sees(ALSO, -1);
    const span = readSpan(cursor);
    return span !== undefined && this.#addSpan(span, isJoined);
  }

  #readWords(): boolean {
    const token = this.#cursor.peek();
    if (this.#readContact()) return true;
    if (token?.kind === 'contact' || (token?.kind === 'word' && isHarmless(token.text))) {
      this.#outline.more = true;
    } else if (token?.kind !== 'word' || !FILLERS.has(token.text)) return false;
    this.#cursor.at++;
    return true;
  }

  /** Reads "Tel.: 030 …"; without a number, the word may precede times of its own. */
  #readContact(): boolean {
    const cursor = this.#cursor;
    const found = cursor.attempt(() => {
      if (!cursor.takeAny(...CONTACT_WORDS)) return undefined;
      cursor.skip('.', ':', 'unter');
      return cursor.take('contact');
    });
    if (found) this.#outline.more = true;
    return found !== undefined;
  }

  /** Skips a dash before a line, within "Online-Beratung", and between days and their times. */
  #readDash(): boolean {
    const before = this.#cursor.peek(-1);
    const startsLine = !before || (before.kind === 'mark' && before.text === '\n');
    const next = this.#cursor.peek(1)?.kind;
    const leadsToTime = before?.kind === 'weekday' && (next === 'time' || next === 'number');
    const joinsWords = before?.kind === 'word' && next === 'word';
    return (startsLine || leadsToTime || joinsWords) && this.#cursor.takeAny('-');
  }

  #mean(meaning: PhraseMeaning): true {
    if (meaning === 'all-day') return this.#addSpan(ALL_DAY);
    if (meaning === 'whole-day') return (this.#isWholeDay = true);
    if (meaning === 'open-end') return this.#leaveOpen();
    const { entries } = this.#outline;
    const isByAppointment = meaning.startsWith('by-appointment');
    if (meaning === 'registration') this.#registers = true;
    if (meaning === 'registration' || meaning === 'by-appointment-somehow') {
      this.#outline.more = true;
    }
    if (isByAppointment && !this.#timesFirst && entries.at(-1)?.spans.length === 0) {
      // "Fr nach Vereinbarung"
      entries.pop();
      this.#open = false;
      this.#outline.more = true;
    }
    this.#said.push(meaning);
    return true;
  }

  /**
   * Drops the end: "18 Uhr, open end" says no more than "18 Uhr", and an end that may be later is
   * not one.
   */
  #leaveOpen(): true {
    const last = this.#outline.entries.at(-1)?.spans.at(-1);
    if (!last) this.#isOpenEnded = true;
    else if (last.end !== undefined) this.#doubt();
    return true;
  }

  #addDays(days: StatedDays): true {
    const { entries } = this.#outline;
    const last = entries.at(-1);
    this.#timesFirst ??= false;
    this.#open = true;
    if (!this.#timesFirst) entries.push({ days, spans: [], joined: false, rule: this.#rule });
    else if (!last || last.days) this.#doubt();
    else last.days = days;
    if (days.kind === 'weekly' && days.vague) {
      this.#outline.more = true;
      this.#outline.closed.add('public-holidays');
    }
    return true;
  }

  #addSpan(span: TimeSpan, isJoined = false): true {
    const { entries } = this.#outline;
    const last = entries.at(-1);
    this.#timesFirst ??= true;
    if (!this.#open || (this.#isOpenEnded && span.end !== undefined)) this.#doubt();
    if (this.#timesFirst && (!last || last.days)) {
      entries.push({ spans: [span], joined: false, rule: this.#rule });
    } else if (last) {
      last.spans.push(span);
      last.joined ||= isJoined;
    }
    return true;
  }

  #except({ closed, weekdays, dates, everywhere }: Exception): void {
    const { entries } = this.#outline;
    for (const each of closed) this.#outline.closed.add(each);
    this.#outline.left.push(...dates);
    if (weekdays.length === 0) return;
    const last = entries.at(-1);
    if (everywhere) {
      this.#open = false;
      for (const day of weekdays) this.#closedDays.add(day);
    } else this.#open = last?.spans.length === 0;
    for (const entry of entries) {
      const { days } = entry;
      if (days?.kind === 'monthly' && weekdays.some((day) => isNumbered(days.byday, day))) {
        this.#doubt();
      }
      if (entry.days?.kind !== 'weekly') continue;
      const kept = entry.days.days.filter((day) => !weekdays.includes(day));
      if (kept.length === entry.days.days.length) continue;
      if (kept.length === 0 || !(everywhere || entry === last)) this.#doubt();
      entry.days = { ...entry.days, days: kept };
    }
    if (!last && !everywhere) this.#doubt();
  }

  #doubt(): void {
    this.#outline.doubtful = true;
    this.#clear = false;
  }

  #endClause(): void {
    if (this.#clear) {
      const meant = (...meanings: PhraseMeaning[]) =>
        meanings.some((each) => this.#said.includes(each));
      this.#outline.byAppointment ||= meant('by-appointment', 'by-appointment-somehow');
      this.#outline.anyTime ||= meant('any-time');
    }
    this.#said = [];
    this.#clear = true;
  }

  /** Days of the week without times and times without days are not understood; all day is every day. */
  #closeEntries(): void {
    this.#takeRange();
    const { entries, left, closed } = this.#outline;
    if (entries.length === 0 && left.length + closed.size + this.#closedDays.size > 0) {
      this.#outline.more = true;
    }
    const isUntimed = entries.every(({ spans }) => spans.length === 0);
    if (isUntimed && entries.every(({ days }) => isOfCalendar(days))) {
      if (this.#isWholeDay && entries.length === 0) this.#outline.more = true;
      return;
    }
    if (this.#isWholeDay) this.#doubt();
    if (isUntimed) {
      this.#outline.entries = [];
      delete this.#outline.interval;
      this.#outline.more = true;
    }
    for (const entry of this.#outline.entries) this.#closeEntry(entry);
  }

  #closeEntry(entry: TimetableEntry): void {
    const { spans, joined } = entry;
    if (spans.every(isAllDay)) entry.days ??= EVERY_DAY;
    const { days } = entry;
    if (!days || spans.length === 0) this.#doubt();
    if (days?.kind === 'weekly' && days.days.some((day) => this.#closedDays.has(day))) {
      this.#doubt();
    }
    if (!joined && spans.filter(({ end }) => end === undefined).length > 1) this.#doubt();
  }

  /** A few consecutive days and nothing else are its dates, not the period in which it happens. */
  #takeRange(): void {
    const { entries, validity, left, closed, doubtful, more, ...said } = this.#outline;
    const { from, to } = validity ?? {};
    if (!from || !to || dayNumber(to) - dayNumber(from) >= MOST_DAYS) return;
    if (entries.length + left.length + closed.size > 0 || doubtful) return;
    if (said.byAppointment || said.anyTime || said.interval) return;
    if (more && !this.#isWholeDay) return;
    entries.push({ days: { kind: 'range', from, to }, spans: [], joined: false, rule: 0 });
    delete this.#outline.validity;
  }
}

function isNumbered(byday: readonly string[], day: number): boolean {
  return byday.some((code) => weekdayOf(code) === day);
}
