import { isPostBox, type PublicProvider } from '@vielfalt/feed';
import { pageUrl, type OfferEntry, type FormatContext } from '../entry.js';
import { geoCoordinates, postalAddress } from './place.js';
import { present, type Thing } from './thing.js';

/** https://schema.org/Organization, in short: an offer's provider. */
export function organizationOf({ provider }: OfferEntry, source: FormatContext): Thing | undefined {
  if (!provider) return undefined;
  const url = pageUrl(source, `/providers/${provider.slug}`);
  const { name, web } = provider;
  return present({ '@type': 'Organization', '@id': `${url}#provider`, name, url, sameAs: web });
}

/**
 * A provider for its page: an Organization, or, where it has a public address with street and
 * number, a LocalBusiness (which is an Organization and a Place).
 */
export function jsonLdOfProvider(source: FormatContext, provider: PublicProvider): Thing {
  const { name, description, address, contact, web, logo, slug, kind } = provider;
  const url = pageUrl(source, `/providers/${slug}`);
  const isPublic =
    address?.street !== undefined && address.visibility !== 'on-request' && !isPostBox(address);
  return {
    '@context': 'https://schema.org',
    ...present({
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
    }),
  };
}
