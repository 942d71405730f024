import Type from 'typebox';
import { WebAddress } from './common.js';
import { Network } from './network.js';
import { Offer } from './offer.js';
import { Provider } from './provider.js';
import { DirectoryHead } from './wire.js';

/** An offer as another directory takes it over. */
export const SharedOffer = Type.Omit(Offer, ['record']);
export type SharedOffer = Type.Static<typeof SharedOffer>;

/** A provider as another directory takes it over. */
export const SharedProvider = Type.Omit(Provider, ['record']);
export type SharedProvider = Type.Static<typeof SharedProvider>;

/** A network as another directory takes it over, with its members as the office wrote them. */
export const SharedNetwork = Type.Omit(Network, ['record']);
export type SharedNetwork = Type.Static<typeof SharedNetwork>;

/**
 * `GET /v1/records`: what is public of the directory's records, a page at a time, for directories
 * that take them over. What has ended or gone is only named.
 */
export const RecordsAnswer = Type.Object({
  /** Without the date: the answer stays the same as long as the records do. */
  directory: Type.Object({
    ...Type.Omit(DirectoryHead, ['date']).properties,
    /** Its public address, where it is known. */
    baseUrl: Type.Optional(WebAddress),
  }),
  /** The number of records on all pages. */
  total: Type.Integer(),
  providers: Type.Array(SharedProvider),
  offers: Type.Array(SharedOffer),
  networks: Type.Array(SharedNetwork),
});
export type RecordsAnswer = Type.Static<typeof RecordsAnswer>;
