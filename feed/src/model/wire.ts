import Type from 'typebox';
import { Id, LanguageTag, Line, Uuid } from './common.js';
import { DirectoryRecord } from './directory.js';
import { GoodPractice, Offer } from './offer.js';
import { Provider } from './provider.js';
import { Occurrence } from './schedule.js';

/** The directory as every answer names it. */
export const DirectoryHead = Type.Object({
  ...Type.Pick(DirectoryRecord, [
    'title',
    'imprint',
    'privacy',
    'accessibility',
    'reportTo',
    'timeZone',
    'language',
    'languages',
    'licence',
    'attribution',
    'mapLink',
    'calendar',
    'demo',
  ]).properties,
  publisher: Line,
  /** Visitors may say what is wrong of offers and providers: `POST /v1/reports`. */
  reports: Type.Optional(Type.Boolean()),
  /**
   * The names to credit: the directory's sources and the dictionaries that search has words from.
   */
  attribution: Type.Optional(Type.String()),
  /** Grows by one with each change of the data. */
  revision: Type.Integer(),
  /** The local date in the directory's zone that the answer is true for. */
  date: Type.String({ format: 'date' }),
});
export type DirectoryHead = Type.Static<typeof DirectoryHead>;

/**
 * An offer as lists show it and local search reads it: without the full description, tombstones,
 * private details and languages other than the requested one and its own.
 */
export const Card = Type.Object({
  ...Type.Omit(Offer, ['description', 'translations', 'record', 'sourceUrl', 'practice'])
    .properties,
  /** Says that the offer is good practice, and why; the offer itself says the rest. */
  practice: Type.Optional(Type.Pick(GoodPractice, ['reason'])),
  /** The first 400 characters of the description. */
  excerpt: Type.Optional(Type.String()),
  /** The texts in the requested language, where the offer has them. */
  translation: Type.Optional(
    Type.Object({
      language: LanguageTag,
      by: Type.Union([Type.Literal('person'), Type.Literal('machine')]),
      texts: Type.Object({
        title: Type.Optional(Type.String()),
        summary: Type.Optional(Type.String()),
        excerpt: Type.Optional(Type.String()),
        eligibility: Type.Optional(Type.String()),
        schedule: Type.Optional(Type.String()),
        cost: Type.Optional(Type.String()),
        registration: Type.Optional(Type.String()),
        bring: Type.Optional(Type.String()),
        practiceReason: Type.Optional(Type.String()),
      }),
    }),
  ),
  /**
   * The part of the schedule that matters on the answer's date: the occurrences that begin on that
   * day or are still running when it begins, and the next two after it, within 400 days; in their
   * order.
   */
  upcoming: Type.Optional(Type.Array(Occurrence)),
  /**
   * Its regular times, briefly and in the answer's language: `Mo–Do 14–16 Uhr · und weitere`.
   * Absent where it has single dates only. It is printed, never parsed.
   */
  rhythm: Type.Optional(Type.String()),
  /** The offer's rank by title in the whole directory's collation: the last tie-breaker. */
  order: Type.Integer(),
});
export type Card = Type.Static<typeof Card>;

/** The data that a card needs of its provider. */
export const ProviderHead = Type.Pick(Provider, ['id', 'slug', 'name', 'kind', 'web', 'logo']);
export type ProviderHead = Type.Static<typeof ProviderHead>;

/**
 * A term's label in the requested language. `words`, its labels and synonyms of all languages, are
 * for the service alone.
 */
export const TermHead = Type.Object({
  label: Line,
  /** For a place: its name in the directory's own language, where the label differs. */
  local: Type.Optional(Line),
  parent: Type.Optional(Id),
  replacedBy: Type.Optional(Id),
  words: Type.Optional(Type.Array(Line)),
  lat: Type.Optional(Type.Number()),
  lng: Type.Optional(Type.Number()),
});
export type TermHead = Type.Static<typeof TermHead>;

/** Terms by list and id. */
export const Terms = Type.Object({
  topic: Type.Record(Type.String(), TermHead),
  audience: Type.Record(Type.String(), TermHead),
  kind: Type.Record(Type.String(), TermHead),
  place: Type.Record(Type.String(), TermHead),
  language: Type.Record(Type.String(), TermHead),
});
export type Terms = Type.Static<typeof Terms>;

/** One choice of a facet and the number of offers it would show. */
export const FacetValue = Type.Object({ value: Type.String(), count: Type.Integer() });
export type FacetValue = Type.Static<typeof FacetValue>;

/** Counts per facet; each facet's counts leave that facet's own choice out. */
export const Facets = Type.Record(Type.String(), Type.Array(FacetValue));
export type Facets = Type.Static<typeof Facets>;

/** The remains of an offer that has gone; only answers to `changed` have these. */
export const Tombstone = Type.Object({
  id: Uuid,
  slug: Type.String(),
  status: Type.Literal('retired'),
  changed: Type.String({ format: 'date-time' }),
});
export type Tombstone = Type.Static<typeof Tombstone>;

