import Type from 'typebox';
import { Id, Uuid } from './common.js';
import { NetworkHead } from './wire-providers.js';
import { SimilarReason } from './wire-similar.js';
import { Card, DirectoryHead, ProviderHead, Terms } from './wire.js';

/** A gap as the feed shows it: a topic, an audience, or a topic for an audience. */
export const ShownGap = Type.Object({
  /** The town. */
  place: Id,
  topic: Type.Optional(Id),
  audience: Type.Optional(Id),
  /** Who could offer it, the likeliest first: providers with an offer like it, and why. */
  could: Type.Array(Type.Object({ provider: Uuid, reason: SimilarReason }), { maxItems: 3 }),
});
export type ShownGap = Type.Static<typeof ShownGap>;

/** The first few of some offers. */
export const FirstOffers = Type.Object({
  /** The number of all of them. */
  total: Type.Integer(),
  offers: Type.Array(Card, { maxItems: 6 }),
});
export type FirstOffers = Type.Static<typeof FirstOffers>;

/** `GET /v1/professionals`. A part that the lock leaves no honest answer to is absent. */
export const ProfessionalsAnswer = Type.Object({
  directory: DirectoryHead,
  /** What most other towns have comes first. */
  missing: Type.Optional(
    Type.Object({
      /** The number of all that is missing. */
      total: Type.Integer(),
      gaps: Type.Array(ShownGap, { maxItems: 12 }),
    }),
  ),
  /** The next to meet comes first. */
  networks: Type.Optional(
    Type.Object({ total: Type.Integer(), networks: Type.Array(NetworkHead) }),
  ),
  /** Good practices, those that were checked last; absent where there is none. */
  practice: Type.Optional(FirstOffers),
  /** Those that name professionals as their audience, by title. */
  offers: Type.Optional(FirstOffers),
  /** Those that changed last, of all offers. */
  newest: FirstOffers,
  /** By id: the providers that all these mention. */
  providers: Type.Record(Type.String(), ProviderHead),
  /** The terms that they mention, with their parents. */
  terms: Terms,
});
export type ProfessionalsAnswer = Type.Static<typeof ProfessionalsAnswer>;
