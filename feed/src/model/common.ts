import Type from 'typebox';

/** A stable id of a vocabulary term or a source: lowercase letters, digits, hyphens. */
export const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 });

/** A readable name that an address may end in. */
export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 120 });

export const Uuid = Type.String({ format: 'uuid' });

/** A language tag (BCP 47, RFC 5646). */
export const LanguageTag = Type.String({
  pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
  maxLength: 35,
});

/** A calendar date in the directory's time zone: `2026-09-07`. */
export const LocalDate = Type.String({ format: 'date' });

/**
 * A day or a wall-clock moment in the directory's time zone (DATE and DATE-TIME of RFC 5545):
 * `2026-09-07` or `2026-09-07T09:00`.
 */
export const LocalDateOrTime = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d)?$',
});

/** An instant (RFC 3339). */
export const Instant = Type.String({ format: 'date-time' });

/** One line of text. */
export const Line = Type.String({ minLength: 1, maxLength: 300 });

/** Plain text with blank lines between paragraphs and `- ` before list items; never HTML. */
export const Text = Type.String({ minLength: 1, maxLength: 20_000 });

/** A short remark. */
export const Note = Type.String({ minLength: 1, maxLength: 2_000 });

/** An address on the web; readers show it as a link only where `safeLink` agrees. */
export const WebAddress = Type.String({ pattern: '^https?://\\S+$', maxLength: 2_000 });

export const Email = Type.String({ pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', maxLength: 254 });

/** At least three digits: 110 is one. */
export const Phone = Type.String({ pattern: '^[+0-9(][0-9 ()/.\\-–]{2,40}$' });

export const Latitude = Type.Number({ minimum: -90, maximum: 90 });
export const Longitude = Type.Number({ minimum: -180, maximum: 180 });

/** Levels of the Common European Framework of Reference; A0 stands for beginners without any. */
export const Level = Type.Union([
  Type.Literal('A0'),
  Type.Literal('A1'),
  Type.Literal('A2'),
  Type.Literal('B1'),
  Type.Literal('B2'),
  Type.Literal('C1'),
  Type.Literal('C2'),
]);
export type Level = Type.Static<typeof Level>;

/** Text per language tag. */
export const Labels = Type.Record(LanguageTag, Line);
export type Labels = Type.Static<typeof Labels>;

/** Ways to reach somebody. `name` is shown only where `namePublic` says so. */
export const Contact = Type.Object(
  {
    role: Type.Optional(Line),
    name: Type.Optional(Line),
    namePublic: Type.Optional(Type.Boolean()),
    phone: Type.Optional(Phone),
    email: Type.Optional(Email),
    web: Type.Optional(WebAddress),
  },
  { additionalProperties: false },
);
export type Contact = Type.Static<typeof Contact>;

/**
 * The last check of a record against reality, and the office or provider that made it (never a
 * person).
 */
export const Check = Type.Object(
  { on: LocalDate, by: Type.Optional(Line) },
  { additionalProperties: false },
);
export type Check = Type.Static<typeof Check>;

/**
 * The directory that a record was first published in, where it came from another directory's feed. It
 * stays the same however many feeds the record comes through.
 */
export const RecordOrigin = Type.Object(
  {
    /** The directory's public address. */
    directory: WebAddress,
    /** The record's id there. */
    id: Uuid,
    name: Line,
    /** The record's page there. */
    page: WebAddress,
    /** Where mistakes are reported: an e-mail address or a web address. */
    reportTo: Type.Optional(Type.Union([Email, WebAddress])),
  },
  { additionalProperties: false },
);
export type RecordOrigin = Type.Static<typeof RecordOrigin>;

/** The origin of a record: the source's id and the record's own key there. */
export const origin = {
  source: Id,
  record: Type.String({ minLength: 1, maxLength: 300 }),
  sourceUrl: Type.Optional(WebAddress),
  licence: Type.Optional(Line),
  attribution: Type.Optional(Line),
  origin: Type.Optional(RecordOrigin),
};