/** `GET /v1/offers`. */
export const OffersAnswer = Type.Object({
  directory: DirectoryHead,
  total: Type.Integer(),
  offers: Type.Array(Card),
  tombstones: Type.Optional(Type.Array(Tombstone)),
  /** By id: the providers that the offers mention. */
  providers: Type.Record(Type.String(), ProviderHead),
  /** The terms that offers and facets mention, with their parents. */
  terms: Terms,
  facets: Facets,
  links: Type.Object({
    self: Type.String(),
    first: Type.Optional(Type.String()),
    prev: Type.Optional(Type.String()),
    next: Type.Optional(Type.String()),
    /**
     * A link to all cards inside the lock, where they are few enough for a browser to search by
     * itself.
     */
    set: Type.Optional(Type.String()),
  }),
});
export type OffersAnswer = Type.Static<typeof OffersAnswer>;

/**
 * The places of words in a set's offers, and their frequency in the whole directory, so that a
 * search over a part of it ranks as over the whole.
 */
export const SearchData = Type.Object({
  /** The number of documents in the whole directory. */
  documents: Type.Integer(),
  /** Stems of folded words, sorted by code unit, with a space between them. */
  words: Type.String(),
  /** For each word: the number of documents of the whole directory that have it. */
  counts: Type.Array(Type.Integer()),
  /**
   * For each word: its places, as `64 * offer + impact`, ascending; `offer` counts the set's offers
   * from 0, `impact` is the weight of the word there, 1 to 63.
   */
  places: Type.Array(Type.Array(Type.Integer())),
  /** Folded words that occur in questions about anything, with a space between them. */
  stopWords: Type.String(),
});
export type SearchData = Type.Static<typeof SearchData>;

/** `GET /v1/offers/set`: every card inside the lock, and the data that search needs of them. */
export const SetAnswer = Type.Object({
  directory: DirectoryHead,
  offers: Type.Array(Card),
  providers: Type.Record(Type.String(), ProviderHead),
  terms: Terms,
  search: SearchData,
});
export type SetAnswer = Type.Static<typeof SetAnswer>;

/** The German meaning of some words of a question, as far as it is known. */
export const Sense = Type.Object({
  /** Folded words that stand together in the question: `курси німецької`. */
  asked: Type.String(),
  /** The language in which they mean it. */
  language: LanguageTag,
  /** German words for it, the likeliest first; none where it means nothing. */
  means: Type.Array(Type.String()),
  /** Their weight, where other words count 1; absent: 1. */
  weight: Type.Optional(Type.Number({ minimum: 0 })),
});
export type Sense = Type.Static<typeof Sense>;

/** Words of a question that could be a filter instead. */
export const QuestionChoice = Type.Object({
  /** The words as they are in the question. */
  asked: Type.String(),
  /** Their start and end there, in UTF-16 code units. */
  start: Type.Integer({ minimum: 0 }),
  end: Type.Integer({ minimum: 0 }),
  /** The parameter of a query that filters by it: `place`, `day`, `free`. */
  name: Type.String(),
  /** Its value as in an address: `witten`, `sa,su`, `18:00-24:00`, `yes`. */
  value: Type.String(),
  /** The name of the filter in the requested language. */
  label: Type.String(),
});
export type QuestionChoice = Type.Static<typeof QuestionChoice>;

/** A topic or place to look at where words find nothing. */
export const NearTerm = Type.Object({
  name: Type.Union([Type.Literal('topic'), Type.Literal('place')]),
  value: Type.String(),
  /** The label in the requested language. */
  label: Type.String(),
  /** The number of its offers inside the lock. */
  total: Type.Integer({ minimum: 1 }),
});
export type NearTerm = Type.Static<typeof NearTerm>;

/**
 * `GET /v1/question`: the meaning of a question; searches of a set use it, too. A feed of an
 * earlier version gives only the senses.
 */
export const QuestionAnswer = Type.Object({
  senses: Type.Array(Sense),
  /**
   * Stems of the directory's words that the question finds in offers inside the lock, the most
   * telling first: with them, a shown offer is marked with the reason why it was found.
   */
  found: Type.Optional(Type.Array(Type.String(), { maxItems: 200 })),
  /** In the order of the question; no two of the same words. */
  choices: Type.Optional(Type.Array(QuestionChoice)),
  /** Only where the words by themselves find nothing inside the lock. */
  nearest: Type.Optional(Type.Array(NearTerm, { maxItems: 6 })),
});
export type QuestionAnswer = Type.Static<typeof QuestionAnswer>;

/** An offer as `/v1/offers/{id|slug}` shows it: everything public. */
export const PublicOffer = Type.Object({
  ...Type.Omit(Offer, ['record']).properties,
});
export type PublicOffer = Type.Static<typeof PublicOffer>;

/** `GET /v1/offers/{id|slug}`. */
export const OfferAnswer = Type.Object({
  directory: DirectoryHead,
  offer: PublicOffer,
  /** The same offer as lists show it. */
  card: Card,
  provider: ProviderHead,
  terms: Terms,
});
export type OfferAnswer = Type.Static<typeof OfferAnswer>;

/** Problem details (RFC 9457). */
export const ProblemDetails = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  /** For a malformed request: each parameter that is wrong. */
  problems: Type.Optional(
    Type.Array(
      Type.Object({
        parameter: Type.String(),
        value: Type.String(),
        detail: Type.String(),
        nearest: Type.Optional(Type.String()),
      }),
    ),
  ),
});
export type ProblemDetails = Type.Static<typeof ProblemDetails>;
