import { createHash, randomUUID } from 'node:crypto';
import type { DirectoryRecord } from '@vielfalt/feed';
import type { Letter } from '../../store/papers.js';
import type { Store, Transaction } from '../../store/store.js';
import { MailError, type Mail, type Mailbox, type MailFate, type Mailer } from '../mail.js';

/** The time after which a letter is forgotten, in milliseconds: nothing goes by it any more. */
const KEPT = 365 * 86_400_000;

/** The means to send letters. */
export interface LetterMeans {
  store: Store;
  mailer: Mailer;
  now: number;
}

/** A letter whose sending has begun. */
export interface BegunLetter {
  id: string;
  letter: Letter;
  directory: DirectoryRecord;
}

/** The name under which an address is remembered: whoever reads the database cannot write to it. */
export function addressId(address: string): string {
  return createHash('sha256').update(address.toLowerCase()).digest('hex');
}

/** The office, as mails name it, and whom answers reach. */
export function officeOf({ publisher, reportTo }: DirectoryRecord): Mailbox {
  const address = publisher.email ?? (reportTo?.includes('://') ? undefined : reportTo);
  return { name: publisher.name, ...(address !== undefined && { address }) };
}

/**
 * Notes that a mail is about to be sent, before it is: if nobody comes to note what became of it, it
 * counts as one that may have been sent.
 * @param id of the letter; a later one with the same id takes its place
 */
export async function beginLetter(
  transaction: Transaction,
  { kind, provider, to }: Pick<Letter, 'kind' | 'provider'> & { to: string },
  now: number,
  id: string = randomUUID(),
): Promise<BegunLetter> {
  const head = await transaction.head();
  if (!head) throw new MailError('The directory is empty: nobody would send this mail.');
  const letter: Letter = {
    kind,
    address: addressId(to),
    ...(provider !== undefined && { provider }),
    at: new Date(now).toISOString(),
    state: 'sending',
  };
  await transaction.putPapers('letter', new Map([[id, letter]]));
  return { id, letter, directory: head.directory };
}

const STATES: Record<MailFate, Letter['state']> = {
  refused: 'bounced',
  deferred: 'failed',
  failed: 'failed',
  unknown: 'sending',
};

/**
 * Hands a begun letter over, and notes what became of it.
 * @throws MailError where no server says to have taken it
 */
export async function handOver(
  { store, mailer }: Pick<LetterMeans, 'store' | 'mailer'>,
  { id, letter, directory }: BegunLetter,
  mail: Mail,
): Promise<void> {
  const note = (state: Letter['state']) =>
    store.change(async (transaction) => {
      await transaction.putPapers('letter', new Map([[id, { ...letter, state }]]));
      return { result: undefined, keep: {} };
    });
  try {
    await mailer.send(mail, officeOf(directory));
  } catch (error) {
    const fate = error instanceof MailError ? error.fate : 'unknown';
    await note(STATES[fate]);
    throw error;
  }
  await note('sent');
}

/**
 * Sends a mail from the office, and keeps a record of it, without its text.
 * @throws MailError where no server says to have taken it
 */
export async function sendLetter(
  means: LetterMeans,
  { kind, provider, mail }: Pick<Letter, 'kind' | 'provider'> & { mail: Mail },
): Promise<void> {
  const about = { kind, to: mail.to, ...(provider !== undefined && { provider }) };
  const begun = await means.store.change(async (transaction) => ({
    result: await beginLetter(transaction, about, means.now),
    keep: {},
  }));
  await handOver(means, begun, mail);
}

/** Forgets letters that are more than a year old. */
export function forgetLetters(store: Store, now: number): Promise<void> {
  return store.change(async (transaction) => {
    const letters = await transaction.papers('letter');
    const old = [...letters].filter(([, { at }]) => now - Date.parse(at) > KEPT);
    await transaction.putPapers('letter', new Map(old.map(([id]) => [id, undefined])));
    return { result: undefined, keep: {} };
  });
}
