import Type from 'typebox';
import { LocalDate, LocalDateTime, Note } from './common.js';

/**
 * One appointment or series in the terms of RFC 5545, as wall-clock times of the directory's zone:
 * a subset of RRULE (weekly, monthly), RDATE and EXDATE. Without `freq` it happens once.
 */
export const Recurrence = Type.Object(
  {
    dtstart: LocalDateTime,
    /** End of the first occurrence: the same day or the next. Absent: the end is not known. */
    dtend: Type.Optional(LocalDateTime),
    freq: Type.Optional(Type.Union([Type.Literal('WEEKLY'), Type.Literal('MONTHLY')])),
    interval: Type.Optional(Type.Integer({ minimum: 1, maximum: 52 })),
    /** Weekly: `MO`. Monthly: `1TU` (first Tuesday) or `-1FR` (last Friday). */
    byday: Type.Optional(
      Type.Array(Type.String({ pattern: '^([1-5]|-1)?(MO|TU|WE|TH|FR|SA|SU)$' }), { minItems: 1 }),
    ),
    /** Monthly only, instead of `byday`: 1 to 31. Months without that day are left out. */
    bymonthday: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
    /** The last day on which an occurrence may begin. */
    until: Type.Optional(LocalDate),
    /** Further days, at the same time of day. */
    rdate: Type.Optional(Type.Array(LocalDate)),
    /** Days that are left out. */
    exdate: Type.Optional(Type.Array(LocalDate)),
  },
  { additionalProperties: false },
);
export type Recurrence = Type.Static<typeof Recurrence>;

/** One meeting, as wall-clock times of the directory's zone. */
export const Occurrence = Type.Object({
  start: LocalDateTime,
  /** Absent where it is not known. */
  end: Type.Optional(LocalDateTime),
});
export type Occurrence = Type.Static<typeof Occurrence>;

/** When an offer takes place. */
export const Schedule = Type.Object(
  {
    times: Type.Optional(Type.Array(Recurrence, { maxItems: 60 })),
    closed: Type.Optional(
      Type.Array(Type.Union([Type.Literal('public-holidays'), Type.Literal('school-holidays')])),
    ),
    byAppointment: Type.Optional(Type.Boolean()),
    /** One may join at any time. */
    anyTime: Type.Optional(Type.Boolean()),
    text: Type.Optional(Note),
    validFrom: Type.Optional(LocalDate),
    /** The last day of the offer; the day after, it is no longer shown. */
    validTo: Type.Optional(LocalDate),
  },
  { additionalProperties: false },
);
export type Schedule = Type.Static<typeof Schedule>;
