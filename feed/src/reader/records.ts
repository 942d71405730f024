import type { OfferAnswer, ProviderAnswer } from '../model/wire.js';
import {
  about,
  card,
  common,
  location,
  offer,
  offerTexts,
  providerHead,
  source,
  texts,
} from './reader.js';
import { object, record } from './shape.js';

const fullOffer = object(`${offerTexts} sourceUrl description`, {
  ...offer,
  translations: record(object('by=person|machine!', { 'texts!': texts })),
});

const provider = object(
  `${source} name! web logo sourceUrl description status=published|retired networks*`,
  { ...common, address: location },
);

const offerAnswer = object('', {
  ...about,
  'offer!': fullOffer,
  'card!': card,
  'provider!': providerHead,
});
const providerAnswer = object('offers#', { ...about, 'provider!': provider });

/** Like `readOffersAnswer`, for one offer. */
export const readOfferAnswer = (json: unknown) => offerAnswer(json) as OfferAnswer | undefined;

/** Like `readOffersAnswer`, for one provider. */
export const readProviderAnswer = (json: unknown) =>
  providerAnswer(json) as ProviderAnswer | undefined;
