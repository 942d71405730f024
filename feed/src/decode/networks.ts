import type { NetworkAnswer, NetworksAnswer } from '../model/wire-providers.js';
import { answerParts, besides, parts, providerHead, providers, texts } from './decode.js';
import { list, object, record, type Decoder } from './shape.js';
import { contact, offerParts, origin } from './whole.js';

export const plainNetwork = 'id! slug! language name!';
const namedMember = 'name! web';
const coordinates: Decoder = (value) => value === true || undefined;
/** Which shape a member has, its `provider` says. */
const memberOf =
  (provider: Decoder, named: Decoder): Decoder =>
  (value) =>
    provider(value) ?? named(value);
export const shownMember = memberOf(
  object('', { 'provider!': providerHead, coordinates }),
  object(namedMember, { coordinates }),
);
const network = object(
  `${plainNetwork} source! sourceUrl licence attribution changed status=published|retired aim places* topics* web`,
  {
    checked: parts.checked,
    contact,
    origin,
    links: offerParts.links,
    schedule: offerParts.schedule,
    translations: record(object('by=person|machine!', { 'texts!': texts })),
  },
);
const networkAnswer = object('rhythm', {
  ...answerParts,
  'network!': network,
  translation: besides.translation,
  'members!': list(shownMember),
  'upcoming!': besides.upcoming,
});

export const networkHead = object(`${plainNetwork} topics* places* members#! rhythm`, {
  translation: besides.translation,
  coordinator: memberOf(object('provider!'), object(namedMember)),
  next: object('start! end'),
});
const networksAnswer = object('total#!', {
  ...answerParts,
  'networks!': list(networkHead),
  'providers!': providers,
});

/** Like `readOffersAnswer`, for networks. */
export const readNetworksAnswer = (json: unknown) =>
  networksAnswer(json) as NetworksAnswer | undefined;

/** Like `readOffersAnswer`, for one network. */
export const readNetworkAnswer = (json: unknown) =>
  networkAnswer(json) as NetworkAnswer | undefined;
