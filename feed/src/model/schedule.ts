import Type from 'typebox';
import { LocalDate, LocalDateOrTime, Note } from './common.js';

/**
 * One appointment or series in the terms of RFC 5545, as wall-clock times of the directory's zone:
 * a subset of RRULE (weekly, monthly), RDATE and EXDATE. Without `freq` it happens once.
 *
 * With a date alone as `dtstart` (VALUE=DATE), it lasts whole days and has no time of day.
 */
export const Recurrence = Type.Object(
  {
    dtstart: LocalDateOrTime,
    /**
     * End of the first occurrence, of the same kind as `dtstart`. A moment: the same day or the next,
     * at most 31 days later where it happens once; absent: the end is not known. A date: the day
     * after the last one (RFC 5545, 3.6.1: DTEND is not part of it), at most 31 days after
     * `dtstart`; absent: one day.
     */
    dtend: Type.Optional(LocalDateOrTime),
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
    /** Further days, at the same time of day where there is one. */
    rdate: Type.Optional(Type.Array(LocalDate)),
    /** Days that are left out. */
    exdate: Type.Optional(Type.Array(LocalDate)),
  },
  { additionalProperties: false },
);
export type Recurrence = Type.Static<typeof Recurrence>;

/**
 * One meeting, as wall-clock times of the directory's zone; one that lasts whole days has dates
 * alone and always an `end`, the day after its last one. Compared as texts, moments and dates are
 * in order.
 */
export const Occurrence = Type.Object({
  start: LocalDateOrTime,
  /** Absent where it is not known. */
  end: Type.Optional(LocalDateOrTime),
});
export type Occurrence = Type.Static<typeof Occurrence>;

/** The times at which an offer takes place. */
export const Schedule = Type.Object(
  {
    times: Type.Optional(Type.Array(Recurrence, { maxItems: 60 })),
    closed: Type.Optional(
      Type.Array(Type.Union([Type.Literal('public-holidays'), Type.Literal('school-holidays')])),
    ),
    byAppointment: Type.Optional(Type.Boolean()),
    /** Tells whether people may join at any time. */
    anyTime: Type.Optional(Type.Boolean()),
    text: Type.Optional(Note),
    validFrom: Type.Optional(LocalDate),
    /** The last day of the offer; from the next day, it is no longer shown. */
    validTo: Type.Optional(LocalDate),
  },
  { additionalProperties: false },
);
export type Schedule = Type.Static<typeof Schedule>;
