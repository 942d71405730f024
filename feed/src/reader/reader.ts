import type { OfferAnswer, OffersAnswer, ProviderAnswer, SetAnswer } from '../model/wire.js';
import { LEVELS } from '../query/query.js';
import { flag, list, number, object, record, text, word, type Shape } from './shape.js';

const contact = object('role name phone email web', { namePublic: flag });
const checked = object('on! by');
const location = object('name street postalCode town district locality', {
  lat: number,
  lng: number,
  stepFree: word('yes', 'partly', 'no'),
  visibility: word('public', 'on-request'),
});
const schedule = object('text validFrom validTo', {
  times: list(
    object('dtstart! dtend until', {
      freq: word('WEEKLY', 'MONTHLY'),
      interval: number,
      byday: list(text),
      bymonthday: number,
      rdate: list(text),
      exdate: list(text),
    }),
  ),
  closed: list(word('public-holidays', 'school-holidays')),
  byAppointment: flag,
  anyTime: flag,
});
const translation = {
  'by!': word('person', 'machine'),
  'texts!': object(
    'title summary description excerpt eligibility schedule cost registration bring',
  ),
};
const level = word(...LEVELS);

const offerTexts =
  'id! slug! provider! title! source licence attribution changed language summary kind taught bring';
const offer = {
  'status!': word('published', 'paused', 'ended', 'retired'),
  checked,
  topics: list(text),
  audiences: list(text),
  age: object('', { from: number, to: number }),
  only: word('women', 'men'),
  eligibility: object('text', { marks: list(text) }),
  interpretation: flag,
  spoken: list(object('language! note')),
  level: object('', { needed: level, reached: level }),
  locations: list(location),
  online: flag,
  atHome: flag,
  serves: list(text),
  schedule,
  cost: object('currency text', { free: flag, amount: number }),
  registration: object('text until web', { needed: flag }),
  places: object('on', { 'state!': word('free', 'waiting-list', 'full') }),
  childcare: flag,
  contact,
  links: list(object('label! url!')),
};

const card = object(`${offerTexts} excerpt words`, {
  ...offer,
  translation: object('language!', translation),
  'order!': number,
});
const fullOffer = object(`${offerTexts} sourceUrl description`, {
  ...offer,
  translations: record(object('', translation)),
});

const providerTexts = 'id! slug! name! kind web logo';
const providerHead = object(providerTexts);
const provider = object(
  `${providerTexts} source sourceUrl licence attribution changed language description`,
  {
    status: word('published', 'retired'),
    checked,
    address: location,
    contact,
    networks: list(text),
  },
);

const termList = record(
  object('label! parent replacedBy', { words: list(text), lat: number, lng: number }),
);
const VOCABULARY_LISTS = ['topic', 'audience', 'kind', 'place', 'language'];
/** Every list is there, be it empty. */
const terms: Shape = (value) =>
  Object.fromEntries(
    VOCABULARY_LISTS.map((name) => [
      name,
      termList((value as Partial<Record<string, unknown>> | undefined)?.[name]) ?? {},
    ]),
  );

const timeZone: Shape = (value) => {
  if (typeof value !== 'string') return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value;
  } catch {
    return undefined;
  }
};

const directory = object(
  'title! language! date! publisher imprint privacy accessibility reportTo attribution mapLink',
  {
    'timeZone!': timeZone,
    'revision!': number,
    languages: list(text),
    licence: object('name! url'),
    calendar: object('', {
      'publicHolidays!': list(object('date! name')),
      'schoolHolidays!': list(object('from! to! name')),
    }),
    demo: flag,
  },
);

const about = { 'directory!': directory, 'terms!': terms };
const offers = { 'offers!': list(card), 'providers!': record(providerHead) };
const offersAnswer = object('', {
  ...about,
  ...offers,
  'total!': number,
  'facets!': record(list(object('value!', { 'count!': number }))),
  'links!': object('self first prev next set'),
});
const setAnswer = object('', { ...about, ...offers });
const offerAnswer = object('', {
  ...about,
  'offer!': fullOffer,
  'card!': card,
  'provider!': providerHead,
});
const providerAnswer = object('', { ...about, 'provider!': provider, offers: number });

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
