import { weekdayCode } from '@vielfalt/feed';
import type { Cursor } from './cursor.js';
import { readDates } from './dates.js';

/** The days on which something happens. */
export type StatedDays =
  /** 0 Monday to 6 Sunday. `vague`: perhaps on more days, and not on public holidays. */
  | { kind: 'weekly'; days: number[]; vague?: true }
  /** The weekdays of a month, as in RFC 5545: `1TU`, `-1FR`. */
  | { kind: 'monthly'; byday: string[] }
  | { kind: 'monthday'; day: number }
  | { kind: 'dates'; dates: string[] }
  /** Consecutive whole days, including the last one. */
  | { kind: 'range'; from: string; to: string };

/**
 * The contract's limit for one occurrence; anything longer is a period in which something happens.
 */
export const MOST_DAYS = 31;
const ALL = [0, 1, 2, 3, 4, 5, 6];
const WORKING = [0, 1, 2, 3, 4];

const JOINS = [',', '/', '+', '&', 'und', 'u', 'and', 'sowie'];
const EVERY = ['jeden', 'jede', 'jeder', 'jedem', 'jeweils', 'jew', 'immer', 'every', 'each'];
const BEFORE = ['am', 'an', 'im', 'von', 'on', 'the', 'der', 'den', 'dem', 'from'];
const MONTH = ['monat', 'monats', 'month', 'monatlich', 'monthly'];
const BEFORE_MONTH = ['im', 'in', 'of', 'eines', 'eines', 'des', 'pro', 'the', 'a', '/', ...EVERY];
const TO = ['-', 'bis', 'to', 'till', 'until', 'through'];

/** Says whether days are calendar dates, which without a time of day are whole days. */
export function isOfCalendar(days: StatedDays | undefined): boolean {
  return days?.kind === 'dates' || days?.kind === 'range';
}

export function readDays(cursor: Cursor): StatedDays | undefined {
  return readNumbered(cursor) ?? readMonthly(cursor) ?? readDated(cursor) ?? readWeekly(cursor);
}

/** "Th[1]", "Fr[1,3]", "Sa[-1]", as OpenStreetMap writes them. */
function readNumbered(cursor: Cursor): StatedDays | undefined {
  return cursor.attempt(() => {
    const weekday = cursor.take('weekday');
    if (!weekday || !cursor.takeAny('[')) return undefined;
    const code = weekdayCode(weekday.day);
    const byday = new Set<string>();
    do {
      const isFromEnd = cursor.takeAny('-');
      const nth = cursor.take('number')?.value ?? 0;
      if (isFromEnd ? nth !== 1 : nth < 1 || nth > 5) return undefined;
      byday.add(`${isFromEnd ? '-' : ''}${nth}${code}`);
    } while (cursor.takeAny(','));
    return cursor.takeAny(']') ? { kind: 'monthly' as const, byday: [...byday] } : undefined;
  });
}

function readDated(cursor: Cursor): StatedDays | undefined {
  const dates = readDates(cursor);
  return dates && { kind: 'dates', dates };
}

/** "jeden ersten und dritten Freitag", "letzter Sa im Monat", "am 15. jeden Monats". */
function readMonthly(cursor: Cursor): StatedDays | undefined {
  return cursor.attempt(() => {
    const start = cursor.at;
    cursor.skip(...EVERY, ...BEFORE, ...MONTH);
    const isEvery = sawAny(cursor, start, EVERY);
    const saidBefore = sawAny(cursor, start, MONTH);
    const byday: string[] = [];
    const numbers: number[] = [];
    do {
      const group = takeOrdinals(cursor);
      const weekday = cursor.take('weekday');
      numbers.push(...group);
      if (weekday) byday.push(...group.map((nth) => `${nth}${weekdayCode(weekday.day)}`));
      else if (byday.length > 0 || group.length !== 1) return undefined;
      else break;
    } while (cursor.attempt(() => joined(cursor, 'ordinal')));
    const saidMonth = takeMonth(cursor) || saidBefore;
    const [first = 0] = numbers;
    if (byday.length === 0) {
      return saidMonth && first > 0 ? { kind: 'monthday' as const, day: first } : undefined;
    }
    // "jeden zweiten Dienstag" may be every other Tuesday, or the second of the month.
    const isMonthly = saidMonth || (isEvery && (numbers.length > 1 || first === 1 || first === -1));
    const isKnown = isMonthly && numbers.every((nth) => nth <= 5);
    return isKnown ? { kind: 'monthly' as const, byday: [...new Set(byday)] } : undefined;
  });
}

