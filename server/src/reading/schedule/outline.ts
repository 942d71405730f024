import type { Schedule } from '@vielfalt/feed';
import { Cursor } from './cursor.js';
import { readValidity, type Validity } from './dates.js';
import { readDays, type Days } from './days.js';
import { readException, readInclusion, type Exception } from './exceptions.js';
import { readInterval } from './interval.js';
import { CONTACT_WORDS, FILLERS, isHarmless } from './lexicon.js';
import { readPhrase, type Meaning } from './phrases.js';
import { readSpan, type Span } from './spans.js';
import type { Token } from './tokens.js';

/** Some days and the times on each of them. */
export interface Entry {
  days?: Days;
  spans: Span[];
}

/** What a text says about times, before it is reckoned out for a calendar. */
export interface Outline {
  entries: Entry[];
  /** Every how many weeks. */
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

const ALL_DAY: Span = { start: 0, end: 24 * 60 };
const EVERY_DAY: Days = { kind: 'weekly', days: [0, 1, 2, 3, 4, 5, 6] };
const BREAKS = [';', '\n', '.', '(', ')', '[', ']', ','];
const MARKS = [...BREAKS, ':', '/', '+', '&', '*'];

export function outline(tokens: readonly Token[]): Outline {
  return new Reading(new Cursor(tokens)).read();
}

/** One way through a text. Days may stand before their times or after; the first says which. */
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
  /** Whether a time may still belong to the days before it. */
  #open = true;
  #registers = false;
  /** What was said within the present clause, and whether all of that is understood. */
  #said: Meaning[] = [];
  #clear = true;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  read(): Outline {
    const cursor = this.#cursor;
    cursor.takeAny('nur', 'only');
    while (!cursor.done) {
      if (cursor.sees(BREAKS)) this.#endClause();
      if (!this.#readOne()) {
        cursor.at++;
        this.#doubt();
      }
    }
    this.#endClause();
    this.#closeEntries();
    // The date may be the last for registering.
    const isDated = this.#outline.entries.some(({ days }) => days?.kind === 'dates');
    if (this.#registers && (isDated || this.#outline.validity)) this.#doubt();
    return this.#outline;
  }

  #readOne(): boolean {
    const cursor = this.#cursor;
    if (cursor.takeAny(...MARKS) || this.#readDash()) return true;
    return this.#readLimits() || this.#readTimes() || this.#readWords();
  }

  /** What says when nothing happens, or from when to when something does. */
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
    const phrase = readPhrase(cursor);
    if (phrase) return this.#mean(phrase);
    const interval = readInterval(cursor);
    if (interval) {
      if (this.#outline.interval) this.#doubt();
      this.#outline.interval = interval;
      return true;
    }
    const days = readDays(cursor);
    if (days) return this.#addDays(days);
    const span = readSpan(cursor);
    return span !== undefined && this.#addSpan(span);
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

  /** "Tel.: 030 …"; without a number the word may stand before times of its own. */
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

  /** A dash is nothing before a line, within "Online-Beratung", and between days and their times. */
  #readDash(): boolean {
    const before = this.#cursor.peek(-1);
    const startsLine = !before || (before.kind === 'mark' && before.text === '\n');
    const next = this.#cursor.peek(1)?.kind;
    const leadsToTime = before?.kind === 'weekday' && (next === 'time' || next === 'number');
    const joinsWords = before?.kind === 'word' && next === 'word';
    return (startsLine || leadsToTime || joinsWords) && this.#cursor.takeAny('-');
  }

  #mean(meaning: Meaning): true {
    if (meaning === 'all-day') return this.#addSpan(ALL_DAY);
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

  #addDays(days: Days): true {
    const { entries } = this.#outline;
    const last = entries.at(-1);
    this.#timesFirst ??= false;
    this.#open = true;
    if (!this.#timesFirst) entries.push({ days, spans: [] });
    else if (!last || last.days) this.#doubt();
    else last.days = days;
    if (days.kind === 'weekly' && days.vague) {
      this.#outline.more = true;
      this.#outline.closed.add('public-holidays');
    }
    return true;
  }

  #addSpan(span: Span): true {
    const { entries } = this.#outline;
    const last = entries.at(-1);
    this.#timesFirst ??= true;
    if (!this.#open) this.#doubt();
    if (this.#timesFirst && (!last || last.days)) entries.push({ spans: [span] });
    else last?.spans.push(span);
    return true;
  }

  #except({ closed, weekdays, dates, everywhere }: Exception): void {
    const { entries } = this.#outline;
    for (const each of closed) this.#outline.closed.add(each);
    this.#outline.left.push(...dates);
    if (weekdays.length === 0) return;
    const last = entries.at(-1);
    if (everywhere) this.#open = false;
    else this.#open = last?.spans.length === 0;
    for (const entry of entries) {
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
      const meant = (...meanings: Meaning[]) => meanings.some((each) => this.#said.includes(each));
      this.#outline.byAppointment ||= meant('by-appointment', 'by-appointment-somehow');
      this.#outline.anyTime ||= meant('any-time');
    }
    this.#said = [];
    this.#clear = true;
  }

  /** Days without times and times without days are not understood; all day is every day. */
  #closeEntries(): void {
    const { entries } = this.#outline;
    if (entries.length > 0 && entries.every(({ spans }) => spans.length === 0)) {
      this.#outline.entries = [];
      delete this.#outline.interval;
      this.#outline.more = true;
    }
    for (const entry of this.#outline.entries) {
      if (entry.spans.every((span) => span === ALL_DAY)) entry.days ??= EVERY_DAY;
      if (!entry.days || entry.spans.length === 0) this.#doubt();
    }
  }
}
