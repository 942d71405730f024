import type { Location, Network, Offer, Provider } from '@vielfalt/feed';
import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';
import { addressesOf } from './addresses.js';
import type { Address } from './addresses.js';
import { streetWords } from './street.js';

/** An address that is on request. */
interface Secret {
  at: Location;
  /** Its street and number, in the form in which streets are compared. */
  street: string;
  record: Offer | Provider;
}

/**
 * Finds addresses that are on request in one record and that another reveals: by an address of its
 * own, or in the texts of the same provider's records or of any network, where readers and search
 * find it.
 */
export function* checkExposed(inspected: Inspected): Generator<Finding> {
  const addresses = addressesOf(inspected);
  const secrets: Secret[] = addresses.flatMap(({ record, at }) =>
    at.visibility === 'on-request' && at.street
      ? [{ record, at, street: streetWords(at.street) }]
      : [],
  );
  if (secrets.length === 0) return;
  for (const address of addresses) {
    if (address.at.visibility !== 'on-request') yield* byAddress(address, secrets);
  }
  const byProvider = new Map<string, Secret[]>();
  for (const secret of secrets) {
    const id = providerOf(secret.record);
    byProvider.set(id, [...(byProvider.get(id) ?? []), secret]);
  }
  for (const record of [...inspected.offers, ...inspected.providers]) {
    yield* byTexts(record, byProvider.get(providerOf(record)) ?? []);
  }
  // Members of a network may be misspelt, and none may be told.
  for (const network of inspected.networks) yield* byTexts(network, secrets);
}

function* byAddress(
  { record, field, at }: Address,
  secrets: readonly Secret[],
): Generator<Finding> {
  const { street } = at;
  if (street === undefined) return;
  const own = streetWords(street);
  const secret = secrets.find((each) => each.street === own && isSamePlace(each.at, at));
  if (!secret) return;
  yield {
    kind: 'exposed',
    ...aboutRecord(record),
    field: `${field}.street`,
    value: street,
    remedy: `${nameOf(secret.record)} has the same address on request. Make it on request here too, or take the street out.`,
  };
}

function* byTexts(
  record: Offer | Provider | Network,
  secrets: readonly Secret[],
): Generator<Finding> {
  if (secrets.length === 0) return;
  for (const { field, text } of textsOf(record, '')) {
    const all = ` ${streetWords(text)} `;
    const secret = secrets.find(({ street }) => all.includes(` ${street} `));
    if (!secret) continue;
    yield {
      kind: 'exposed',
      ...aboutRecord(record),
      field,
      value: secret.at.street ?? '',
      remedy: `This text tells an address that ${nameOf(secret.record)} has on request. Take it out.`,
    };
  }
}

/** Yields the texts that people may read; without addresses. */
function* textsOf(value: unknown, field: string): Generator<{ field: string; text: string }> {
  if (typeof value === 'string') yield { field, text: value };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      if (UNREAD.has(key)) continue;
      if (key === 'locations' || key === 'address') continue;
      const name = Array.isArray(value) ? String(Number(key) + 1) : key;
      yield* textsOf(member, field ? `${field}.${name}` : name);
    }
  }
}

/** Members of records that are not for people to read. */
const UNREAD = new Set(['id', 'source', 'record', 'provider', 'status', 'changed', 'checked']);

function isSamePlace(a: Location, b: Location): boolean {
  const same = (one?: string, other?: string) =>
    one === undefined || other === undefined || one === other;
  return same(a.town ?? a.locality, b.town ?? b.locality) && same(a.postalCode, b.postalCode);
}

function providerOf(record: Offer | Provider): string {
  return 'provider' in record ? record.provider : record.id;
}

function nameOf(record: Offer | Provider): string {
  return `“${'title' in record ? record.title : record.name}”`;
}
