import { localTime } from '@vielfalt/feed';
import { systemClock } from '../clock.js';
import { ConfigError, readBaseUrl, readMailSettings } from '../config.js';
import { findDue, publicAddress, type Addressee, type DueProviders } from '../desk/letters/due.js';
import { forgetLetters, officeOf } from '../desk/letters/letters.js';
import { mailerOf } from '../desk/letters/mailer.js';
import { remind, stopAddress, type Outcome } from '../desk/letters/remind.js';
import { writeReminder } from '../desk/letters/reminder.js';
import { hindranceOf, noteRefusal } from '../desk/letters/standing.js';
import type { Mailer } from '../desk/mail.js';
import { StoreError } from '../store/error.js';
import { openStore } from '../store/open.js';
import type { DirectoryState, Store } from '../store/store.js';
import { visible } from '../text/visible.js';
import { print } from './print.js';
import { printMail, printReminders } from './print-reminders.js';
import { sayAfterwards } from './unwritten.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt remind: ask providers whether their offers are still right

Usage
  vielfalt remind [OPTIONS]
  vielfalt remind --bounced ADDRESS | --stop ADDRESS | --again ADDRESS

Options
  --dry-run          print every mail instead of sending it; change nothing
  --to ID            ask one provider alone, named by its id or the end of its page's address
  --after DAYS       ask about offers that nobody has checked for more than so many days;
                     default 180
  --bounced ADDRESS  note that mails to an address come back: it gets no reminders any more
  --stop ADDRESS     note that somebody wants no reminders any more
  --again ADDRESS    take either back, also that whoever reads the mails there is somebody else

Each address gets one mail, with all offers of the providers whose public address it is, what is
known of them, and a link by which each provider confirms or changes them. Nobody is written to
twice within 30 days, whatever happens: two runs at once, or one that is broken off. Offers that
were never checked count from their last change; those of other directories are asked about there.
Run it each week, by cron: it says what it did, and whom the office has to ask in another way.

Settings (environment)
  SMTP_URL      the server that mails are sent by, such as smtp://USER:PASSWORD@mail.example.org:587
  MAIL_FOLDER   a folder that mails are written into instead, to look at
  MAIL_FROM     the sender of mails            default the directory's publisher
  BASE_URL      where links lead               default the directory's baseUrl
  DATABASE_URL  where the directory is kept    default sqlite:vielfalt.sqlite

Examples
  vielfalt remind --dry-run
  vielfalt remind --to sv-annen --after 0
  vielfalt remind --bounced info@verein.example

Exit codes
  0  done, also where nobody has to be asked
  1  an address did not take its mail, or is no provider's
  2  the command was called wrongly, or settings are missing
  4  the database cannot be used, or no mails can be sent: who was not asked will be next time
  5  done, but standard output takes no more
`;

/** The days after which a check is old, unless others are named. */
const AFTER_DAYS = 180;
/** The time between two mails, in milliseconds: servers take many at once for spam. */
const PAUSE = 1_000;

/** The notes that somebody may make of an address, by their options. */
const NOTES = { bounced: 'bounced', stop: 'unwanted', again: undefined } as const;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    'dry-run': { type: 'boolean' },
    to: { type: 'string' },
    after: { type: 'string' },
    bounced: { type: 'string' },
    stop: { type: 'string' },
    again: { type: 'string' },
  });
  if (positionals.length > 0) {
    throw new UsageError(`It takes no "${positionals[0]}". One provider is named by --to ID.`);
  }
  const notes = (['bounced', 'stop', 'again'] as const).filter(
    (name) => values[name] !== undefined,
  );
  if (notes.length > 0 && Object.keys(values).length > 1) {
    throw new UsageError(`--${notes[0]} is noted by itself, without other options.`);
  }
  const after = readDays(values.after);
  const store = await openStore(databaseUrl(), { create: false });
  try {
    const state = await store.read();
    if (!state) {
      throw new StoreError(
        'missing',
        'The database is empty. Import a file first: vielfalt import FILE.',
      );
    }
    const [note] = notes;
    if (note) return await noteAddress(store, state, { address: values[note] ?? '', note });
    return await askProviders(store, state, {
      after,
      to: values.to,
      isDry: values['dry-run'] ?? false,
    });
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  } finally {
    await store.close();
  }
}

function readDays(text: string | undefined): number {
  if (text === undefined) return AFTER_DAYS;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new UsageError(`--after is "${text}"; it must be a number of days, such as 180.`);
}

/** @returns the exit code */
async function noteAddress(
  store: Store,
  { providers }: DirectoryState,
  { address, note }: { address: string; note: keyof typeof NOTES },
): Promise<number> {
  const same = address.trim().toLowerCase();
  const owners = providers.filter((each) => publicAddress(each)?.toLowerCase() === same);
  if (owners.length === 0) {
    process.stderr.write(
      `${visible(address)} is no provider's address: nothing was noted. Look at how it is written.\n`,
    );
    return EXIT.findings;
  }
  await noteRefusal(store, same, { why: NOTES[note], now: systemClock() });
  const names = owners.map(({ name }) => visible(name)).join(', ');
  const now = note === 'again' ? 'gets reminders again' : 'gets no reminders any more';
  await sayAfterwards(`${same} ${now}`, [() => print(`${same} (${names}) ${now}.\n`)]);
  return EXIT.done;
}

