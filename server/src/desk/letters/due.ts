import {
  hasEnded,
  localTime,
  type Check,
  type DirectoryRecord,
  type Offer,
  type Provider,
} from '@vielfalt/feed';
import { daysBetween } from '@vielfalt/feed/wording';
import type { DirectoryState } from '../../store/store.js';
import { isMailable } from '../mail.js';
import { addressId } from './letters.js';

/** A provider with its offers as they are now, each with its latest check. */
export interface AskedProvider {
  provider: Provider;
  offers: Offer[];
}

/** All providers that one address is the public one of: they are asked by one mail. */
export interface Addressee {
  address: string;
  /** The name under which the address is remembered. */
  id: string;
  providers: AskedProvider[];
}

/** The providers that have to be asked whether their offers are still right. */
export interface DueProviders {
  addressees: Addressee[];
  /** Those that have no address, or one that is too odd to be written to. */
  unreachable: Provider[];
}

/** Knowledge of what has been checked, and the day on which that is asked. */
export interface DueQuestion {
  /** The latest check that was acknowledged, by the id of its offer. */
  confirmations: ReadonlyMap<string, Check>;
  /** The local date in the directory's zone. */
  today: string;
  /** For more than so many days nobody has checked an offer. */
  after: number;
  /** The id of the only provider to ask; absent: all. */
  only?: string | undefined;
}

/**
 * Finds the providers with an offer that nobody has checked for long. An offer that was never checked
 * counts from its last change. What comes from another directory is asked about there.
 */
export function findDue(state: DirectoryState, question: DueQuestion): DueProviders {
  const { directory } = state;
  const offers = offersByProvider(state, question);
  const asked = state.providers
    .filter(({ status, origin }) => status !== 'retired' && !origin)
    .map((provider) => ({ provider, offers: offers.get(provider.id) ?? [] }))
    .filter((each) => each.offers.length > 0);
  const isDue = ({ provider, offers: own }: AskedProvider) =>
    (question.only === undefined || provider.id === question.only) &&
    own.some((offer) => isOld(offer, question, directory));
  const addressees = new Map<string, Addressee>();
  const unreachable: Provider[] = [];
  for (const each of asked) {
    const address = publicAddress(each.provider);
    if (address === undefined || !isMailable(address)) {
      if (isDue(each)) unreachable.push(each.provider);
      continue;
    }
    const id = addressId(address);
    const known = addressees.get(id);
    if (known) known.providers.push(each);
    else addressees.set(id, { address, id, providers: [each] });
  }
  return {
    addressees: [...addressees.values()].filter(({ providers }) => providers.some(isDue)),
    unreachable,
  };
}

/** The address at which visitors, too, would write to a provider. */
export function publicAddress({ contact }: Provider): string | undefined {
  return contact?.email;
}

function offersByProvider(
  { offers }: DirectoryState,
  { confirmations, today }: DueQuestion,
): Map<string, Offer[]> {
  const found = new Map<string, Offer[]>();
  for (const offer of offers) {
    const isNow = offer.status === 'published' || offer.status === 'paused';
    if (!isNow || offer.origin || hasEnded(offer, today)) continue;
    const own = found.get(offer.provider) ?? [];
    found.set(offer.provider, own);
    own.push(withLatestCheck(offer, confirmations.get(offer.id)));
  }
  return found;
}

function withLatestCheck(offer: Offer, confirmed: Check | undefined): Offer {
  if (!confirmed || (offer.checked && offer.checked.on >= confirmed.on)) return offer;
  return { ...offer, checked: confirmed };
}

function isOld(
  { checked, changed }: Offer,
  { today, after }: DueQuestion,
  { timeZone }: DirectoryRecord,
): boolean {
  const known = checked?.on ?? (changed && localTime(Date.parse(changed), timeZone).date);
  return known === undefined || daysBetween(known, today) > after;
}
