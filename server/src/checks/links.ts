import { safeLink } from '@vielfalt/feed';
import type { Contact, DirectoryRecord, Network, Offer, Provider } from '@vielfalt/feed';
import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import { hostTrouble } from './host.js';
import { MAIL_TYPOS } from './host-typos.js';
import type { Inspected } from './inspected.js';

/** A field and its address, if it has one. */
type Field = readonly [field: string, address: string | undefined];

/** An address and its place in a record. */
export type NamedAddress = Pick<Finding, 'source' | 'record' | 'title' | 'field' | 'value'>;

/** The records whose addresses count. */
export type AddressSource = Pick<Inspected, 'offers' | 'providers' | 'networks' | 'directory'>;

/** Finds web and e-mail addresses that cannot lead anywhere, without using the network. */
export function* checkLinks(inspected: Inspected): Generator<Finding> {
  const isDemo = inspected.directory.demo ?? false;
  for (const named of namedAddresses(inspected)) {
    const remedy = addressTrouble(named.value, isDemo);
    if (remedy !== undefined) yield { kind: 'broken-link', ...named, remedy };
  }
}

/** All web and e-mail addresses, with the records and fields that name them. */
export function* namedAddresses({
  offers,
  providers,
  networks,
  directory,
}: AddressSource): Generator<NamedAddress> {
  const named = function* (of: ReturnType<typeof aboutRecord>, fields: readonly Field[]) {
    for (const [field, value] of fields) if (value !== undefined) yield { ...of, field, value };
  };
  yield* named({ source: '', record: '', title: directory.title }, fieldsOfDirectory(directory));
  for (const offer of offers) yield* named(aboutRecord(offer), fieldsOfOffer(offer));
  for (const provider of providers) yield* named(aboutRecord(provider), fieldsOfProvider(provider));
  for (const network of networks) yield* named(aboutRecord(network), fieldsOfNetwork(network));
}

function fieldsOfDirectory(directory: DirectoryRecord): Field[] {
  const { publisher, imprint, privacy, accessibility, reportTo, licence, mapLink } = directory;
  return [
    ['publisher.email', publisher.email],
    ['publisher.web', publisher.web],
    ['imprint', imprint],
    ['privacy', privacy],
    ['accessibility', accessibility],
    ['reportTo', reportTo],
    ['licence.url', licence?.url],
    ['mapLink', mapLink?.replaceAll(/\{(lat|lng)\}/g, '0')],
  ];
}

function fieldsOfOffer({ sourceUrl, contact, registration, practice, links = [] }: Offer): Field[] {
  return [
    ['sourceUrl', sourceUrl],
    ['registration.web', registration?.web],
    ...fieldsOfContact(contact),
    ...fieldsOfContact(practice?.ask, 'practice.ask'),
    ...links.map(({ url }, index) => [`links.${index + 1}.url`, url] as const),
  ];
}

function fieldsOfProvider({
  sourceUrl,
  contact,
  web,
}: Pick<Provider, 'sourceUrl' | 'contact' | 'web'>): Field[] {
  return [['sourceUrl', sourceUrl], ['web', web], ...fieldsOfContact(contact)];
}

function fieldsOfNetwork({ coordinator, members = [], links = [], ...network }: Network): Field[] {
  const webOf = (member: NonNullable<typeof coordinator> | undefined) =>
    member && 'name' in member ? member.web : undefined;
  return [
    ...fieldsOfProvider(network),
    ['coordinator.web', webOf(coordinator)],
    ...members.map((member, at) => [`members.${at + 1}.web`, webOf(member)] as const),
    ...links.map(({ url }, index) => [`links.${index + 1}.url`, url] as const),
  ];
}

function fieldsOfContact({ email, web }: Contact = {}, name = 'contact'): Field[] {
  return [
    [`${name}.email`, email],
    [`${name}.web`, web],
  ];
}

/**
 * Says what is wrong with a web or e-mail address and what to do about it, in sentences; nothing
 * where it may be right.
 */
export function addressTrouble(address: string, isDemo: boolean): string | undefined {
  if (/^[^/:]+@[^@/]+$/.test(address)) return emailTrouble(address, isDemo);
  if (/^https?:\/\/https?[:/]/i.test(address)) {
    return 'It begins with http twice. Write it once.';
  }
  if (safeLink(address) === undefined) return 'It is not a web address. Copy it from the browser.';
  if (!URL.canParse(address))
    return 'It cannot be read as a web address. Copy it from the browser.';
  if (/[.,;]$/.test(address)) return 'It ends in a punctuation mark. Take that away.';
  return hostTrouble(new URL(address).hostname, isDemo);
}

function emailTrouble(address: string, isDemo: boolean): string | undefined {
  const [name = '', host = ''] = address.split('@');
  if (!/^[\p{L}\d!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\d!#$%&'*+/=?^_`{|}~-]+)*$/u.test(name)) {
    return `${JSON.stringify(name)} is not a name that an e-mail address can have. Correct it.`;
  }
  for (const [typo, instead] of MAIL_TYPOS) {
    const meant = host.toLowerCase().replace(typo, instead);
    if (typo.test(host.toLowerCase())) return `Did you mean ${name}@${meant}?`;
  }
  const ascii = URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : host;
  return hostTrouble(ascii, isDemo);
}