interface AskOptions {
  after: number;
  to: string | undefined;
  isDry: boolean;
}

/** @returns the exit code */
async function askProviders(
  store: Store,
  state: DirectoryState,
  { after, to, isDry }: AskOptions,
): Promise<number> {
  const { directory } = state;
  const only = to === undefined ? undefined : providerNamed(state, to);
  const baseUrl = readBaseUrl(process.env['BASE_URL']) ?? directory.baseUrl?.replace(/\/+$/, '');
  if (baseUrl === undefined) {
    throw new UsageError(
      'Where links lead is not known. Set BASE_URL to the public address, such as https://feed.example.org.',
    );
  }
  const settings = readMailSettings(process.env);
  const { date: today } = localTime(systemClock(), directory.timeZone);
  const confirmations = await store.papers('confirmation');
  const due = findDue(state, { confirmations, today, after, only });
  if (to !== undefined && due.addressees.length + due.unreachable.length === 0) {
    await print(
      `${visible(to)} has no offer that nobody has checked for more than ${after} days: there is nothing to ask.\n`,
    );
    return EXIT.done;
  }
  if (!directory.keepers?.length) {
    process.stderr.write(
      'Nobody may enter /office: what providers propose would wait unseen. Write "keepers", a list of e-mail addresses, into the directory\'s record, and import that.\n',
    );
  }
  if (isDry) return await rehearse(store, state, { due, baseUrl });
  const mailer = mailerOf(settings);
  if (!mailer) {
    throw new UsageError(
      'No mail can be sent. Set SMTP_URL to a mail server, such as smtp://USER:PASSWORD@mail.example.org:587, or MAIL_FOLDER to a folder to look at mails in.',
    );
  }
  if ((settings?.from ?? officeOf(directory)).address === undefined) {
    throw new UsageError(
      'The directory names no e-mail address of its publisher. Set MAIL_FROM to the sender, such as "Office <office@example.org>".',
    );
  }
  return await askEach(store, state, { due, baseUrl, mailer });
}

function providerNamed({ providers }: DirectoryState, name: string): string {
  const found = providers.find((each) => each.id === name || each.slug === name);
  if (!found || found.status === 'retired') {
    throw new UsageError(
      `There is no provider "${name}". Its name is the end of its page's address: /providers/NAME.`,
    );
  }
  if (!found.origin) return found.id;
  throw new UsageError(
    `${visible(found.name)} comes from ${visible(found.origin.name)}, and is asked by that directory.`,
  );
}

interface Asking {
  due: DueProviders;
  baseUrl: string;
}

/** Prints what would be sent. @returns the exit code */
async function rehearse(
  store: Store,
  state: DirectoryState,
  { due, baseUrl }: Asking,
): Promise<number> {
  const now = systemClock();
  const { date: today } = localTime(now, state.directory.timeZone);
  const outcomes = new Map<Addressee, Outcome>();
  for (const addressee of due.addressees) {
    const hindrance = await hindranceOf(store, addressee.id, now);
    outcomes.set(addressee, hindrance ? { kind: 'held', hindrance } : { kind: 'sent' });
    if (hindrance) continue;
    const links = addressee.providers.map(
      ({ provider }) => [provider.id, `${baseUrl}/confirm/SECRET`] as const,
    );
    const mail = writeReminder(addressee, state, {
      ...{ now, today, providers: new Map(links) },
      stop: stopAddress(baseUrl, 'SECRET'),
    });
    await print(printMail(mail));
  }
  await print(printReminders(due, outcomes, { isDry: true }));
  return EXIT.done;
}

/** Sends the mails. @returns the exit code */
async function askEach(
  store: Store,
  state: DirectoryState,
  { due, baseUrl, mailer }: Asking & { mailer: Mailer },
): Promise<number> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const outcomes = new Map<Addressee, Outcome>();
  try {
    await forgetLetters(store, systemClock());
    const means = { store, mailer, baseUrl, clock: systemClock, pause: PAUSE };
    const run = remind(due.addressees, state, { ...means, signal: stopping.signal });
    for await (const { addressee, outcome } of run) outcomes.set(addressee, outcome);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    // Also where the database is lost on the way.
    const sent = [...outcomes.values()].filter(({ kind }) => kind === 'sent').length;
    await sayAfterwards(`${sent} reminders were sent`, [
      () => print(printReminders(due, outcomes, { isDry: false })),
    ]);
  }
  const fates = [...outcomes.values()].flatMap((each) => (each.kind === 'unsent' ? each.fate : []));
  if (fates.some((fate) => fate === 'failed' || fate === 'unknown')) return EXIT.trouble;
  return fates.length > 0 ? EXIT.findings : EXIT.done;
}
