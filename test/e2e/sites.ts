/** A host website and what a visitor does there. */
export interface Site {
  name: string;
  path: string;
  /** Where on the page the search, the filters and the offers stand. */
  search: string;
  filters: string;
  list: string;
  /** A word as a visitor types it, wrong, and the offer that it means. */
  misspelt: string;
  offer: string;
  /** What the visitor narrows the offers down by. */
  place: string;
  audience: string;
  /** A text that only the opened offer shows. */
  inside: string;
  /** The link that the editor wrote inside the tag. */
  fallback: string;
}

const TOWN: Site = {
  name: 'the town',
  path: '/town/angebote.html',
  search: '#kopfsuche',
  filters: '#angebote',
  list: '#angebote',
  misspelt: 'Hausafgabenhilfe',
  offer: 'Hausaufgabenhilfe Welper',
  place: 'Welper',
  audience: 'Kinder',
  inside: 'Um 14 Uhr ist es laut',
  fallback: 'Angebote in und für Hattingen',
};

export const SCHOOL: Site = {
  name: 'the school',
  path: '/school/',
  search: 'vielfalt-search-box',
  filters: 'vielfalt-filters',
  list: '#liste',
  misspelt: 'Alphabetisirung',
  offer: 'Alphabetisierung in kleiner Gruppe',
  place: 'Hattingen',
  audience: 'Geflüchtete',
  inside: 'Wir beginnen mit dem eigenen Namen',
  fallback: 'Angebote: Hausaufgabenhilfe und Nachhilfe, Deutsch lernen',
};

const PROVIDER: Site = {
  name: 'the provider',
  path: '/provider/',
  search: '#sport',
  filters: '#sport',
  list: '#sport',
  misspelt: 'Frauenschwimzeit',
  offer: 'Frauenschwimmzeit am Sonntag',
  place: 'Witten',
  audience: 'Frauen',
  inside: 'Die Vorhänge sind zugezogen',
  fallback: 'Angebote: Gesundheit, Sport und Bewegung',
};

export const SITES = [TOWN, SCHOOL, PROVIDER];
