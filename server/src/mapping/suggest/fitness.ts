import { fold } from '@vielfalt/feed';
import { readYesNo } from '../../office-text/index.js';
import type { Field, ReaderName } from '../field.js';
import { STATUS_WORDS } from '../status-words.js';
import type { Profile, CellShape } from './profile.js';

/** Shapes that at least a third of the cells must have for some readers. */
const NEEDED: Partial<Record<ReaderName, readonly CellShape[]>> = {
  date: ['date'],
  email: ['email'],
  phone: ['phone'],
  web: ['web'],
  'yes-no': ['yes-no'],
};

const STATES = new Set(
  [...Object.keys(STATUS_WORDS), 'published', 'paused', 'ended', 'retired'].map(fold),
);
/** Names in GeoJSON (RFC 7946) and JSON-LD of their own parts, which say nothing about an offer. */
const PARTS_OF_FILES = new Set([
  ...['Feature', 'FeatureCollection', 'GeometryCollection', 'Point', 'MultiPoint', 'LineString'],
  ...['MultiLineString', 'Polygon', 'MultiPolygon'],
  ...['PostalAddress', 'GeoCoordinates', 'ContactPoint'],
]);
/** A web or e-mail address, or a number to dial. */
const REACHED = /@|www\.|https?:|(?:\+|\b0)\d[\d ()/–-]{5,}/;
const DEGREES = /^[-−+]?\d{1,3}[.,]\d+(?:\s*°?\s*[NSEWO]?)?$/i;
/** Two such numbers, with a height as GeoJSON may have it. */
const POINT = /^\D*-?\d{1,3}[.,]\d+\D+\d{1,3}[.,]\d+(?:\D+\d+(?:[.,]\d+)?)?\D*$/;
/** Outweighs any name. */
export const MISFIT = 45;
/** Outweighs a part of a column's name, but not the whole. */
const DOUBT = 30;

/** Tells whether a column only names the parts of a file. */
export function namesParts({ values }: Profile): boolean {
  return values.size > 0 && [...values.keys()].every((text) => PARTS_OF_FILES.has(text));
}

/** Returns how well a column's content fits its name: points to subtract, or to add. */
export function fitness(
  { name, reader, list }: Field,
  { filled, shares, terms, length, isUnique, rows, values }: Profile,
): number {
  if (filled === 0) return 0;
  const share = Math.max(...(NEEDED[reader] ?? []).map((shape) => shares[shape]), 0);
  if (NEEDED[reader] && share < 0.3) return -MISFIT;
  switch (name) {
    case 'record':
      return isUnique && filled === rows && length < 40 ? 10 : -MISFIT;
    case 'title':
      return length > 150 || isFact(shares) ? -MISFIT : 0;
    case 'location.point':
      return shareWith(values, POINT) > 0.5 ? 10 : -MISFIT;
    case 'location.lat':
    case 'location.lng':
      return shareWith(values, DEGREES) > 0.3 ? 5 : -MISFIT;
    case 'age.from':
    case 'age.to':
      return shares.number > 0.5 ? 5 : -MISFIT;
    case 'location':
      return shares.address > 0.3 ? 10 : shares.town > 0.3 ? -20 : 0;
    case 'location.town':
      return shares.address > 0.3 || shareWith(values, /\d|,/) > 0.5 ? -20 : 5;
    case 'location.name':
      return shares.address > 0.3 || shares.town > 0.5 ? -20 : 0;
    case 'schedule.start':
    case 'schedule.end':
      return shares.clock > 0.5 ? 15 : -MISFIT;
    case 'schedule.days':
      return shares.weekday > 0.4 ? 10 : -MISFIT;
    case 'contact':
      // "Weg 1, 58452 Witten" is a place to go, and nobody can be reached by it.
      if (shares.address > 0.5 && shareWith(values, REACHED) < 0.3) return -MISFIT;
      return shareWith(values, /[@\d]/) > 0.3 ? 0 : -MISFIT;
    case 'contact.name':
      return shareWith(values, /[@\d]/) > 0.5 ? -MISFIT : 0;
    case 'topics':
      // Keys of another program's categories mean nothing to people.
      return shareWith(values, /^[\da-f-]{16,}/i) > 0.5 ? -MISFIT : 10 * terms.topic;
    case 'schedule':
      // "wait_time": only a word of the name fits.
      // "Termine (Anzahl)": a count does not say when.
      return shares.times > 0.2 ? 10 : shares.number > 0.5 ? -2 * MISFIT : -DOUBT;
    case 'kind':
      return terms.kind > 0 ? 10 * terms.kind : -DOUBT;
    case 'status':
    case 'provider.status':
      return statusShare(values) > 0.3 ? 5 : -MISFIT;
    case 'schedule.period':
      return shareWith(values, /\d{4}|\.\d\d\b/) > 0.2 ? 10 : -MISFIT;
    case 'description':
      return length > 80 ? 5 : 0;
    default:
      return list !== undefined && list !== 'place' ? 10 * terms[list] : 0;
  }
}

/** Returns the share of the different values that say whether a row is public, 0 to 1. */
function statusShare(values: ReadonlyMap<string, number>): number {
  const texts = [...values.keys()];
  const known = texts.filter((text) => STATES.has(fold(text)) || readYesNo(text) !== undefined);
  return known.length / Math.max(texts.length, 1);
}

/** Tells whether a column has facts rather than names: times, coordinates, numbers, ways of contact. */
export function isFact(shares: Profile['shares']): boolean {
  const facts = [
    'yes-no',
    'number',
    'date',
    'clock',
    'coordinate',
    'times',
    'email',
    'web',
  ] as const;
  return Math.max(...facts.map((shape) => shares[shape]), shares.phone) > 0.5;
}

const PERSON = /^(?:frau|herr|fr|hr|dr|prof|mrs?|ms)(?:\.| )/i;

/** Tells whether so much of a column are persons' names, which are not names of offers. */
export function namesPersons({ values }: Profile, share = 0.3): boolean {
  return shareWith(values, PERSON) > share;
}

/** Tells whether a column with a meaningless name has numbers to dial, not keys, dates or amounts. */
export function isDialled({ values, shares }: Profile): boolean {
  return shares.date < 0.3 && shareWith(values, /^(?:tel\D*)?(?:[+(]|0\d+[ /()–-])/i) > 0.6;
}

/** Returns the share of the different values that match a pattern, 0 to 1. */
function shareWith(values: ReadonlyMap<string, number>, pattern: RegExp): number {
  const texts = [...values.keys()];
  return texts.filter((text) => pattern.test(text)).length / Math.max(texts.length, 1);
}
