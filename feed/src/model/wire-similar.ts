import Type from 'typebox';
import { Id } from './common.js';
import { Card, DirectoryHead, ProviderHead, Terms } from './wire.js';

/** Why an offer is like another one. */
export const SimilarReason = Type.Object({
  /** The topics that both have, the rarest first. */
  topics: Type.Array(Id),
  /** The audiences that both name, the rarest first. */
  audiences: Type.Array(Id),
  /**
   * The distance in kilometres as the crow flies, from town to town where no more is known; absent
   * where one of them is nowhere in particular.
   */
  km: Type.Optional(Type.Number({ minimum: 0 })),
});
export type SimilarReason = Type.Static<typeof SimilarReason>;

/** `GET /v1/similar/{id|slug}`. */
export const SimilarAnswer = Type.Object({
  directory: DirectoryHead,
  /** Offers of other providers, of each at most one; the most alike come first. */
  similar: Type.Array(Type.Object({ offer: Card, reason: SimilarReason }), { maxItems: 5 }),
  /** By id: the providers of these offers. */
  providers: Type.Record(Type.String(), ProviderHead),
  /** The terms that offers and reasons mention, with their parents. */
  terms: Terms,
});
export type SimilarAnswer = Type.Static<typeof SimilarAnswer>;
