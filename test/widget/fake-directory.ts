import {
  termHeads,
  termTree,
  toCard,
  type Card,
  type DirectoryHead,
  type Offer,
  type Provider,
  type ProviderHead,
  type Terms,
} from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';

/** An invented directory of a few dozen offers, alike at each run. */

const id = (kind: number, index: number) =>
  `0000000${kind}-0000-5000-8000-${String(index).padStart(12, '0')}`;

const TOWNS = ['witten', 'hattingen', 'schwelm', 'herdecke', 'gevelsberg'];
const POINTS: Record<string, [number, number]> = {
  witten: [51.4436, 7.3353],
  hattingen: [51.3992, 7.1858],
  schwelm: [51.2861, 7.2933],
  herdecke: [51.3997, 7.4336],
  gevelsberg: [51.3196, 7.3378],
};

const THEMES: Pick<Offer, 'title' | 'summary' | 'description' | 'kind' | 'topics' | 'audiences'>[] =
  [
    {
      title: 'Deutschkurs für Anfängerinnen und Anfänger',
      summary: 'Erste Wörter, einfache Sätze, viel Zeit zum Üben.',
      description:
        'In kleinen Gruppen lernen Sie Deutsch für den Alltag: einkaufen, zum Arzt gehen, mit der Schule sprechen.\n\n- Lernmaterial bekommen Sie im Kurs\n- Sie können jederzeit dazukommen',
      kind: 'course',
      topics: ['language'],
    },
    {
      title: 'Sprachcafé',
      summary: 'Bei Kaffee und Tee ins Gespräch kommen.',
      description: 'Ohne Anmeldung, ohne Noten, mit Menschen aus der Nachbarschaft.',
      kind: 'meeting-point',
      topics: ['conversation', 'meeting'],
    },
    {
      title: 'Hausaufgabenhilfe',
      summary: 'Hilfe bei den Aufgaben der Klassen 1 bis 6.',
      description: 'Ehrenamtliche helfen beim Lesen, Rechnen und Schreiben.',
      kind: 'learning-support',
      topics: ['homework'],
      audiences: ['children', 'youth'],
    },
    {
      title: 'Beratung zum Aufenthalt',
      summary: 'Fragen zu Aufenthalt, Familie und Einbürgerung.',
      description: 'Wir lesen Briefe mit Ihnen und helfen bei Anträgen.',
      kind: 'counselling',
      topics: ['law-residence'],
      audiences: ['refugees'],
    },
    {
      title: 'Schwimmen lernen für Frauen',
      summary: 'Im geschützten Rahmen, mit Trainerinnen.',
      description: 'Zwei Bahnen sind für uns reserviert.',
      kind: 'sport-offer',
      topics: ['swimming'],
      audiences: ['women'],
    },
    {
      title: 'Nähwerkstatt',
      summary: 'Nähen lernen, Kleidung ändern, Stoffe tauschen.',
      description: 'Maschinen sind da.',
      kind: 'workshop',
      topics: ['crafts'],
    },
    {
      title: 'Bewerbungshilfe',
      summary: 'Lebenslauf schreiben und Stellen suchen.',
      description: 'Bringen Sie Ihre Zeugnisse mit.',
      kind: 'counselling',
      topics: ['job-search'],
    },
  ];

const NAMES = [
  'Haus der Begegnung',
  'Lernwerk e. V.',
  'Beratungsstelle Brücke',
  'Sportverein Ruhrtal',
  'Stadtbücherei am Markt',
];

const providers: Provider[] = NAMES.map((name, index) => ({
  id: id(1, index),
  slug: name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ü/g, 'ue')
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, ''),
  source: 'office',
  record: String(index),
  name,
}));

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR'];

export const offers: Offer[] = Array.from({ length: 45 }, (_, index) => {
  const theme = THEMES[index % THEMES.length]!;
  const town = TOWNS[(index * 3) % TOWNS.length]!;
  const label = town[0]!.toUpperCase() + town.slice(1);
  const [lat, lng] = POINTS[town]!;
  const day = index % DAYS.length;
  const date = `2026-01-${String(5 + day).padStart(2, '0')}`;
  return {
    ...theme,
    id: id(2, index),
    slug: `angebot-${index}`,
    source: 'office',
    record: String(index),
    provider: providers[index % providers.length]!.id,
    status: 'published',
    title: `${theme.title} ${label}${index >= 35 ? ' am Abend' : ''}`,
    spoken: [{ language: 'de' }, ...(index % 3 === 0 ? [{ language: 'ar' }] : [])],
    locations: [
      {
        name: 'Haus am Markt',
        street: `Marktstraße ${index + 1}`,
        postalCode: '58452',
        town,
        lat: lat + index / 1000,
        lng,
        ...(index % 2 === 0 && { stepFree: 'yes' as const }),
      },
    ],
    schedule: {
      times: [
        {
          dtstart: `${date}T${index >= 35 ? '18' : '10'}:00`,
          dtend: `${date}T${index >= 35 ? '20' : '12'}:00`,
          freq: 'WEEKLY',
          byday: [DAYS[day]!],
        },
      ],
    },
    ...(index % 4 !== 3 && { cost: { free: true } }),
    ...(index % 5 === 0 && { openings: { state: 'free' as const, on: '2026-09-01' } }),
    checked: { on: '2026-08-20', by: 'Büro für Vielfalt' },
    contact: { role: 'Büro', phone: '030 23125 123', email: 'kontakt@example.org' },
    ...(index === 0 && {
      translations: {
        en: { by: 'machine' as const, texts: { title: 'German course for beginners in Witten' } },
      },
    }),
  } satisfies Offer;
});

export const directory: DirectoryHead = {
  title: 'Vielfalt im Musterkreis',
  publisher: 'Büro für Vielfalt, Musterkreis',
  imprint: 'https://example.org/impressum',
  privacy: 'https://example.org/datenschutz',
  accessibility: 'https://example.org/barrierefreiheit',
  reportTo: 'vielfalt@example.org',
  timeZone: 'Europe/Berlin',
  language: 'de',
  languages: ['en', 'ar'],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  mapLink: 'https://maps.example.org/?lat={lat}&lng={lng}',
  revision: 7,
  date: '2026-09-07',
  demo: true,
};

export const providerHeads: Record<string, ProviderHead> = Object.fromEntries(
  providers.map((each) => [each.id, { id: each.id, slug: each.slug, name: each.name }]),
);

/** The shapes of the towns. */
export const areas = Object.fromEntries(
  defaultVocabulary.place.flatMap(({ id, area }) => (area ? [[id, area] as const] : [])),
);

export function terms(lang: string): Terms {
  return termHeads(defaultVocabulary, lang, 'de');
}

/** All cards, as the feed shows them in a language. */
export function cards(lang: string): Card[] {
  const byTitle = [...offers].sort(
    (a, b) => a.title.localeCompare(b.title, 'de') || (a.id < b.id ? -1 : 1),
  );
  const tree = termTree(terms(lang));
  return offers.map((offer) =>
    toCard(offer, { tree, language: 'de', lang, order: byTitle.indexOf(offer) }),
  );
}
