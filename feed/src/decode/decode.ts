import type { Card, OffersAnswer } from '../model/wire.js';
import { localTime } from '../time/local.js';
import { list, object, record, text, type Decoder } from './shape.js';

/** The simple members of an offer that its summary shows, and those that every offer has. */
export const plain =
  'id! slug! source provider! title! status=published|paused|ended|retired! summary language kind topics* audiences* only=women|men online? atHome? childcare?';
/** The other members of an offer that a summary shows. */
export const parts = {
  age: object('from# to#'),
  checked: object('on! by'),
  contact: object('phone email'),
  cost: object('currency text free? amount#'),
  locations: list(object('name town district locality')),
  openings: object('state=free|waiting-list|full!'),
  practice: object('reason!'),
  registration: object('needed?'),
  schedule: object('text byAppointment?'),
  spoken: list(object('language!')),
};
/** Translations by the name of what they translate. */
export const texts = record(text);
/** The members of a card besides its offer. */
export const besides = {
  upcoming: list(object('start! end')),
  translation: object('language! by=person|machine!', { 'texts!': texts }),
};
const summary = object(`${plain} rhythm order#!`, { ...parts, ...besides });

const sources = new WeakMap<object, unknown>();
const card: Decoder = (value) => {
  const read = summary(value);
  if (read) sources.set(read, value);
  return read;
};

/** The feed's data on a card whose summary has been read; nothing for another. */
export const wholeDataOf = (read: Card): unknown => sources.get(read);

export const providerHead = object('id! slug! name! kind web logo');
const termList = record(object('label! local parent replacedBy words* lat# lng#'));
/** Every list is there, be it empty. */
const terms: Decoder = (value) => {
  const lists = Object(value) as Record<string, unknown>;
  const read = (name: string) => [name, termList(lists[name]) ?? {}];
  return Object.fromEntries(['topic', 'audience', 'kind', 'place', 'language'].map(read));
};

const timeZone: Decoder = (value) => {
  try {
    localTime(0, value as string);
    return value;
  } catch {
    return undefined;
  }
};

export const answerParts = {
  'terms!': terms,
  'directory!': object(
    'title! language! date! revision#! publisher imprint privacy accessibility reportTo attribution mapLink languages* demo? reports?',
    {
      'timeZone!': timeZone,
      licence: object('name! url'),
    },
  ),
};
export const providers = record(providerHead);
const offersAnswer = object('total#!', {
  ...answerParts,
  'offers!': list(card),
  'providers!': providers,
  'facets!': record(list(object('value! count#!'))),
  'links!': object('self set'),
});

/**
 * Reads what a feed answered, as tolerantly as a page that must not go blank needs it: fields that
 * are not known or do not fit are left out, an offer without id, slug, title or provider is left
 * out, the good ones stay. Nothing where there is no answer to be seen at all; nothing is thrown.
 *
 * Of the cards it reads what their summaries show; `wholeCard` reads the rest.
 */
export const readOffersAnswer = (json: unknown) => offersAnswer(json) as OffersAnswer | undefined;
