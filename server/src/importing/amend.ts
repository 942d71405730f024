import { isDeepStrictEqual } from 'node:util';
import type { Check, Offer, Recurrence, Schedule } from '@vielfalt/feed';
import type { AmendableField, Amendment, FieldValue } from '../store/papers.js';

/** The id of the paper about a field of an offer. */
export function fieldId(offer: string, field: AmendableField): string {
  return `${offer} ${field}`;
}

/** The value of a field. */
export function valueOf(offer: Offer, field: AmendableField): FieldValue {
  return offer[field] ?? null;
}

/** The offer with another value in a field. */
export function withValue(offer: Offer, field: AmendableField, value: FieldValue): Offer {
  const { [field]: _, ...others } = offer;
  return (value === null ? others : { ...others, [field]: value }) as Offer;
}

/** Tells whether two values say the same; spaces and line ends in texts mean nothing. */
export function isSaidBy(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

function plain(value: unknown): unknown {
  const text = JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'string' ? inner.normalize().replace(/\s+/g, ' ').trim() : inner,
  );
  return JSON.parse(text);
}

/**
 * The standing of an amendment against what the table says. `asleep`: the offer is retired, and what
 * it says is not known.
 */
export type Standing = 'stands' | 'settled' | 'overruled' | 'asleep';

/** Compares the three: what the table said, what was accepted, and what the table says. */
export function standingOf(imported: Offer, { field, before, after }: Amendment): Standing {
  if (imported.status === 'retired') return 'asleep';
  const said = valueOf(imported, field);
  if (isSaidBy(said, before)) return 'stands';
  return isSaidBy(begunAs(said, after, field), after) ? 'settled' : 'overruled';
}

/**
 * Lets series of the table that went on already begin where the accepted ones do: times without a
 * date are read as from some day, which is another one in a table than in a form.
 */
function begunAs(said: FieldValue, after: FieldValue, field: AmendableField): FieldValue {
  if (field !== 'schedule' || said === null || after === null) return said;
  const [table, accepted] = [said as Schedule, after as Schedule];
  if (!table.times) return said;
  return { ...table, times: table.times.map((time, at) => begunLike(time, accepted.times?.[at])) };
}

function begunLike(time: Recurrence, like: Recurrence | undefined): Recurrence {
  const { freq, interval = 1, byday, dtstart } = time;
  const isAnyWeek = freq !== undefined && byday !== undefined && interval === 1;
  const hasHours = dtstart.includes('T');
  if (!like || !isAnyWeek || !hasHours || dtstart > like.dtstart) return time;
  if (!isDeepStrictEqual(hoursOf(time), hoursOf(like))) return time;
  const { dtend: _, ...others } = time;
  return { ...others, dtstart: like.dtstart, ...(like.dtend && { dtend: like.dtend }) };
}

/** The hours of a time, and whether it ends on the day on which it begins. */
function hoursOf({ dtstart, dtend = '' }: Recurrence): unknown[] {
  return [dtstart.slice(10), dtend.slice(10), dtend.slice(0, 10) === dtstart.slice(0, 10)];
}

/**
 * The offer as it is published: as the table has it, with the amendments that stand, and with the
 * later of the two checks.
 */
export function amend(
  imported: Offer,
  amendments: readonly Amendment[],
  confirmation: Check | undefined,
): Offer {
  if (imported.status === 'retired') return imported;
  const amended = amendments
    .filter((amendment) => standingOf(imported, amendment) === 'stands')
    .reduce((offer, { field, after }) => withValue(offer, field, after), imported);
  const isLater = confirmation && confirmation.on >= (imported.checked?.on ?? '');
  return isLater ? { ...amended, checked: confirmation } : amended;
}
