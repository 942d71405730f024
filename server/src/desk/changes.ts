import { randomUUID } from 'node:crypto';
import { localTime } from '@vielfalt/feed';
import type { Check, Offer } from '@vielfalt/feed';
import { fieldId, isSaidBy, standingOf, valueOf } from '../importing/amend.js';
import { Overlay, republish } from '../importing/overlay.js';
import type {
  AmendableField,
  Amendment,
  Decision,
  FieldValue,
  FieldValues,
  Proposal,
} from '../store/papers.js';
import type { HistoryEntry, Store, Transaction, TransactionResult } from '../store/store.js';
import type { Fault } from '../validation/fault.js';
import { fieldsOf, proposalFaults, shownFields, withHiddenParts } from './field-values.js';

/** The most characters that several notes to the office come to. */
const MOST_NOTES = 20_000;

export interface Confirmed {
  /** The ids of the offers that are confirmed. */
  confirmed: string[];
  /** The ids that are no offers of the provider, or of retired ones. */
  refused: string[];
  /** The local day that they now say. */
  on: string;
}

/**
 * Notes that a provider's offers are right as they are published. An import never takes that back.
 * @param of `by`: the words of "checked by"; absent: the provider's name. `now`: milliseconds since
 * the epoch
 * @throws StoreError
 */
export function confirmRecords(
  store: Store,
  of: { provider: string; offers: readonly string[]; by?: string; now: number },
): Promise<Confirmed> {
  const at = new Date(of.now).toISOString();
  return store.change(async (transaction) => {
    const head = await transaction.head();
    const [provider] = await transaction.records('provider', [of.provider]);
    const on = localTime(of.now, head?.directory.timeZone ?? 'UTC').date;
    const asked = new Set(of.offers);
    const offers = (await transaction.records('offer', [...asked])).filter(
      (offer) => offer.provider === of.provider && offer.status !== 'retired',
    );
    const confirmed = offers.map(({ id }) => id);
    const by = of.by ?? provider?.name;
    const check: Check = { on, ...(by !== undefined && { by }) };
    await transaction.putPapers('confirmation', new Map(confirmed.map((id) => [id, check])));
    await republish(transaction, await Overlay.open(transaction), offers, at);
    const refused = [...asked].filter((id) => !confirmed.includes(id));
    return { result: { confirmed, refused, on }, keep: {} };
  });
}

export type ProposalOutcome =
  | {
      outcome: 'done';
      id: string;
      /** The fields that were trusted, and are published. */
      published: AmendableField[];
      /** The fields that wait for the office. */
      waiting: AmendableField[];
    }
  /** It says what is published already; nothing is kept. */
  | { outcome: 'unchanged' }
  /** It says what is published already, and what waited instead does not any more. */
  | { outcome: 'withdrawn' }
  /** Values that the contract does not allow, by their paths; nothing is kept. */
  | { outcome: 'faults'; faults: Fault[] }
  /** The provider has no such offer, or has it no more. */
  | { outcome: 'gone' };

/**
 * Keeps a provider's wish to change an offer. Fields that it is trusted with are published at once,
 * if they still say what was shown. What waited for the same fields is replaced; the words to the
 * office stay.
 * @param wish `before`: the values that were shown, `after`: the wished ones, of some or all fields
 * @param now milliseconds since the epoch
 * @throws StoreError
 */
export async function propose(
  store: Store,
  wish: Pick<Proposal, 'offer' | 'provider' | 'before' | 'after' | 'note'>,
  now: number,
): Promise<ProposalOutcome> {
  const id = randomUUID();
  const { provider } = wish;
  const kept = await store.change<ProposalOutcome>(async (transaction) => {
    const [offer] = await transaction.records('offer', [wish.offer]);
    if (offer?.provider !== provider || offer.status === 'retired') {
      return { result: { outcome: 'gone' } };
    }
    const proposal = proposalOf(offer, wish, now);
    const waiting = fieldsOf(proposal.after);
    const faults = waiting.length > 0 ? proposalFaults(offer, proposal) : [];
    if (faults.length > 0) return { result: { outcome: 'faults', faults } };
    const replaced = await replaceWaiting(transaction, proposal, fieldsOf(wish.after));
    if (waiting.length === 0) {
      return replaced.length > 0
        ? { result: { outcome: 'withdrawn' }, keep: {} }
        : { result: { outcome: 'unchanged' } };
    }
    const kept = withNotesOf(replaced, proposal);
    await transaction.putPapers('proposal', new Map([[id, kept]]));
    return { result: { outcome: 'done', id, published: [], waiting }, keep: {} };
  });
  if (kept.outcome !== 'done') return kept;
  const trust = (await store.papers('trust', [provider])).get(provider)?.fields ?? [];
  for (const field of kept.waiting.filter((waiting) => trust.includes(waiting))) {
    const { outcome } = await decide(store, {
      ...{ proposal: id, field, accepted: true, by: 'trust', now },
    });
    if (outcome === 'done') kept.published.push(field);
  }
  const waiting = kept.waiting.filter((field) => !kept.published.includes(field));
  return { ...kept, waiting };
}

