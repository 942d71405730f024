import type { Contact } from '../model/common.js';
import type { Network } from '../model/network.js';
import type { Location, Offer } from '../model/offer.js';
import type { Provider } from '../model/provider.js';
import type { PublicOffer } from '../model/wire.js';
import type { PublicNetwork, PublicProvider } from '../model/wire-providers.js';
import { isPostBox } from './post-box.js';

/**
 * A location's public part. A shelter's address is never published: of a place on request only the
 * town remains. A post box has no point: people who went there would find a wall.
 */
function publicLocation(location: Location): Location {
  if (location.visibility === 'on-request') {
    return { ...(location.town && { town: location.town }), visibility: 'on-request' };
  }
  if (!isPostBox(location)) return location;
  const { lat: _, lng: __, ...address } = location;
  return address;
}

function publicContact({ name, namePublic, ...contact }: Contact): Contact {
  return name && namePublic ? { ...contact, name, namePublic } : contact;
}

/**
 * A record without on-request addresses, post boxes' points and names that are not public; still
 * with its origin.
 */
export function withoutPrivateDetails<Record extends Offer | Provider | Network>(
  record: Record,
): Record {
  const shown = { ...record };
  if (shown.contact) shown.contact = publicContact(shown.contact);
  if ('practice' in shown && shown.practice?.ask) {
    shown.practice = { ...shown.practice, ask: publicContact(shown.practice.ask) };
  }
  if ('locations' in shown && shown.locations) {
    shown.locations = shown.locations.map(publicLocation);
  }
  if ('address' in shown && shown.address) {
    shown.address = publicLocation(shown.address);
  }
  return shown;
}

/** The public part of an offer. */
export function toPublicOffer(offer: Offer): PublicOffer {
  const { record: _, ...shown } = withoutPrivateDetails(offer);
  return shown;
}

/** The public part of a provider. */
export function toPublicProvider(provider: Provider): PublicProvider {
  const { record: _, ...shown } = withoutPrivateDetails(provider);
  return shown;
}

/** The public part of a network; its members are shown once it is known who they are. */
export function toPublicNetwork(network: Network): PublicNetwork {
  const { record: _, members: __, coordinator: ___, ...shown } = withoutPrivateDetails(network);
  return shown;
}
