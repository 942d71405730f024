import type { Card, DirectoryHead, OfferAnswer, Terms } from '@vielfalt/feed';
import { FeedClient } from '../../widget/src/store/feed-client.js';
import type { CardSettings } from '../../widget/src/store/card-context.js';

const head = (labels: Record<string, string>) =>
  Object.fromEntries(Object.entries(labels).map(([id, label]) => [id, { label }]));

export const terms: Terms = {
  topic: head({ language: 'Sprache', meeting: 'Begegnung', sport: 'Sport' }),
  audience: head({
    women: 'Frauen',
    parents: 'Eltern',
    children: 'Kinder',
    refugees: 'Geflüchtete',
  }),
  kind: head({ course: 'Kurs', 'meeting-point': 'Treffpunkt', counselling: 'Beratung' }),
  place: head({ witten: 'Witten', 'witten-annen': 'Annen', hattingen: 'Hattingen' }),
  language: head({ de: 'Deutsch', ar: 'Arabisch', uk: 'Ukrainisch', tr: 'Türkisch', fa: 'Farsi' }),
};

export const directory: DirectoryHead = {
  title: 'Vielfalt im Musterkreis',
  publisher: 'Amt für Integration, Musterkreis',
  timeZone: 'Europe/Berlin',
  language: 'de',
  languages: ['en', 'ar'],
  reportTo: 'vielfalt@example.org',
  mapLink: 'https://maps.example.org/?lat={lat}&lng={lng}',
  revision: 1,
  date: '2026-09-07',
};

export const PROVIDER = '0b2f6a1e-9a53-5c0e-8d86-2f4e1b0c9d11';

/** Monday, 7 September 2026, 10:30 in Berlin. */
export const MONDAY = Date.parse('2026-09-07T10:30+02:00');

/** What surrounds a card, at a moment of one's choice. */
export function context(now = MONDAY, more: Partial<CardSettings> = {}): CardSettings {
  return {
    directory,
    providers: {
      [PROVIDER]: { id: PROVIDER, slug: 'haus-am-park', name: 'Haus am Park e. V.' },
    },
    terms,
    client: new FeedClient('https://feed.example.org/'),
    lock: {},
    now: () => now,
    ...more,
  };
}

/** An offer of which nothing is known but what has to be, and what a test says. */
export function card(more: Partial<Card> = {}): Card {
  return {
    id: '5f1d7c1c-3c57-5b7a-9b0e-6f0d2f8a7c01',
    slug: 'cafe-vielfalt',
    source: 'office',
    provider: PROVIDER,
    status: 'published',
    title: 'Café Vielfalt',
    order: 0,
    ...more,
  };
}

/** A meeting point on Mondays and Wednesdays from nine to twelve. */
export const MORNINGS: Card['schedule'] = {
  times: [
    {
      dtstart: '2026-01-05T09:00',
      dtend: '2026-01-05T12:00',
      freq: 'WEEKLY',
      byday: ['MO', 'WE'],
    },
  ],
};

/** The feed's answer for one offer. */
export function offerAnswer(shown: Card, description?: string): OfferAnswer {
  const { excerpt: _, order: _order, translation: _translation, ...offer } = shown;
  const { providers } = context();
  return {
    directory,
    offer: { ...offer, ...(description && { description }) },
    card: shown,
    provider: providers[PROVIDER] ?? { id: PROVIDER, slug: 'haus-am-park', name: 'Haus am Park' },
    terms,
  };
}
