import Type from 'typebox';
import { Id, LanguageTag, Latitude, Line, Longitude } from './common.js';
import { PlaceArea } from './vocabulary.js';
import { DirectoryHead, Terms } from './wire.js';

/** An offer as a map names it. */
export const MapOffer = Type.Object({
  slug: Type.String(),
  /** In the language asked for, where there is a translation. */
  title: Line,
  /** The language of the title (BCP 47), where that is not the directory's own. */
  language: Type.Optional(LanguageTag),
  /** The provider's name. */
  provider: Type.Optional(Line),
});
export type MapOffer = Type.Static<typeof MapOffer>;

/** A point of a map, with all offers that happen there. */
export const MapPoint = Type.Object({
  lat: Latitude,
  lng: Longitude,
  town: Type.Optional(Id),
  district: Type.Optional(Id),
  /** What the house is called. */
  name: Type.Optional(Line),
  street: Type.Optional(Line),
  /**
   * Says that it is the middle of the district or town: no closer point is known, or the address is
   * told on request.
   */
  isRough: Type.Optional(Type.Literal(true)),
  /** Where they stand in the answer's `offers`, from 0. */
  offers: Type.Array(Type.Integer({ minimum: 0 }), { minItems: 1 }),
});
export type MapPoint = Type.Static<typeof MapPoint>;

/** `GET /v1/points`: the offers of a query and a lock, as points of a map. */
export const PointsAnswer = Type.Object({
  directory: DirectoryHead,
  /** The number of all that fit; absent: that of `offers`. */
  total: Type.Optional(Type.Integer({ minimum: 0 })),
  /** The first 10,000 in the order of `/v1/offers`; those at no point of the map are among them. */
  offers: Type.Array(MapOffer),
  /** From north to south. */
  points: Type.Array(MapPoint),
  /** The places of the points, with those above them. */
  terms: Terms,
});
export type PointsAnswer = Type.Static<typeof PointsAnswer>;

/** `GET /v1/areas`: the shapes of places. */
export const AreasAnswer = Type.Object({
  directory: DirectoryHead,
  /** By the id of the place; those without a shape are left out. */
  areas: Type.Record(Type.String(), PlaceArea),
  /** The places that have a shape, with those above them. */
  terms: Terms,
});
export type AreasAnswer = Type.Static<typeof AreasAnswer>;
