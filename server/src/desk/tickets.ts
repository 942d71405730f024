import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from '../store/store.js';

/** The time that a person needs at least to fill in a form, in milliseconds. */
const LEAST_TIME = 3_000;
/** The time for which a form may lie open, in milliseconds. */
const LONGEST_TIME = 24 * 60 * 60_000;

const FORMS = 'forms';

/** The key that forms are signed with, the same for all processes of a database; made when first needed. */
export async function formKey(store: Store): Promise<Buffer> {
  const known = (await store.papers('key', [FORMS])).get(FORMS);
  const { secret } =
    known ??
    (await store.change(async (transaction) => {
      const made = (await transaction.papers('key', [FORMS])).get(FORMS);
      const key = made ?? { secret: randomBytes(32).toString('base64url') };
      await transaction.putPapers('key', new Map([[FORMS, key]]));
      return { result: key, keep: {} };
    }));
  return Buffer.from(secret, 'base64url');
}

/**
 * Issues a ticket, which a form that was shown brings back: it says when that was, signed, so that
 * nothing is kept of it here.
 * @param subject what the form is about; the ticket is good for nothing else
 */
export function issueTicket(key: Buffer, subject: string, now: number): string {
  const issued = `${now.toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${issued}.${sign(key, subject, issued)}`;
}

/** What a ticket is worth. `early`: the same one is good a little later. `void`: it never is. */
export type Ticket = { state: 'good'; id: string } | { state: 'early' | 'void' };

export function readTicket(key: Buffer, subject: string, ticket: string, now: number): Ticket {
  const [time = '', id = '', signature = ''] = ticket.split('.');
  const wanted = Buffer.from(sign(key, subject, `${time}.${id}`));
  const given = Buffer.from(signature);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return { state: 'void' };
  const age = now - parseInt(time, 36);
  if (age > LONGEST_TIME) return { state: 'void' };
  return age < LEAST_TIME ? { state: 'early' } : { state: 'good', id };
}

function sign(key: Buffer, subject: string, issued: string): string {
  return createHmac('sha256', key).update(`${subject} ${issued}`).digest('base64url');
}
