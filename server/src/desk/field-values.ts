import { withoutPrivateDetails } from '@vielfalt/feed';
import type { Offer } from '@vielfalt/feed';
import { valueOf, withValue } from '../importing/amend.js';
import { AMENDABLE_FIELDS } from '../store/papers.js';
import type { AmendableField, FieldValues, Proposal } from '../store/papers.js';
import { lengthOf } from '../text/typed.js';
import { checkOffer } from '../validation/check-record.js';
import type { Fault } from '../validation/fault.js';
import { validateRecord } from '../validation/validate.js';

const PROPOSED_STATUS: readonly unknown[] = ['published', 'paused', 'ended'];

const MOST_NOTE = 2_000;

/** The fields that values are given of. */
export function fieldsOf(values: FieldValues): AmendableField[] {
  return AMENDABLE_FIELDS.filter((field) => values[field] !== undefined);
}

/** What may be shown of an offer to whoever holds its provider's link: all that is public. */
export function shownFields(offer: Offer): FieldValues {
  const shown = withoutPrivateDetails(offer);
  return Object.fromEntries(AMENDABLE_FIELDS.map((field) => [field, valueOf(shown, field)]));
}

/**
 * The values together with the name that is for the office alone, which nobody was shown. Whether it
 * is public is not for them to say who do not know it.
 */
export function withHiddenParts({ contact }: Offer, after: FieldValues): FieldValues {
  const isHidden = contact?.name !== undefined && !contact.namePublic;
  if (!isHidden || after.contact === undefined || after.contact?.name !== undefined) return after;
  const { namePublic: _, ...given } = after.contact ?? {};
  const { name, namePublic } = contact;
  return {
    ...after,
    contact: { ...given, name, ...(namePublic !== undefined && { namePublic }) },
  };
}

/** What the contract does not allow of a proposal for an offer; paths begin inside the offer. */
export function proposalFaults(offer: Offer, { after, note = '' }: Proposal): Fault[] {
  const fields = fieldsOf(after);
  const wished = fields.reduce<Offer>(
    (next, field) => withValue(next, field, after[field] ?? null),
    offer,
  );
  const isOfFields = ({ path }: Fault) =>
    fields.some((field) => field === path.split(/[.[]/, 1)[0]);
  const shape = validateRecord('offer', wished).filter(isOfFields);
  const faults = shape.length > 0 ? shape : [...checkOffer(wished)].filter(isOfFields);
  if (after.status !== undefined && !PROPOSED_STATUS.includes(after.status)) {
    faults.push({
      path: 'status',
      value: after.status,
      reason: 'is none of published, paused, ended',
    });
  }
  if (lengthOf(note) > MOST_NOTE) {
    faults.push({ path: 'note', reason: `is longer than ${MOST_NOTE} characters` });
  }
  return faults;
}
