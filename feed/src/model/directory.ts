import Type from 'typebox';
import { Email, Labels, LanguageTag, Line, LocalDate, Note, WebAddress } from './common.js';

/** Public holidays and school holidays, in the directory's zone; both ends are included. */
export const HolidayCalendar = Type.Object(
  {
    publicHolidays: Type.Array(
      Type.Object({ date: LocalDate, name: Line }, { additionalProperties: false }),
    ),
    schoolHolidays: Type.Array(
      Type.Object({ from: LocalDate, to: LocalDate, name: Line }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);
export type HolidayCalendar = Type.Static<typeof HolidayCalendar>;

/** One step through the first weeks of a newly arrived family. */
export const FirstStep = Type.Object(
  {
    /** Its heading. */
    label: Labels,
    /** One or two sentences below it. */
    about: Type.Optional(Labels),
    /** The offers that help with it, as an address asks for them: `topic=school&free=yes`. */
    query: Type.String({ minLength: 1, maxLength: 500 }),
    /** Only offers in the reader's language, where there are some. */
    ownLanguage: Type.Optional(Type.Literal(true)),
  },
  { additionalProperties: false },
);
export type FirstStep = Type.Static<typeof FirstStep>;

/** The directory itself: who publishes it and under which terms. One per feed. */
export const DirectoryRecord = Type.Object(
  {
    title: Line,
    publisher: Type.Object(
      {
        name: Line,
        address: Type.Optional(Note),
        email: Type.Optional(Email),
        web: Type.Optional(WebAddress),
      },
      { additionalProperties: false },
    ),
    imprint: Type.Optional(WebAddress),
    privacy: Type.Optional(WebAddress),
    accessibility: Type.Optional(WebAddress),
    /** The address for "this is wrong": an e-mail address or a web address. */
    reportTo: Type.Optional(Type.Union([Email, WebAddress])),
    /** The addresses of those who may enter the office's pages; never told to anybody else. */
    keepers: Type.Optional(Type.Array(Email, { maxItems: 100 })),
    /** The feed's public address; never taken from a request. */
    baseUrl: Type.Optional(WebAddress),
    /** An IANA time zone name. */
    timeZone: Line,
    /** The language that records are written in unless they say otherwise. */
    language: LanguageTag,
    /** Further languages that have labels. */
    languages: Type.Array(LanguageTag),
    licence: Type.Optional(
      Type.Object({ name: Line, url: Type.Optional(WebAddress) }, { additionalProperties: false }),
    ),
    attribution: Type.Optional(Line),
    /** An https address with `{lat}` and `{lng}` in it; followed only by a visitor's click. */
    mapLink: Type.Optional(Type.String({ pattern: '^https://\\S+$', maxLength: 500 })),
    calendar: Type.Optional(HolidayCalendar),
    /** The number of offers that a browser may search by itself. */
    localLimit: Type.Optional(Type.Integer({ minimum: 0, maximum: 20_000 })),
    /** The steps of the page for newly arrived families, in their order; absent: our own. */
    firstWeeks: Type.Optional(Type.Array(FirstStep, { maxItems: 20 })),
    /** Marks a demo; shown wherever the directory is. */
    demo: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type DirectoryRecord = Type.Static<typeof DirectoryRecord>;
