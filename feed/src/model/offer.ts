import Type from 'typebox';
import {
  Check,
  Contact,
  Id,
  LanguageTag,
  Latitude,
  Level,
  Line,
  LocalDate,
  Longitude,
  Note,
  Slug,
  Text,
  Uuid,
  WebAddress,
  origin,
} from './common.js';
import { Schedule } from './schedule.js';

/** A place where an offer happens. */
export const Location = Type.Object(
  {
    name: Type.Optional(Line),
    street: Type.Optional(Line),
    postalCode: Type.Optional(Type.String({ pattern: '^[A-Z0-9 -]{3,10}$' })),
    town: Type.Optional(Id),
    district: Type.Optional(Id),
    /** The town's name where the vocabulary has no term for it. */
    locality: Type.Optional(Line),
    lat: Type.Optional(Latitude),
    lng: Type.Optional(Longitude),
    /** Absent: unknown. */
    stepFree: Type.Optional(
      Type.Union([Type.Literal('yes'), Type.Literal('partly'), Type.Literal('no')]),
    ),
    /** `on-request`: only the town ever leaves the feed. Absent: public. */
    visibility: Type.Optional(Type.Union([Type.Literal('public'), Type.Literal('on-request')])),
  },
  { additionalProperties: false },
);
export type Location = Type.Static<typeof Location>;

/** The texts of an offer that may be translated. */
export const OfferTexts = Type.Object(
  {
    title: Type.Optional(Line),
    summary: Type.Optional(Note),
    description: Type.Optional(Text),
    eligibility: Type.Optional(Note),
    schedule: Type.Optional(Note),
    cost: Type.Optional(Note),
    registration: Type.Optional(Note),
    bring: Type.Optional(Note),
  },
  { additionalProperties: false },
);
export type OfferTexts = Type.Static<typeof OfferTexts>;

/** An offer's texts in one further language, and the kind of translator. */
export const Translation = Type.Object(
  {
    by: Type.Union([Type.Literal('person'), Type.Literal('machine')]),
    texts: OfferTexts,
  },
  { additionalProperties: false },
);
export type Translation = Type.Static<typeof Translation>;

/** A condition for taking part that is more than a text. */
export const EligibilityMark = Type.Union([
  Type.Literal('residence-status'),
  Type.Literal('entitlement-certificate'),
  Type.Literal('job-centre'),
  Type.Literal('registered-address'),
]);
export type EligibilityMark = Type.Static<typeof EligibilityMark>;

/**
 * Something offered to people: a course, a meeting point, advice. An absent field means unknown.
 */
export const Offer = Type.Object(
  {
    id: Uuid,
    slug: Slug,
    ...origin,
    /** The provider's id. */
    provider: Uuid,
    status: Type.Union([
      Type.Literal('published'),
      Type.Literal('paused'),
      Type.Literal('ended'),
      Type.Literal('retired'),
    ]),
    /** The time of the record's last change. */
    changed: Type.Optional(Type.String({ format: 'date-time' })),
    checked: Type.Optional(Check),
    /** The language of the texts below; absent: the directory's. */
    language: Type.Optional(LanguageTag),

    title: Line,
    summary: Type.Optional(Note),
    description: Type.Optional(Text),
    kind: Type.Optional(Id),
    topics: Type.Optional(Type.Array(Id)),

    /** None: everyone. */
    audiences: Type.Optional(Type.Array(Id)),
    age: Type.Optional(
      Type.Object(
        {
          from: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
          to: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
        },
        { additionalProperties: false },
      ),
    ),
    only: Type.Optional(Type.Union([Type.Literal('women'), Type.Literal('men')])),
    eligibility: Type.Optional(
      Type.Object(
        { text: Type.Optional(Note), marks: Type.Optional(Type.Array(EligibilityMark)) },
        { additionalProperties: false },
      ),
    ),
    /** Tells whether interpreters are available. */
    interpretation: Type.Optional(Type.Boolean()),

    spoken: Type.Optional(
      Type.Array(
        Type.Object(
          { language: LanguageTag, note: Type.Optional(Line) },
          { additionalProperties: false },
        ),
      ),
    ),
    taught: Type.Optional(LanguageTag),
    level: Type.Optional(
      Type.Object(
        { needed: Type.Optional(Level), reached: Type.Optional(Level) },
        { additionalProperties: false },
      ),
    ),

    locations: Type.Optional(Type.Array(Location, { maxItems: 50 })),
    online: Type.Optional(Type.Boolean()),
    atHome: Type.Optional(Type.Boolean()),
    /** Places that the offer is for, wherever it happens. */
    serves: Type.Optional(Type.Array(Id)),

    schedule: Type.Optional(Schedule),

    cost: Type.Optional(
      Type.Object(
        {
          free: Type.Optional(Type.Boolean()),
          /** In `currency`, for the whole offer unless the text says otherwise. */
          amount: Type.Optional(Type.Number({ minimum: 0 })),
          /** ISO 4217; absent: EUR. */
          currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
          text: Type.Optional(Note),
        },
        { additionalProperties: false },
      ),
    ),
    registration: Type.Optional(
      Type.Object(
        {
          needed: Type.Optional(Type.Boolean()),
          text: Type.Optional(Note),
          until: Type.Optional(LocalDate),
          web: Type.Optional(WebAddress),
        },
        { additionalProperties: false },
      ),
    ),
    /** Tells whether there are seats left. */
    openings: Type.Optional(
      Type.Object(
        {
          state: Type.Union([
            Type.Literal('free'),
            Type.Literal('waiting-list'),
            Type.Literal('full'),
          ]),
          /** The day of that statement. */
          on: Type.Optional(LocalDate),
        },
        { additionalProperties: false },
      ),
    ),
    bring: Type.Optional(Note),
    childcare: Type.Optional(Type.Boolean()),
    contact: Type.Optional(Contact),
    links: Type.Optional(
      Type.Array(Type.Object({ label: Line, url: WebAddress }, { additionalProperties: false }), {
        maxItems: 20,
      }),
    ),

    /** Per language tag. */
    translations: Type.Optional(Type.Record(LanguageTag, Translation)),
  },
  { additionalProperties: false },
);
export type Offer = Type.Static<typeof Offer>;