function takeOrdinals(cursor: Cursor): number[] {
  const found: number[] = [];
  do {
    const ordinal = cursor.take('ordinal');
    if (!ordinal) break;
    found.push(ordinal.value);
  } while (cursor.attempt(() => joined(cursor, 'ordinal')));
  return found;
}

function takeMonth(cursor: Cursor): boolean {
  const found = cursor.attempt(() => {
    cursor.skip(...BEFORE_MONTH);
    return cursor.takeAny(...MONTH) || undefined;
  });
  return found ?? false;
}

/** "Mo–Do", "montags und mittwochs", "täglich", "werktags", "am Wochenende". */
export function readWeekly(cursor: Cursor): StatedDays | undefined {
  return cursor.attempt(() => {
    const days = new Set<number>();
    let vague = false;
    do {
      const start = cursor.at;
      cursor.skip(...EVERY, ...BEFORE);
      const some = takeWeekdays(cursor) ?? takeNamed(cursor, sawAny(cursor, start, EVERY));
      if (!some) return undefined;
      for (const day of some.days) days.add(day);
      vague ||= some.vague ?? false;
    } while (cursor.attempt(() => joined(cursor, 'weekday')));
    return {
      kind: 'weekly' as const,
      days: [...days].sort(),
      ...(vague && { vague: true as const }),
    };
  });
}

interface Some {
  days: readonly number[];
  vague?: boolean;
}

function takeWeekdays(cursor: Cursor): Some | undefined {
  const from = cursor.take('weekday')?.day;
  if (from === undefined) return undefined;
  const to = cursor.attempt(() => {
    if (!cursor.takeAny(...TO)) return undefined;
    cursor.skip('einschliesslich', 'inkl');
    return cursor.take('weekday')?.day;
  });
  if (to === undefined) return { days: [from] };
  return { days: ALL.slice(0, ((to - from + 7) % 7) + 1).map((more) => (from + more) % 7) };
}

function takeNamed(cursor: Cursor, isEvery: boolean): Some | undefined {
  if (cursor.takeAny('taglich', 'tgl', 'daily')) return { days: ALL };
  if (isEvery && cursor.takeAny('tag', 'day')) return { days: ALL };
  if (cursor.takeAny('weekdays')) return { days: WORKING };
  if (cursor.takeAny('wochenende', 'wochenenden', 'weekend', 'weekends')) return { days: [5, 6] };
  // By law, Saturday is a working day; most offices do not mean it.
  if (cursor.takeAny('werktags', 'werktaglich', 'wochentags'))
    return { days: WORKING, vague: true };
  return undefined;
}

/** Says whether a list goes on here with such a token; then the place is before it. */
function joined(cursor: Cursor, kind: 'weekday' | 'ordinal'): true | undefined {
  // "Mo Mi Fr"
  if (kind === 'weekday' && cursor.peek()?.kind === 'weekday') return true;
  if (!cursor.takeAny(...JOINS)) return undefined;
  cursor.skip(...JOINS, ...EVERY, ...BEFORE);
  return cursor.peek()?.kind === kind ? true : undefined;
}

function sawAny(cursor: Cursor, start: number, words: readonly string[]): boolean {
  for (let at = start; at < cursor.at; at++) {
    if (cursor.sees(words, at - cursor.at)) return true;
  }
  return false;
}
