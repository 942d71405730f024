import {
  isPostBox,
  type PublicNetwork,
  type PublicProvider,
  type ShownMember,
} from '@vielfalt/feed';
import { pageUrl, type OfferEntry, type FormatContext } from '../entry.js';
import { geoCoordinates, postalAddress } from './place.js';
import { withoutUnknowns, type Thing } from './thing.js';

/** https://schema.org/Organization, in short: an offer's provider. */
export function organizationOf({ provider }: OfferEntry, source: FormatContext): Thing | undefined {
  return provider && memberOf({ provider }, source);
}

/** A network by name. */
interface NamedNetwork {
  slug: string;
  name: string;
}

/**
 * A provider for its page: an Organization, or, where it has a public address with street and
 * number, a LocalBusiness (which is an Organization and a Place).
 */
export function jsonLdOfProvider(
  source: FormatContext,
  provider: PublicProvider,
  networks: readonly NamedNetwork[],
): Thing {
  const { name, description, address, contact, web, logo, slug, kind } = provider;
  const url = pageUrl(source, `/providers/${slug}`);
  const isPublic =
    address?.street !== undefined && address.visibility !== 'on-request' && !isPostBox(address);
  return {
    '@context': 'https://schema.org',
    ...withoutUnknowns({
      '@type': isPublic ? 'LocalBusiness' : 'Organization',
      '@id': `${url}#provider`,
      name,
      description: description ?? kind,
      url,
      sameAs: web,
      logo: logo && `${source.site.baseUrl}${logo}`,
      telephone: contact?.phone,
      email: contact?.email,
      address: address && postalAddress(address, source),
      geo: address && geoCoordinates(address),
      memberOf: networks.map((network) => networkOf(network, source)),
    }),
  };
}

function networkOf({ slug, name }: NamedNetwork, source: FormatContext): Thing {
  const url = pageUrl(source, `/networks/${slug}`);
  return { '@type': 'Organization', '@id': `${url}#network`, name, url };
}

/** A network for its page: an Organization of organisations. */
export function jsonLdOfNetwork(
  source: FormatContext,
  network: PublicNetwork,
  { name, aim, members }: { name: string; aim?: string | undefined; members: ShownMember[] },
): Thing {
  const { slug, web, contact } = network;
  return {
    '@context': 'https://schema.org',
    ...withoutUnknowns({
      ...networkOf({ slug, name }, source),
      description: aim,
      sameAs: web,
      telephone: contact?.phone,
      email: contact?.email,
      member: members.map((member) => memberOf(member, source)),
    }),
  };
}

function memberOf(member: ShownMember, source: FormatContext): Thing {
  if ('name' in member) {
    return withoutUnknowns({ '@type': 'Organization', name: member.name, sameAs: member.web });
  }
  const { name, slug, web } = member.provider;
  const url = pageUrl(source, `/providers/${slug}`);
  return withoutUnknowns({
    '@type': 'Organization',
    '@id': `${url}#provider`,
    name,
    url,
    sameAs: web,
  });
}
