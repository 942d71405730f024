import { printOffersCsv } from './csv/csv.js';
import { NEWS, WHOLE, type FeedFormat } from './format.js';
import { printGeoJson } from './geo-json.js';
import { printCalendar } from './ical/calendar.js';
import { printJsonLd } from './json-ld.js';
import { printAtom } from './news/atom.js';
import { printJsonFeed } from './news/json-feed.js';
import { OFFER_NEWS, type NewsSubject } from './news/news.js';
import { PRACTICE_NEWS } from './news/practice.js';

const whole = { limit: WHOLE, isNews: false, isFile: false };
const news = { limit: NEWS, isNews: true, isFile: false };

/** Every format in which offers are available. */
export const FORMATS: readonly FeedFormat[] = [
  {
    ...whole,
    suffix: '.csv',
    name: 'A table (CSV)',
    type: 'text/csv; charset=utf-8; header=present',
    isFile: true,
    print: printOffersCsv,
  },
  {
    ...whole,
    suffix: '.ics',
    name: 'A calendar (iCalendar, RFC 5545)',
    type: 'text/calendar; charset=utf-8',
    isFile: true,
    print: (source, { entries, links }) => {
      const { title } = source.site.reference.directory;
      return printCalendar(source, entries, title, source.site.baseUrl && links.self);
    },
  },
  {
    ...whole,
    suffix: '.geojson',
    name: 'Points on a map (GeoJSON, RFC 7946)',
    type: 'application/geo+json',
    print: printGeoJson,
  },
  {
    ...whole,
    suffix: '.jsonld',
    name: 'Linked data (JSON-LD, schema.org)',
    type: 'application/ld+json',
    print: printJsonLd,
  },
  ...newsFormats('News', OFFER_NEWS),
];

/** Every format in which good practices are available to those who would do the same. */
export const PRACTICE_FORMATS = newsFormats('Good practices as news', PRACTICE_NEWS);

function newsFormats(name: string, subject: NewsSubject): FeedFormat[] {
  return [
    {
      ...news,
      suffix: '.feed.json',
      name: `${name} (JSON Feed 1.1)`,
      type: 'application/feed+json',
      print: (source, selection) => printJsonFeed(source, selection, subject),
    },
    {
      ...news,
      suffix: '.atom',
      name: `${name} (Atom, RFC 4287)`,
      type: 'application/atom+xml; charset=utf-8',
      print: (source, selection) => printAtom(source, selection, subject),
    },
  ];
}
