import type { DirectoryRecord, Network, Offer, Provider, Vocabulary } from '@vielfalt/feed';
import type { Changes } from '@vielfalt/server';
import type { DirectoryState } from '../../server/src/store/store.js';
import { storedOffer, storedProvider, uuid } from '../support/records.js';

/** A Monday, noon in Berlin (winter time). */
export const MONDAY_NOON = Date.parse('2026-11-23T11:00:00Z');

const record: DirectoryRecord = {
  title: 'Beispielverzeichnis',
  publisher: { name: 'Integrationsbüro Beispiel', email: 'buero@example.org' },
  reportTo: 'fehler@example.org',
  timeZone: 'Europe/Berlin',
  language: 'de',
  languages: ['en', 'ar'],
};

const vocabulary: Vocabulary = {
  topic: [
    { id: 'education', label: { de: 'Bildung', en: 'Education', ar: 'تعليم' } },
    {
      id: 'language',
      label: { de: 'Sprache', en: 'Language', ar: 'لغة' },
      synonyms: { de: ['Deutschkurs'] },
      parent: 'education',
    },
    { id: 'sport', label: { de: 'Sport', en: 'Sport', ar: 'رياضة' } },
    { id: 'gymnastics', label: { de: 'Turnen' }, replacedBy: 'sport' },
  ],
  audience: [{ id: 'women', label: { de: 'Frauen', en: 'Women', ar: 'نساء' } }],
  kind: [{ id: 'course', label: { de: 'Kurs', en: 'Course', ar: 'دورة' } }],
  place: [
    { id: 'county', label: { de: 'Kreis' } },
    { id: 'witten', label: { de: 'Witten' }, parent: 'county', lat: 51.44, lng: 7.34 },
    { id: 'hattingen', label: { de: 'Hattingen' }, parent: 'county', lat: 51.4, lng: 7.19 },
  ],
  language: [
    { id: 'de', label: { de: 'Deutsch' } },
    { id: 'ar', label: { de: 'Arabisch' } },
  ],
};

/** A provider of the source `office`. */
export function provider(number: number, more: Partial<Provider> = {}): Provider {
  return storedProvider(number, {
    record: `p${number}`,
    name: `Verein ${number} e. V.`,
    ...more,
  });
}

/** An offer of provider 1 in the source `office`. */
export function offer(number: number, more: Partial<Offer> = {}): Offer {
  return storedOffer(number, {
    id: uuid(1000 + number),
    record: `o${number}`,
    provider: uuid(1),
    changed: '2026-11-01T08:00:00Z',
    title: `Angebot ${number}`,
    ...more,
  });
}

/** A network of the source `office`. */
export function network(number: number, more: Partial<Network> = {}): Network {
  return {
    id: uuid(2000 + number),
    slug: `network-${number}`,
    source: 'office',
    record: `n${number}`,
    changed: '2026-11-01T08:00:00Z',
    name: `Netzwerk ${number}`,
    ...more,
  };
}

/** A small directory with one of everything that the service treats in its own way. */
export function example(): Required<Changes> {
  return {
    directory: structuredClone(record),
    vocabulary: structuredClone(vocabulary),
    lexicon: [],
    sources: [{ id: 'office', name: 'Büro' }],
    providers: [provider(1), provider(2, { status: 'retired', name: 'Früher e. V.' })],
    offers: [
      offer(1, {
        title: 'Deutschkurs am Vormittag',
        topics: ['language'],
        kind: 'course',
        locations: [{ town: 'witten', street: 'Hauptstraße 1', lat: 51.44, lng: 7.34 }],
        schedule: {
          times: [
            {
              dtstart: '2026-09-07T09:00',
              dtend: '2026-09-07T12:00',
              freq: 'WEEKLY',
              byday: ['MO'],
            },
          ],
        },
        translations: { ar: { by: 'person', texts: { title: 'دورة اللغة الألمانية صباحًا' } } },
      }),
      offer(2, { title: 'Ausflug', topics: ['sport'], schedule: { validTo: '2026-11-23' } }),
      offer(3, {
        title: 'Schutzwohnung',
        topics: ['education'],
        audiences: ['women'],
        locations: [
          {
            name: 'Haus Geheim',
            street: 'Verborgene Gasse 9',
            postalCode: '58452',
            town: 'witten',
            lat: 51.4321,
            lng: 7.3321,
            visibility: 'on-request',
          },
        ],
        contact: { name: 'Ungenannte Person', phone: '030 23125 100' },
      }),
      offer(4, { title: 'Turnen', topics: ['gymnastics'], locations: [{ town: 'hattingen' }] }),
      offer(5, { title: 'Gewesen', status: 'retired', changed: '2026-11-20T08:00:00Z' }),
    ],
    networks: [
      network(1, {
        name: 'Runder Tisch Ankommen',
        topics: ['language'],
        places: ['witten'],
        members: [{ provider: uuid(1) }, { name: 'Kita Sonne' }],
        coordinator: { name: 'Büro für Vielfalt' },
        schedule: { times: [{ dtstart: '2026-12-01T17:00', dtend: '2026-12-01T19:00' }] },
      }),
    ],
  };
}

/** What a store gives back of such changes. */
export function stateOf(changes: Required<Changes>, revision = 1): DirectoryState {
  const { sources, providers, offers, networks, ...rest } = changes;
  return {
    ...rest,
    revision,
    sources: [...sources],
    providers: [...providers],
    offers: [...offers],
    networks: [...networks],
  };
}
