import type { FieldOptions } from '../mapping.js';
import { TIME_OF_DAY } from '../readers.js';
import { plainHeading } from './headings.js';
import type { Profile } from './profile.js';

/** Beside a start and an end, such a column says on which day. */
const DAY = new Set(
  ['Datum', 'Date', 'Termin', 'Veranstaltungsdatum', 'Kursdatum', 'event date'].map(plainHeading),
);

/** Mends what columns of times come to as a whole: no name says alone what it is beside others. */
export function settleTimes(
  fields: Map<string, FieldOptions>,
  profiles: readonly Profile[],
  placed: Set<string>,
): void {
  takeMoments(fields, profiles);
  if (!fields.has('schedule.start') || fields.has('schedule.days')) return;
  const day = profiles.find(
    ({ name, shares }) => !placed.has(name) && DAY.has(plainHeading(name)) && shares.date > 0.5,
  );
  if (!day) return;
  fields.set('schedule.days', { column: day.name });
  placed.add(day.name);
}

/** A first and a last day that have a time of day are a start and an end: days alone would lose it. */
function takeMoments(fields: Map<string, FieldOptions>, profiles: readonly Profile[]): void {
  const from = fields.get('schedule.validFrom');
  const to = fields.get('schedule.validTo');
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
