import type { OffersAnswer } from '../model/wire.js';
import { LEVELS } from '../query/query.js';
import { list, object, record, text, type Shape } from './shape.js';

const levels = LEVELS.join('|');
export const location = object(
  'name street postalCode town district locality lat# lng# stepFree=yes|partly|no visibility=public|on-request',
);
/** Translations by the name of what they translate. */
export const texts = record(text);
/** What offers and providers say alike. */
export const source = 'id! slug! source licence attribution changed language kind';
export const common = {
  checked: object('on! by'),
  contact: object('role name phone email web namePublic?'),
};

export const offerTexts = `${source} provider! title! status=published|paused|ended|retired! summary taught bring topics* audiences* serves* only=women|men interpretation? online? atHome? childcare?`;
export const offer = {
  ...common,
  age: object('from# to#'),
  eligibility: object('text marks*'),
  spoken: list(object('language! note')),
  level: object(`needed=${levels} reached=${levels}`),
  locations: list(location),
  schedule: object('text validFrom validTo closed* byAppointment? anyTime?', {
    times: list(
      object(
        'dtstart! dtend until freq=WEEKLY|MONTHLY interval# byday* bymonthday# rdate* exdate*',
      ),
    ),
  }),
  cost: object('currency text free? amount#'),
  registration: object('text until web needed?'),
  places: object('on state=free|waiting-list|full!'),
  links: list(object('label! url!')),
};
export const card = object(`${offerTexts} excerpt words order#!`, {
  ...offer,
  upcoming: list(object('start! end')),
  translation: object('language! by=person|machine!', { 'texts!': texts }),
});
export const providerHead = object('id! slug! name! kind web logo');
const termList = record(object('label! parent replacedBy words* lat# lng#'));
/** Every list is there, be it empty. */
const terms: Shape = (value) => {
  const lists = Object(value) as Record<string, unknown>;
  const read = (name: string) => [name, termList(lists[name]) ?? {}];
  return Object.fromEntries(['topic', 'audience', 'kind', 'place', 'language'].map(read));
};

const timeZone: Shape = (value) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value as string });
    return value;
  } catch {
    return undefined;
  }
};

export const about = {
  'terms!': terms,
  'directory!': object(
    'title! language! date! revision#! publisher imprint privacy accessibility reportTo attribution mapLink languages* demo?',
    {
      'timeZone!': timeZone,
      licence: object('name! url'),
    },
  ),
};
export const offers = { ...about, 'offers!': list(card), 'providers!': record(providerHead) };
const offersAnswer = object('total#!', {
  ...offers,
  'facets!': record(list(object('value! count#!'))),
  'links!': object('self first prev next set'),
});

/**
 * Reads what a feed answered, as tolerantly as a page that must not go blank needs it: fields that
 * are not known or do not fit are left out, an offer without id, slug, title or provider is left
 * out, the good ones stay. Nothing where there is no answer to be seen at all; nothing is thrown.
 */
export const readOffersAnswer = (json: unknown) => offersAnswer(json) as OffersAnswer | undefined;