/** What is to be kept of a wish: of the fields that it changes, with what the provider was not shown. */
function proposalOf(
  offer: Offer,
  { provider, before, after, note }: Omit<Proposal, 'at' | 'decided'>,
  now: number,
): Proposal {
  const shown = shownFields(offer);
  const given = withHiddenParts(offer, after);
  const changed = fieldsOf(given).filter((field) => !isSaidBy(given[field], valueOf(offer, field)));
  const valuesOf = (value: (field: AmendableField) => FieldValue | undefined) =>
    Object.fromEntries(changed.map((field) => [field, value(field) ?? null])) as FieldValues;
  return {
    ...{ offer: offer.id, provider, at: new Date(now).toISOString() },
    before: valuesOf((field) =>
      isSaidBy(before[field], shown[field]) ? valueOf(offer, field) : before[field],
    ),
    after: valuesOf((field) => given[field]),
    ...(note?.trim() && { note: note.trim() }),
    decided: {},
  };
}

/** Ends what else waits for some fields of the offer from the same provider, and tells which it was. */
async function replaceWaiting(
  transaction: Transaction,
  { offer, provider, at }: Proposal,
  fields: readonly AmendableField[],
): Promise<Proposal[]> {
  const changes = new Map<string, Proposal>();
  for (const [id, other] of await transaction.papers('proposal')) {
    if (other.offer !== offer || other.provider !== provider) continue;
    const replaced = waitingFields(other).filter((field) => fields.includes(field));
    if (replaced.length === 0) continue;
    const decision: Decision = { accepted: false, at, by: 'replaced' };
    const decisions = Object.fromEntries(replaced.map((field) => [field, decision]));
    changes.set(id, { ...other, decided: { ...other.decided, ...decisions } });
  }
  await transaction.putPapers('proposal', changes);
  return [...changes.values()];
}

/** The proposal with what was said to the office with those of which nothing waits any more. */
function withNotesOf(replaced: readonly Proposal[], proposal: Proposal): Proposal {
  const ended = replaced.filter((other) => waitingFields(other).length === 0);
  const notes = [...ended, proposal].flatMap(({ note }) => (note === undefined ? [] : [note]));
  const note = [...new Set(notes)].join('\n\n').slice(-MOST_NOTES);
  return { ...proposal, ...(note && { note }) };
}

/** The fields of a proposal that nobody has decided about yet. */
export function waitingFields({ after, decided }: Proposal): AmendableField[] {
  return fieldsOf(after).filter((field) => !decided[field]);
}

export type DecisionOutcome =
  | {
      outcome: 'done';
      /** The entry of the history; absent: nothing had to be published. */
      entry?: number;
    }
  | { outcome: 'decided-before'; decision: Decision }
  /** The field says something else than was shown; only rejecting it is possible without `seen`. */
  | { outcome: 'changed-since'; shown: FieldValue; current: FieldValue }
  /** There is no such proposal, or the offer is retired or another provider's by now. */
  | { outcome: 'gone' };

/**
 * Accepts or rejects what a proposal wishes of a field. What is accepted is published, and kept as an
 * amendment beside the record.
 * @param of `by`: the keeper's address. `seen`: the value that the keeper knows to be published;
 * absent: the one that the proposal shows. `now`: milliseconds since the epoch
 * @throws StoreError
 */
export function decide(
  store: Store,
  of: {
    proposal: string;
    field: AmendableField;
    accepted: boolean;
    by: string;
    seen?: FieldValue;
    now: number;
  },
): Promise<DecisionOutcome> {
  const { field, accepted, by } = of;
  const at = new Date(of.now).toISOString();
  return store.change<DecisionOutcome>(async (transaction) => {
    const proposal = (await transaction.papers('proposal', [of.proposal])).get(of.proposal);
    const after = proposal?.after[field];
    if (!proposal || after === undefined) return { result: { outcome: 'gone' } };
    const decision = proposal.decided[field];
    if (decision) return { result: { outcome: 'decided-before', decision } };
    const decided = { ...proposal.decided, [field]: { accepted, at, by } };
    const keepDecision = () =>
      transaction.putPapers('proposal', new Map([[of.proposal, { ...proposal, decided }]]));
    if (!accepted) {
      await keepDecision();
      return { result: { outcome: 'done' }, keep: {} };
    }
    const [offer] = await transaction.records('offer', [proposal.offer]);
    const isTheirs = offer?.provider === proposal.provider && offer.status !== 'retired';
    if (!isTheirs) return { result: { outcome: 'gone' } };
    const current = valueOf(offer, field);
    const shown = of.seen === undefined ? (proposal.before[field] ?? null) : of.seen;
    const isSaid = isSaidBy(current, after);
    if (!isSaid && !isSaidBy(current, shown)) {
      return { result: { outcome: 'changed-since', shown, current } };
    }
    await keepDecision();
    if (isSaid) return { result: { outcome: 'done' }, keep: {} };
    return putAmendment(transaction, offer, { field, after, at, by });
  });
}

