import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '../store/store.js';
import type { Pass } from '../store/papers.js';

/** What a pass is kept by: whoever reads the database cannot use it. */
export function passId(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * Issues a pass.
 * @param lifetime in milliseconds
 * @returns its secret, 43 letters fit for an address; it cannot be found again
 */
export async function issuePass(
  transaction: Transaction,
  about: Pick<Pass, 'purpose' | 'subject' | 'address'>,
  { now, lifetime }: { now: number; lifetime: number },
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const issued = new Date(now).toISOString();
  const expires = new Date(now + lifetime).toISOString();
  await transaction.putPapers('pass', new Map([[passId(secret), { ...about, issued, expires }]]));
  return secret;
}

/** The pass of a secret, where there is one for that purpose that is still valid. */
export async function findPass(
  store: Pick<Transaction, 'papers'>,
  secret: string,
  purpose: Pass['purpose'],
  now: number,
): Promise<Pass | undefined> {
  if (!/^[\w-]{43}$/.test(secret)) return undefined;
  const id = passId(secret);
  const pass = (await store.papers('pass', [id])).get(id);
  const isValid = pass?.purpose === purpose && now < Date.parse(pass.expires);
  return isValid ? pass : undefined;
}

/** Takes passes away: those of a subject for a purpose, and all that have expired. */
export async function revokePasses(
  transaction: Transaction,
  { purpose, subject }: Pick<Pass, 'purpose' | 'subject'>,
  now: number,
): Promise<void> {
  const passes = await transaction.papers('pass');
  const gone = [...passes].filter(
    ([, pass]) =>
      now >= Date.parse(pass.expires) || (pass.purpose === purpose && pass.subject === subject),
  );
  await transaction.putPapers('pass', new Map(gone.map(([id]) => [id, undefined])));
}
