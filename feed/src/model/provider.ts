import Type from 'typebox';
import {
  Check,
  Contact,
  Id,
  LanguageTag,
  Latitude,
  Line,
  Longitude,
  Slug,
  Text,
  Uuid,
  WebAddress,
  origin,
} from './common.js';

/** A maker of offers: an association, a school, an office. */
export const Provider = Type.Object(
  {
    id: Uuid,
    slug: Slug,
    ...origin,
    status: Type.Optional(Type.Union([Type.Literal('published'), Type.Literal('retired')])),
    changed: Type.Optional(Type.String({ format: 'date-time' })),
    checked: Type.Optional(Check),
    language: Type.Optional(LanguageTag),
    name: Line,
    /** Its kind, in its own words: "Sportverein", "Beratungsstelle". */
    kind: Type.Optional(Line),
    description: Type.Optional(Text),
    address: Type.Optional(
      Type.Object(
        {
          street: Type.Optional(Line),
          postalCode: Type.Optional(Type.String({ pattern: '^[A-Z0-9 -]{3,10}$' })),
          town: Type.Optional(Id),
          district: Type.Optional(Id),
          locality: Type.Optional(Line),
          lat: Type.Optional(Latitude),
          lng: Type.Optional(Longitude),
          visibility: Type.Optional(
            Type.Union([Type.Literal('public'), Type.Literal('on-request')]),
          ),
        },
        { additionalProperties: false },
      ),
    ),
    contact: Type.Optional(Contact),
    web: Type.Optional(WebAddress),
    networks: Type.Optional(Type.Array(Line)),
    /** A path below the feed's own address. */
    logo: Type.Optional(Type.String({ pattern: '^/[A-Za-z0-9/_.-]+$', maxLength: 300 })),
  },
  { additionalProperties: false },
);
export type Provider = Type.Static<typeof Provider>;
