import type { Offer } from '@vielfalt/feed';
import { isSaidBy, valueOf, withValue } from '../importing/amend.js';
import type { AmendableField, FieldValue, Proposal } from '../store/papers.js';
import { waitingFields } from './changes.js';

/** The fields whose parts are wished one by one. */
const OF_PARTS: readonly AmendableField[] = ['contact', 'registration'];

/** An offer as it would be if all that waits were accepted. @param proposals those for this offer */
export function wishedOffer(offer: Offer, proposals: readonly Proposal[]): Offer {
  const inOrder = [...proposals].sort((one, other) => one.at.localeCompare(other.at));
  return inOrder.reduce(
    (wished, proposal) =>
      waitingFields(proposal).reduce(
        (next, field) => withValue(next, field, wishedValue(next, field, proposal)),
        wished,
      ),
    offer,
  );
}

function wishedValue(offer: Offer, field: AmendableField, { before, after }: Proposal): FieldValue {
  const wished = after[field] ?? null;
  if (!OF_PARTS.includes(field)) return wished;
  const [now, was, will] = [valueOf(offer, field), before[field], wished].map(partsOf);
  const parts = Object.keys({ ...now, ...will })
    .map(
      (name) => [name, isSaidBy(was?.[name], will?.[name]) ? now?.[name] : will?.[name]] as const,
    )
    .filter(([, part]) => part !== undefined);
  return parts.length > 0 ? Object.fromEntries(parts) : null;
}

function partsOf(value: FieldValue | undefined): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
