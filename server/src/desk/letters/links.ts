import { localTime, type DirectoryRecord, type Provider } from '@vielfalt/feed';
import { longDate } from '@vielfalt/feed/wording';
import { interfaceLanguage, letterTexts, textsFor } from '../../languages/words.js';
import type { Transaction } from '../../store/store.js';
import { UnreachableError } from '../mail.js';
import { issuePass } from '../passes.js';
import { composeLetter, fillLetter } from './compose.js';
import { publicAddress } from './due.js';
import { addressId, beginLetter, handOver, type LetterMeans } from './letters.js';
import { isStrangers } from './standing.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The time that a provider's link is valid, in milliseconds. */
export const PROVIDER_LINK_LIFETIME = 60 * DAY;
/** The time within which somebody of the office has to use a link, in milliseconds. */
export const OFFICE_LINK_LIFETIME = 10 * MINUTE;

/** The place and moment that a link is made for. */
export interface LinkContext {
  /** The public address, without a slash at its end. */
  baseUrl: string;
  now: number;
}

/** A link with a secret in it, which is kept nowhere else. */
export interface SecretLink {
  href: string;
  secret: string;
}

/**
 * Makes a link by which whoever has it speaks for a provider.
 * @param provider its id
 * @param address that it is sent to, as it is remembered
 */
export async function providerLink(
  transaction: Transaction,
  { provider, address }: { provider: string; address: string },
  { baseUrl, now }: LinkContext,
): Promise<SecretLink> {
  const pass = { purpose: 'provider', subject: provider, address } as const;
  const secret = await issuePass(transaction, pass, { now, lifetime: PROVIDER_LINK_LIFETIME });
  return { href: `${baseUrl}/confirm/${secret}`, secret };
}

/** Makes a link by which a keeper enters the office, once. @param keeper the keeper's address */
export async function officeLink(
  transaction: Transaction,
  keeper: string,
  { baseUrl, now }: LinkContext,
): Promise<SecretLink> {
  const pass = { purpose: 'office', subject: keeper } as const;
  const secret = await issuePass(transaction, pass, { now, lifetime: OFFICE_LINK_LIFETIME });
  return { href: `${baseUrl}/office/enter/${secret}`, secret };
}

/** An address in the language of its mail: pages are in the directory's own unless theirs names one. */
export function inLetterLanguage(
  href: string,
  language: string,
  directory: Pick<DirectoryRecord, 'language'>,
): string {
  return language === interfaceLanguage(directory.language) ? href : `${href}?lang=${language}`;
}

/** The language of a mail: that of its reader where the interface has it, else the directory's. */
export function letterLanguage(
  wanted: string | undefined,
  { language }: Pick<DirectoryRecord, 'language'>,
): string {
  return interfaceLanguage(wanted ?? language) ?? interfaceLanguage(language) ?? 'en';
}

/** The last day on which a provider's link is valid, as people write it. */
export function lastDay(now: number, language: string, timeZone: string): string {
  const { date } = localTime(now + PROVIDER_LINK_LIFETIME, timeZone);
  return longDate(date, textsFor(language).tag);
}

/**
/**
 * Sends a provider the link that somebody asked for, to its own public address and in its language,
 * since whoever asked may be a stranger.
 * @param since where one was sent there since this time, no other one is
 * @returns whether it was sent now
 * @throws MailError where no server says to have taken the mail; UnreachableError where there is no
 *   address that it may go to
 */
export async function sendProviderLink(
  means: LetterMeans & { baseUrl: string },
  { provider, since }: { provider: Provider; since?: number },
): Promise<boolean> {
  const { store, now, baseUrl } = means;
  const to = publicAddress(provider);
  if (to === undefined) throw new UnreachableError('The provider has no e-mail address.');
  const claimed = await store.change(async (transaction) => {
    const address = addressId(to);
    if (await isStrangers(transaction, address)) {
      throw new UnreachableError('Whoever reads the mails there says that it is somebody else.');
    }
    if (since !== undefined && (await wasSent(transaction, address, provider.id, since))) {
      return { result: undefined };
    }
    const about = { kind: 'provider-link', provider: provider.id, to } as const;
    const begun = await beginLetter(transaction, about, now);
    const link = { provider: provider.id, address };
    const { href } = await providerLink(transaction, link, { baseUrl, now });
    return { result: { begun, href }, keep: {} };
  });
  if (!claimed) return false;
  const { begun, href } = claimed;
  const { directory } = begun;
  const language = letterLanguage(provider.language, directory);
  const texts = letterTexts(language);
  const names = { directory: directory.title, provider: provider.name };
  const say = (text: string, more = {}) => fillLetter(text, { ...names, ...more }, language);
  const date = lastDay(now, language, directory.timeZone);
  const mail = composeLetter(
    {
      to,
      language,
      subject: say(texts.providerLink.subject),
      parts: [
        say(texts.providerLink.intro),
        { button: texts.open, href: inLetterLanguage(href, language, directory) },
        say(texts.valid, { date }),
        texts.providerLink.nothing,
      ],
    },
    directory,
  );
  await handOver(means, begun, mail);
  return true;
}

/** Tells whether a provider's link went to an address, or may have. */
async function wasSent(
  transaction: Transaction,
  address: string,
  provider: string,
  since: number,
): Promise<boolean> {
  const letters = await transaction.papers('letter');
  return [...letters.values()].some(
    (letter) =>
      letter.kind === 'provider-link' &&
      letter.address === address &&
      letter.provider === provider &&
      (letter.state === 'sent' || letter.state === 'sending') &&
      Date.parse(letter.at) >= since,
  );
}

/**
 * Sends a keeper the link by which they enter the office.
 * @param keeper the keeper's address
 * @param language of whoever asked; absent: the directory's
 * @throws MailError where no server says to have taken the mail
 */
export async function sendOfficeLink(
  means: LetterMeans & { baseUrl: string },
  { keeper, language: asked }: { keeper: string; language?: string },
): Promise<void> {
  const { store, now, baseUrl } = means;
  const { begun, href } = await store.change(async (transaction) => {
    const begun = await beginLetter(transaction, { kind: 'office-link', to: keeper }, now);
    const { href } = await officeLink(transaction, keeper, { baseUrl, now });
    return { result: { begun, href }, keep: {} };
  });
  const { directory } = begun;
  const language = letterLanguage(asked, directory);
  const { officeLink: texts } = letterTexts(language);
  const say = (text: string) => fillLetter(text, { directory: directory.title }, language);
  const mail = composeLetter(
    {
      to: keeper,
      language,
      subject: say(texts.subject),
      parts: [
        say(texts.intro),
        { button: texts.open, href: inLetterLanguage(href, language, directory) },
        texts.valid,
        texts.nothing,
      ],
    },
    directory,
  );
  await handOver(means, begun, mail);
}
