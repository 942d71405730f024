import type { ProfessionalsAnswer } from '../model/wire-professionals.js';
import { answerParts, providers } from './decode.js';
import { networkHead } from './networks.js';
import { list, object } from './shape.js';
import { card } from './whole.js';

const missingOffer = object('place! topic audience', {
  'could!': list(object('provider!', { 'reason!': object('topics*! audiences*! km#') })),
});
const firstOffers = object('total#!', { 'offers!': list(card) });
const professionalsAnswer = object('', {
  ...answerParts,
  missing: object('total#!', { 'gaps!': list(missingOffer) }),
  networks: object('total#!', { 'networks!': list(networkHead) }),
  practice: firstOffers,
  offers: firstOffers,
  'newest!': firstOffers,
  'providers!': providers,
});

/** Like `readOffersAnswer`, for what is for professionals; a part that does not fit is left out. */
export const readProfessionalsAnswer = (json: unknown) =>
  professionalsAnswer(json) as ProfessionalsAnswer | undefined;
