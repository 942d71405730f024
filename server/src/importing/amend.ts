import { isDeepStrictEqual } from 'node:util';
import type { Check, Offer } from '@vielfalt/feed';
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
  return isSaidBy(said, after) ? 'settled' : 'overruled';
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
