import type { DirectoryRecord } from '@vielfalt/feed';
import type { Transaction, Store } from '../store/store.js';
import { recordDeed } from './deeds.js';
import { findPass, issuePass, passId, revokePasses } from './passes.js';

const HOUR = 3_600_000;

/** The time without a request after which a session is over. */
const IDLE = 12 * HOUR;
/** The time between two writings of how long a session lasts. */
const STEP = HOUR / 2;
/** The time after which it is over whatever is done in it. */
const LONGEST = 7 * 24 * HOUR;

/** Somebody who has entered the office. */
export interface Session {
  /** The keeper's address. */
  keeper: string;
  /** The secret of its cookie. */
  secret: string;
}

/** The one way in which a keeper's address is written, where a directory has it among its keepers. */
export function keeperNamed(
  { keepers = [] }: Pick<DirectoryRecord, 'keepers'>,
  address: string,
): string | undefined {
  const written = address.trim().toLowerCase();
  return keepers.some((keeper) => keeper.toLowerCase() === written) ? written : undefined;
}

/** Whose a pass to enter the office is, where it is still valid. Changes nothing. */
export async function findEntry(
  store: Store,
  secret: string,
  now: number,
): Promise<string | undefined> {
  return (await findPass(store, secret, 'office', now))?.subject;
}

/** Uses up a pass to enter the office, and with it all that its keeper has. */
export async function enterByPass(
  store: Store,
  secret: string,
  now: number,
): Promise<Session | undefined> {
  return store.change(async (transaction) => {
    const pass = await findPass(transaction, secret, 'office', now);
    if (!pass) return { result: undefined };
    return begin(transaction, pass.subject, now);
  });
}

/** Begins the session of an address that a proxy vouches for. */
export async function enterByName(
  store: Store,
  address: string,
  now: number,
): Promise<Session | undefined> {
  return store.change((transaction) => begin(transaction, address, now));
}

async function begin(transaction: Transaction, address: string, now: number) {
  const keeper = await keeperIn(transaction, address);
  if (keeper === undefined) return { result: undefined };
  await revokePasses(transaction, { purpose: 'office', subject: keeper }, now);
  const pass = { purpose: 'session', subject: keeper } as const;
  const secret = await issuePass(transaction, pass, { now, lifetime: IDLE });
  await recordDeed(transaction, { keeper, what: 'enter' }, now);
  return { result: { keeper, secret }, keep: {} };
}

async function keeperIn(transaction: Transaction, address: string): Promise<string | undefined> {
  const head = await transaction.head();
  return head && keeperNamed(head.directory, address);
}

/** The session of a cookie, which lasts longer by it, where its keeper is still one. */
export async function findSession(
  store: Store,
  secret: string,
  directory: DirectoryRecord,
  now: number,
): Promise<Session | undefined> {
  const pass = await findPass(store, secret, 'session', now);
  const keeper = pass && keeperNamed(directory, pass.subject);
  if (!pass || keeper === undefined) return undefined;
  const ends = Math.min(now + IDLE, Date.parse(pass.issued) + LONGEST);
  if (ends - Date.parse(pass.expires) >= STEP) await prolong(store, secret, ends, now);
  return { keeper, secret };
}

/** Where somebody else is writing, the next request does it. */
async function prolong(store: Store, secret: string, ends: number, now: number): Promise<void> {
  const expires = new Date(ends).toISOString();
  await store
    .change(async (transaction) => {
      // It may have been left meanwhile.
      const pass = await findPass(transaction, secret, 'session', now);
      if (!pass) return { result: undefined };
      await transaction.putPapers('pass', new Map([[passId(secret), { ...pass, expires }]]));
      return { result: undefined, keep: {} };
    })
    .catch(() => undefined);
}

/** Ends a session. */
export async function leave(store: Store, { keeper, secret }: Session, now: number): Promise<void> {
  await store.change(async (transaction) => {
    await transaction.putPapers('pass', new Map([[passId(secret), undefined]]));
    await recordDeed(transaction, { keeper, what: 'leave' }, now);
    return { result: undefined, keep: {} };
  });
}
