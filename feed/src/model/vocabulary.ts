import Type from 'typebox';
import { Id, Labels, LanguageTag, Latitude, Line, Longitude } from './common.js';

const term = {
  label: Labels,
  /** Other words people use for it, per language; search reads them, they are never shown. */
  synonyms: Type.Optional(Type.Record(LanguageTag, Type.Array(Line))),
  parent: Type.Optional(Id),
  /** The term that replaced this one: an id that a website once used works forever. */
  replacedBy: Type.Optional(Id),
};

/** One word of the vocabulary. */
export const Term = Type.Object({ id: Id, ...term }, { additionalProperties: false });
export type Term = Type.Static<typeof Term>;

/**
 * The outline of a place, simplified, as the coordinates of a polygon in GeoJSON (RFC 7946): rings of
 * positions, each longitude before latitude (WGS 84), that end where they begin. A ring inside
 * another one is a hole; a place in several pieces has a ring for each. As JSON it has at most 30,000
 * characters.
 */
export const PlaceArea = Type.Array(
  Type.Array(Type.Array(Longitude, { minItems: 2, maxItems: 2 }), { minItems: 4 }),
  { minItems: 1 },
);
export type PlaceArea = Type.Static<typeof PlaceArea>;

/** A county, town or district, with a point in its middle (WGS 84) and its shape on a map. */
export const PlaceTerm = Type.Object(
  {
    id: Id,
    ...term,
    lat: Type.Optional(Latitude),
    lng: Type.Optional(Longitude),
    area: Type.Optional(PlaceArea),
  },
  { additionalProperties: false },
);
export type PlaceTerm = Type.Static<typeof PlaceTerm>;

/** A language; its id is the lowercase BCP 47 tag. */
export const LanguageTerm = Term;

/** The directory's words. The place without a parent is the whole directory's area. */
export const Vocabulary = Type.Object(
  {
    topic: Type.Array(Term),
    audience: Type.Array(Term),
    kind: Type.Array(Term),
    place: Type.Array(PlaceTerm),
    language: Type.Array(LanguageTerm),
  },
  { additionalProperties: false },
);
export type Vocabulary = Type.Static<typeof Vocabulary>;

/** The five lists a vocabulary has. */
export type VocabularyList = keyof Vocabulary;
