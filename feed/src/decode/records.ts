import type { OfferAnswer } from '../model/wire.js';
import type { ProviderAnswer } from '../model/wire-providers.js';
import { answerParts, besides, parts, providerHead, texts } from './decode.js';
import { plainNetwork, shownMember } from './networks.js';
import { list, object, record } from './shape.js';
import { card, contact, location, offerParts, origin, plainOffer } from './whole.js';

const fullOffer = object(`${plainOffer} sourceUrl description`, {
  ...offerParts,
  practice: object('reason! since results', {
    needs: object('people money rooms partners'),
    ask: contact,
  }),
  translations: record(object('by=person|machine!', { 'texts!': texts })),
});

const provider = object(
  'id! slug! source licence attribution changed language kind name! web logo sourceUrl description status=published|retired networks*',
  { checked: parts.checked, contact, origin, address: location },
);

const offerAnswer = object('', {
  ...answerParts,
  'offer!': fullOffer,
  'card!': card,
  'provider!': providerHead,
});
const providerNetwork = object(plainNetwork, {
  translation: besides.translation,
  'others!': list(shownMember),
});
const providerAnswer = object('offers#', {
  ...answerParts,
  'provider!': provider,
  networks: list(providerNetwork),
});

/** Like `readOffersAnswer`, for one offer. */
export const readOfferAnswer = (json: unknown) => offerAnswer(json) as OfferAnswer | undefined;

/** Like `readOffersAnswer`, for one provider. */
export const readProviderAnswer = (json: unknown) =>
  providerAnswer(json) as ProviderAnswer | undefined;
