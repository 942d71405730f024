import type { OfferAnswer, OffersAnswer, ProviderAnswer, SetAnswer } from '../model/wire.js';
import { LEVELS } from '../query/query.js';
import { flag, list, number, object, record, text, word, type Shape } from './shape.js';

const contact = object({
  role: text,
  name: text,
  namePublic: flag,
  phone: text,
  email: text,
  web: text,
});
const checked = object({ 'on!': text, by: text });
const location = object({
  name: text,
  street: text,
  postalCode: text,
  town: text,
  district: text,
  locality: text,
  lat: number,
  lng: number,
  stepFree: word('yes', 'partly', 'no'),
  visibility: word('public', 'on-request'),
});
const schedule = object({
  times: list(
    object({
      'dtstart!': text,
      dtend: text,
      freq: word('WEEKLY', 'MONTHLY'),
      interval: number,
      byday: list(text),
      bymonthday: number,
      until: text,
      rdate: list(text),
      exdate: list(text),
    }),
  ),
  closed: list(word('public-holidays', 'school-holidays')),
  byAppointment: flag,
  anyTime: flag,
  text,
  validFrom: text,
  validTo: text,
});
const translatable = {
  title: text,
  summary: text,
  description: text,
  excerpt: text,
  eligibility: text,
  schedule: text,
  cost: text,
  registration: text,
  bring: text,
};
const by = word('person', 'machine');
const level = word(...LEVELS);

const offer = {
  'id!': text,
  'slug!': text,
  'provider!': text,
  'title!': text,
  'status!': word('published', 'paused', 'ended', 'retired'),
  source: text,
  licence: text,
  attribution: text,
  changed: text,
  checked,
  language: text,
  summary: text,
  kind: text,
  topics: list(text),
  audiences: list(text),
  age: object({ from: number, to: number }),
  only: word('women', 'men'),
  eligibility: object({ text, marks: list(text) }),
  interpretation: flag,
  spoken: list(object({ 'language!': text, note: text })),
  taught: text,
  level: object({ needed: level, reached: level }),
  locations: list(location),
  online: flag,
  atHome: flag,
  serves: list(text),
  schedule,
  cost: object({ free: flag, amount: number, currency: text, text }),
  registration: object({ needed: flag, text, until: text, web: text }),
  places: object({ 'state!': word('free', 'waiting-list', 'full'), on: text }),
  bring: text,
  childcare: flag,
  contact,
  links: list(object({ 'label!': text, 'url!': text })),
};

const card = object({
  ...offer,
  excerpt: text,
  words: text,
  translation: object({ 'language!': text, 'by!': by, 'texts!': object(translatable) }),
  'order!': number,
});
const fullOffer = object({
  ...offer,
  sourceUrl: text,
  description: text,
  translations: record(object({ 'by!': by, 'texts!': object(translatable) })),
});

const providerHead = {
  'id!': text,
  'slug!': text,
  'name!': text,
  kind: text,
  web: text,
  logo: text,
};
const provider = object({
  ...providerHead,
  source: text,
  sourceUrl: text,
  licence: text,
  attribution: text,
  status: word('published', 'retired'),
  changed: text,
  checked,
  language: text,
  description: text,
  address: location,
  contact,
  networks: list(text),
});

const term = object({
  'label!': text,
  parent: text,
  replacedBy: text,
  words: list(text),
  lat: number,
  lng: number,
});
const termsByList = object({
  topic: record(term),
  audience: record(term),
  kind: record(term),
  place: record(term),
  language: record(term),
});
const terms: Shape = (value) => ({
  topic: {},
  audience: {},
  kind: {},
  place: {},
  language: {},
  ...(termsByList(value) as object | undefined),
});

const timeZone: Shape = (value) => {
  if (typeof value !== 'string') return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value;
  } catch {
    return undefined;
  }
};

const directory = object({
  'title!': text,
  'timeZone!': timeZone,
  'language!': text,
  'date!': text,
  'revision!': number,
  publisher: text,
  imprint: text,
  privacy: text,
  accessibility: text,
  reportTo: text,
  languages: list(text),
  licence: object({ 'name!': text, url: text }),
  attribution: text,
  mapLink: text,
  calendar: object({
    'publicHolidays!': list(object({ 'date!': text, name: text })),
    'schoolHolidays!': list(object({ 'from!': text, 'to!': text, name: text })),
  }),
  demo: flag,
});

const offersAnswer = object({
  'directory!': directory,
  'total!': number,
  'offers!': list(card),
  'providers!': record(object(providerHead)),
  'terms!': terms,
  'facets!': record(list(object({ 'value!': text, 'count!': number }))),
  'links!': object({ self: text, first: text, prev: text, next: text, set: text }),
});
const setAnswer = object({
  'directory!': directory,
  'offers!': list(card),
  'providers!': record(object(providerHead)),
  'terms!': terms,
});
const offerAnswer = object({
  'directory!': directory,
  'offer!': fullOffer,
  'card!': card,
  'provider!': object(providerHead),
  'terms!': terms,
});
const providerAnswer = object({
  'directory!': directory,
  'provider!': provider,
  offers: number,
  'terms!': terms,
});

/**
 * Reads what a feed answered, as tolerantly as a page that must not go blank needs it: fields that
 * are not known or do not fit are left out, an offer without id, slug, title or provider is left
 * out, the good ones stay. Nothing where there is no answer to be seen at all; nothing is thrown.
 */
export const readOffersAnswer = (json: unknown) => offersAnswer(json) as OffersAnswer | undefined;

/** Like `readOffersAnswer`, for the whole set inside a lock. */
export const readSetAnswer = (json: unknown) => setAnswer(json) as SetAnswer | undefined;

/** Like `readOffersAnswer`, for one offer. */
export const readOfferAnswer = (json: unknown) => offerAnswer(json) as OfferAnswer | undefined;

/** Like `readOffersAnswer`, for one provider. */
export const readProviderAnswer = (json: unknown) =>
  providerAnswer(json) as ProviderAnswer | undefined;
