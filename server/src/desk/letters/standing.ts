import type { Letter, Refusal } from '../../store/papers.js';
import type { Store, Transaction } from '../../store/store.js';
import { addressId } from './letters.js';

const DAY = 86_400_000;

/** Between two reminders to an address lie at least so many days. */
export const PAUSE_DAYS = 30;

/**
 * The reason why no reminder goes to an address now. `written`: it has got one. `perhaps`: it may have
 * got one, since a run broke off.
 */
export interface Hindrance {
  why: Refusal['why'] | 'written' | 'perhaps';
  /** RFC 3339. */
  since: string;
}

/** The id of an address's latest reminder: there is one paper for each, so that none is overlooked. */
export function reminderId(address: string): string {
  return `reminder ${address}`;
}

/**
 * Looks up whether a reminder may go to an address.
 * @param address as it is remembered
 * @returns `undefined`: it may
 */
export async function hindranceOf(
  source: Pick<Transaction, 'papers'>,
  address: string,
  now: number,
): Promise<Hindrance | undefined> {
  const refusal = (await source.papers('refusal', [address])).get(address);
  if (refusal) return { why: refusal.why, since: refusal.at };
  const id = reminderId(address);
  const letter = (await source.papers('letter', [id])).get(id);
  return letter && isRecent(letter, now)
    ? { why: letter.state === 'sending' ? 'perhaps' : 'written', since: letter.at }
    : undefined;
}

function isRecent({ state, at }: Letter, now: number): boolean {
  return state !== 'failed' && now - Date.parse(at) < PAUSE_DAYS * DAY;
}

/** Tells whether an address is said to be somebody else's. @param address as it is remembered */
export async function isStrangers(
  source: Pick<Transaction, 'papers'>,
  address: string,
): Promise<boolean> {
  return (await source.papers('refusal', [address])).get(address)?.why === 'stranger';
}

/**
 * Ends reminders to an address. Where it is a stranger's, that stays so.
 * @param address as it is remembered
 */
export async function refuseReminders(
  transaction: Transaction,
  address: string,
  { why, now }: { why: Refusal['why']; now: number },
): Promise<void> {
  const at = new Date(now).toISOString();
  if (!(await isStrangers(transaction, address))) {
    await transaction.putPapers('refusal', new Map([[address, { why, at }]]));
  }
  if (why !== 'bounced') return;
  const id = reminderId(address);
  const letter = (await transaction.papers('letter', [id])).get(id);
  if (letter) await transaction.putPapers('letter', new Map([[id, { ...letter, state: why }]]));
}

/**
 * Notes what somebody told of an address.
 * @param why reminders to it end; undefined: they go on
 */
export function noteRefusal(
  store: Store,
  address: string,
  { why, now }: { why: Refusal['why'] | undefined; now: number },
): Promise<void> {
  return store.change(async (transaction) => {
    const id = addressId(address);
    if (why) await refuseReminders(transaction, id, { why, now });
    else await transaction.putPapers('refusal', new Map([[id, undefined]]));
    return { result: undefined, keep: {} };
  });
}
