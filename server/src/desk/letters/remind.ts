import { setTimeout as sleep } from 'node:timers/promises';
import { localTime } from '@vielfalt/feed';
import type { Clock } from '../../clock.js';
import type { DirectoryState, Store, Transaction } from '../../store/store.js';
import { MailError, type Mail, type MailFate, type Mailer } from '../mail.js';
import { issuePass, passId } from '../passes.js';
import type { Addressee } from './due.js';
import { beginLetter, handOver, type BegunLetter } from './letters.js';
import { providerLink, type LinkContext } from './links.js';
import { writeReminder } from './reminder.js';
import { hindranceOf, refuseReminders, reminderId, type Hindrance } from './standing.js';

/** The time for which a mail's link to stop reminders works, in milliseconds. */
const STOP_LIFETIME = 400 * 86_400_000;

export interface RemindMeans {
  store: Store;
  mailer: Mailer;
  /** The public address, without a slash at its end. */
  baseUrl: string;
  clock: Clock;
  /** The time between two mails, in milliseconds. */
  pause: number;
  /** Ends the run after the mail that is under way. */
  signal: AbortSignal;
}

/** What became of asking an address. */
export type Outcome =
  | { kind: 'sent' }
  | { kind: 'held'; hindrance: Hindrance }
  | { kind: 'unsent'; fate: MailFate; message: string };

/**
 * Asks one address after the other. Each is claimed before its mail is handed over, so that nobody gets
 * two mails, whatever else runs and whatever breaks off. Ends where no mail can be sent at all.
 */
export async function* remind(
  addressees: readonly Addressee[],
  state: DirectoryState,
  means: RemindMeans,
): AsyncGenerator<{ addressee: Addressee; outcome: Outcome }> {
  let hasSent = false;
  for (const addressee of addressees) {
    if (hasSent)
      await sleep(means.pause, undefined, { signal: means.signal }).catch(() => undefined);
    if (means.signal.aborted) return;
    const outcome = await ask(addressee, state, means);
    hasSent = outcome.kind !== 'held';
    yield { addressee, outcome };
    // Whoever comes next would fare alike; of a mail that may have been sent one is enough.
    if (outcome.kind === 'unsent' && ['failed', 'unknown'].includes(outcome.fate)) return;
  }
}

/** The letter to an address, claimed for this run, with its mail and the passes in it. */
interface Claim {
  begun: BegunLetter;
  mail: Mail;
  /** Their ids. */
  passes: string[];
}

async function ask(
  addressee: Addressee,
  state: DirectoryState,
  { store, mailer, baseUrl, clock }: RemindMeans,
): Promise<Outcome> {
  const now = clock();
  const claim = await store.change<Claim | Hindrance>(async (transaction) => {
    const hindrance = await hindranceOf(transaction, addressee.id, now);
    if (hindrance) return { result: hindrance };
    const result = await claimAddress(transaction, addressee, state, { baseUrl, now });
    return { result, keep: {} };
  });
  if ('why' in claim) return { kind: 'held', hindrance: claim };
  const { begun, mail, passes } = claim;
  try {
    await handOver({ store, mailer }, begun, mail);
    return { kind: 'sent' };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    const { fate, message } = error;
    if (fate !== 'unknown') await giveUp(store, addressee.id, { passes, fate, now });
    return { kind: 'unsent', fate, message };
  }
}

async function claimAddress(
  transaction: Transaction,
  addressee: Addressee,
  state: DirectoryState,
  { baseUrl, now }: LinkContext,
): Promise<Claim> {
  const { address, id, providers } = addressee;
  const [only, ...others] = providers.map(({ provider }) => provider.id);
  const begun = await beginLetter(
    transaction,
    {
      kind: 'reminder',
      to: address,
      ...(only !== undefined && others.length === 0 && { provider: only }),
    },
    now,
    reminderId(id),
  );
  const links = new Map<string, string>();
  const secrets: string[] = [];
  for (const { provider } of providers) {
    const link = { provider: provider.id, address: id };
    const { href, secret } = await providerLink(transaction, link, { baseUrl, now });
    links.set(provider.id, href);
    secrets.push(secret);
  }
  const stop = await issuePass(
    transaction,
    { purpose: 'stop', subject: id },
    { now, lifetime: STOP_LIFETIME },
  );
  const { date: today } = localTime(now, state.directory.timeZone);
  const mail = writeReminder(addressee, state, {
    ...{ now, today, providers: links },
    stop: stopAddress(baseUrl, stop),
  });
  return { begun, mail, passes: [...secrets, stop].map(passId) };
}

/** The address at which reminders are stopped. */
export function stopAddress(baseUrl: string, secret: string): string {
  return `${baseUrl}/letters/stop/${secret}`;
}

/** Takes the passes of a mail back that nobody has got. */
function giveUp(
  store: Store,
  address: string,
  { passes, fate, now }: { passes: string[]; fate: MailFate; now: number },
): Promise<void> {
  return store.change(async (transaction) => {
    await transaction.putPapers('pass', new Map(passes.map((id) => [id, undefined])));
    if (fate === 'refused') await refuseReminders(transaction, address, { why: 'bounced', now });
    return { result: undefined, keep: {} };
  });
}
