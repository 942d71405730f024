import type { Offer, Provider } from '@vielfalt/feed';
import { localTime } from '@vielfalt/feed';
import { findDue } from '../../server/src/desk/letters/due.js';
import { remind, type Outcome, type RemindMeans } from '../../server/src/desk/letters/remind.js';
import type { Mail, Mailer } from '../../server/src/desk/mail.js';
import type { Changes, Store } from '../../server/src/store/store.js';
import { openStore } from '../../server/src/store/open.js';
import { apply } from './apply.js';
import { MONDAY_NOON, offer, provider } from './example.js';
import type { Span } from './fixture.js';
import { keptExample } from './office-harness.js';

export const DAY = 86_400_000;
export const BASE = 'https://feed.example.org';

/** The fields of a provider that make it one with a public address. */
export const at = (email: string): Partial<Provider> => ({ contact: { email } });

/** An offer of a provider that was last checked on a day. */
export function checkedOffer(
  n: number,
  of: Provider,
  on: string,
  more: Partial<Offer> = {},
): Offer {
  return offer(n, { provider: of.id, checked: { on }, ...more });
}

/** A directory with an office, and some providers and offers alone. */
export function directoryOf(providers: Provider[], offers: Offer[]): Changes {
  return { ...keptExample(), providers, offers, networks: [] };
}

/** Three providers with an address each, and one offer each that nobody has checked for a year. */
export function threeProviders(): Changes {
  const providers = [1, 2, 3].map((n) => provider(n, at(`verein-${n}@example.net`)));
  const offers = providers.map((each, n) => checkedOffer(n + 1, each, '2025-11-01'));
  return directoryOf(providers, offers);
}

/** A store in memory with a directory. */
export async function storeWith(test: Span, changes: Changes): Promise<Store> {
  const store = await openStore('sqlite::memory:');
  test.after(() => void store.close());
  await apply(store, changes);
  return store;
}

/** A mailer that keeps what it is given. */
export function keepingMailer(): Mailer & { mails: Mail[] } {
  const mails: Mail[] = [];
  return {
    mails,
    send(mail) {
      mails.push(mail);
      return Promise.resolve();
    },
  };
}

/** Asks whoever has to be asked. @returns what became of each address */
export async function remindAll(
  store: Store,
  mailer: Mailer,
  {
    now = MONDAY_NOON,
    after = 180,
    only,
    ...means
  }: { now?: number; after?: number; only?: string } & Partial<RemindMeans> = {},
): Promise<Map<string, Outcome>> {
  const state = await store.read();
  if (!state) throw new Error('there is no directory');
  const { date: today } = localTime(now, state.directory.timeZone);
  const confirmations = await store.papers('confirmation');
  const due = findDue(state, { confirmations, today, after, only });
  const outcomes = new Map<string, Outcome>();
  const run = remind(due.addressees, state, {
    ...{ store, mailer, baseUrl: BASE, clock: () => now, pause: 0 },
    signal: new AbortController().signal,
    ...means,
  });
  for await (const { addressee, outcome } of run) outcomes.set(addressee.address, outcome);
  return outcomes;
}
