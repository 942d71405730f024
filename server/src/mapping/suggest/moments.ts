import type { FieldOptions } from '../mapping.js';
import { TIME_OF_DAY } from '../readers.js';
import { plainHeading } from './headings.js';
import type { Profile } from './profile.js';

/** Columns that say the day, beside a start and an end. */
const DAY = new Set(
  ['Datum', 'Date', 'Termin', 'Veranstaltungsdatum', 'Kursdatum', 'event date'].map(plainHeading),
);

const END = /^(?:ends?|ending|until|finish(?:es)?|ende|bis)\b/;
const CLOCK_HEADING = /\b(?:uhrzeit(?:en)?|zeit(?:en)?|times?|hours)\b/;
/** Times on a day that another column gives: "9:00", "18:00 - 19:30 Uhr". */
const CLOCKS =
  /^\d{1,2}(?:[:.]\d\d){0,2}(?: ?(?:Uhr|h))?(?: ?(?:-|–|bis) ?\d{1,2}(?:[:.]\d\d){0,2}(?: ?(?:Uhr|h))?)?$/i;

/** Corrects the choice of time columns as a whole: no name alone says what it means beside others. */
export function settleTimes(
  fields: Map<string, FieldOptions>,
  profiles: readonly Profile[],
  placed: Set<string>,
): void {
  takeMoments(fields, profiles);
  joinClock(fields, profiles, placed);
  if (!fields.has('schedule.start') || fields.has('schedule.days')) return;
  const day = profiles.find(
    ({ name, shares }) => !placed.has(name) && DAY.has(plainHeading(name)) && shares.date > 0.5,
  );
  if (!day) return;
  fields.set('schedule.days', { column: day.name });
  placed.add(day.name);
}

/** Joins columns like "Wochentag" and "Uhrzeit": neither says when without the other. */
function joinClock(
  fields: Map<string, FieldOptions>,
  profiles: readonly Profile[],
  placed: Set<string>,
): void {
  const { column: days } = fields.get('schedule.days') ?? {};
  const { column: times } = fields.get('schedule') ?? {};
  if (days === undefined || fields.has('schedule.start')) return;
  const clock = profiles.find(
    ({ name, values }) =>
      (name === times || (times === undefined && !placed.has(name))) &&
      CLOCK_HEADING.test(plainHeading(name)) &&
      [...values.keys()].filter((text) => CLOCKS.test(text)).length > 0.5 * values.size,
  );
  if (!clock) return;
  fields.delete('schedule.days');
  fields.set('schedule', { columns: [days, clock.name] });
  placed.add(clock.name);
}

/** Takes a first and a last day with times as a start and an end: as days they would lose them. */
function takeMoments(fields: Map<string, FieldOptions>, profiles: readonly Profile[]): void {
  const from = fields.get('schedule.validFrom');
  const all = fields.get('schedule');
  // "end_at" looks like times, but gives only their end.
  const isEnd = from !== undefined && END.test(plainHeading(all?.column ?? ''));
  if (isEnd) fields.delete('schedule');
  const to = fields.get('schedule.validTo') ?? (isEnd ? all : undefined);
  const hasTimes = ['schedule', 'schedule.days', 'schedule.start', 'schedule.end'].some((name) =>
    fields.has(name),
  );
  const values = profiles.find(({ name }) => name === from?.column)?.values.keys() ?? [];
  if (!from || hasTimes || ![...values].some((text) => TIME_OF_DAY.test(text))) return;
  fields.delete('schedule.validFrom');
  fields.delete('schedule.validTo');
  fields.set('schedule.start', from);
  if (to) fields.set('schedule.end', to);
}