/** Puts an amendment in the place of a former one, and publishes it. */
async function putAmendment(
  transaction: Transaction,
  offer: Offer,
  { field, after, at, by }: Pick<Amendment, 'field' | 'after' | 'at' | 'by'>,
): Promise<TransactionResult<{ outcome: 'done'; entry: number }>> {
  const { id } = offer;
  const imported = (await transaction.papers('imported', [id])).get(id) ?? offer;
  const before = valueOf(imported, field);
  const amendment = { offer: id, field, before, after, at, by };
  const paper = isSaidBy(before, after) ? undefined : amendment;
  await transaction.putPapers('amendment', new Map([[fieldId(id, field), paper]]));
  return publishAmended(transaction, offer, { field, at });
}

async function publishAmended(
  transaction: Transaction,
  offer: Offer,
  { field, at, undid }: { field: AmendableField; at: string; undid?: number },
): Promise<TransactionResult<{ outcome: 'done'; entry: number }>> {
  await republish(transaction, await Overlay.open(transaction), [offer], at);
  const { id, source, record } = offer;
  const [latest] = await transaction.history();
  const entry: Omit<HistoryEntry, 'id' | 'revision'> = {
    at,
    ...(undid !== undefined && { undid }),
    amended: { offer: id, source, record, field },
    sources: [],
  };
  return { result: { outcome: 'done', entry: (latest?.id ?? 0) + 1 }, keep: { entry } };
}

export type TakeBackOutcome =
  | { outcome: 'done'; entry: number; undone: HistoryEntry }
  /** No amendment of the field is in force, or that entry made none. */
  | { outcome: 'gone' }
  /** Another entry has amended the field since. */
  | { outcome: 'replaced'; by: HistoryEntry };

/**
 * Takes an accepted amendment back. The field then says what an earlier amendment said that still
 * stands, or else what the table says.
 * @param of the offer and its field, or the entry of the history. `now`: milliseconds since the epoch
 * @throws StoreError
 */
export function takeBack(
  store: Store,
  of: ({ offer: string; field: AmendableField } | { entry: number }) & {
    now: number;
    dryRun?: boolean;
  },
): Promise<TakeBackOutcome> {
  const at = new Date(of.now).toISOString();
  return store.change<TakeBackOutcome>(async (transaction) => {
    const history = await transaction.history();
    const named = 'entry' in of ? history.find(({ id }) => id === of.entry)?.amended : of;
    if (!named) return { result: { outcome: 'gone' } };
    const undone = latestAmending(history, named);
    const [offer] = await transaction.records('offer', [named.offer]);
    const id = fieldId(named.offer, named.field);
    const isInForce = (await transaction.papers('amendment', [id])).has(id);
    if (!undone || !offer || !isInForce) return { result: { outcome: 'gone' } };
    if ('entry' in of && undone.id !== of.entry) {
      const isTakenBack = history.some(({ undid }) => undid === of.entry);
      return { result: isTakenBack ? { outcome: 'gone' } : { outcome: 'replaced', by: undone } };
    }
    const imported = (await transaction.papers('imported', [offer.id])).get(offer.id) ?? offer;
    const were = (await transaction.before(undone.id))?.papers?.amendment;
    const former = were?.find((paper) => paper.id === id)?.document;
    const standing = former && standingOf(imported, former);
    const stands = standing === 'stands' || standing === 'asleep';
    await transaction.putPapers('amendment', new Map([[id, stands ? former : undefined]]));
    const { field } = named;
    const { result, keep } = await publishAmended(transaction, offer, {
      ...{ field, at, undid: undone.id },
    });
    return { result: { ...result, undone }, ...(!of.dryRun && keep && { keep }) };
  });
}

/** Takes note that a keeper has seen that an import overruled an amendment. */
export function dismissOverruled(store: Store, id: string): Promise<void> {
  return store.change(async (transaction) => {
    await transaction.putPapers('overruled', new Map([[id, undefined]]));
    return { result: undefined, keep: {} };
  });
}

/** The latest entry that amended a field of an offer, and is not taken back. */
function latestAmending(
  history: readonly HistoryEntry[],
  { offer, field }: { offer: string; field: AmendableField },
): HistoryEntry | undefined {
  const takenBack = new Set(history.map(({ undid }) => undid));
  return history.find(
    ({ id, undid, amended }) =>
      amended?.offer === offer &&
      amended.field === field &&
      undid === undefined &&
      !takenBack.has(id),
  );
}
