import type { Card } from '../model/wire.js';
import { LEVELS } from '../query/values.js';
import { besides, parts, plain, wholeDataOf } from './decode.js';
import { list, object } from './shape.js';

const levels = LEVELS.join('|');
export const location = object(
  'name street postalCode town district locality lat# lng# stepFree=yes|partly|no visibility=public|on-request',
);
export const contact = object('role name phone email web namePublic?');

/** The directory that a record of another feed comes from. */
export const origin = object('directory! id! name! page! reportTo');

export const plainOffer = `${plain} licence attribution changed taught bring serves* interpretation?`;
/** All members of an offer that are not simple. */
export const offerParts = {
  ...parts,
  contact,
  origin,
  eligibility: object('text marks*'),
  level: object(`needed=${levels} reached=${levels}`),
  links: list(object('label! url!')),
  locations: list(location),
  openings: object('on state=free|waiting-list|full!'),
  registration: object('text until web needed?'),
  schedule: object('text validFrom validTo closed* byAppointment? anyTime?', {
    times: list(
      object(
        'dtstart! dtend until freq=WEEKLY|MONTHLY interval# byday* bymonthday# rdate* exdate*',
      ),
    ),
  }),
  spoken: list(object('language! note')),
};
export const card = object(`${plainOffer} rhythm excerpt words order#!`, {
  ...offerParts,
  ...besides,
});

/** All of a card of which only the summary may have been read. */
export const wholeCard = (read: Card) => (card(wholeDataOf(read)) ?? read) as Card;
