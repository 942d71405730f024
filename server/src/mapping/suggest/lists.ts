import type { PlaceTerm, Point, Term, Vocabulary } from '@vielfalt/feed';
import { countryOf } from '../../country.js';
import { Area } from '../../checks/area.js';
import { slugOf } from '../../text/slug.js';
import {
  readAddress,
  readCoordinate,
  readPoint,
  splitList,
  TermFinder,
} from '../../office-text/index.js';
import type { Table } from '../../table/table.js';
import { printCsv } from '../../table/write-csv.js';
import { finders, NO_MEMBERS } from '../readers.js';
import type { FieldOptions } from '../mapping.js';
import { textOf } from '../plain-text.js';
import { areNetworks } from './choose-for-networks.js';
import { chooseForOffers } from './choose-for-offers.js';
import { MOST_ROWS, profile } from './profile.js';

/** Lists of the office's own, as files to be corrected, and the resulting vocabulary. */
export interface ProposedLists {
  places?: string;
  topics?: string;
  /** Tells whether the table is about another area, also where it names no town. */
  isElsewhere: boolean;
  vocabulary: Vocabulary;
}

/** The most words of a list of topics. */
const MOST_TOPICS = 80;

interface Town {
  name: string;
  codes: Set<string>;
  points: Point[];
  count: number;
}

/**
 * Lists the towns and topics that a table names, where the vocabulary has less than half of them:
 * the table is then about another county, and the office needs lists of its own. A table of networks
 * names too few.
 */
export async function proposeLists(
  table: Table,
  { vocabulary, today, timeZone }: { vocabulary: Vocabulary; today: string; timeZone: string },
): Promise<ProposedLists> {
  const country = countryOf(timeZone);
  const words = { finders: finders(vocabulary), members: NO_MEMBERS };
  const context = { ...words, from: today, today, country, timeZone };
  const profiles = await profile(table, context);
  if (areNetworks(profiles, table.name)) return { isElsewhere: false, vocabulary };
  const { fields } = chooseForOffers(profiles, context);
  const { towns, topics, points } = await gather(table, fields);
  const isStrange = (names: readonly string[], finder: TermFinder) =>
    names.filter((name) => finder.find(name) === undefined).length * 2 > names.length;
  const names = towns.map(({ name }) => name);
  const hasPlaces = names.length > 0 && isStrange(names, context.finders.place);
  const at = middle(points);
  const area = new Area(vocabulary, 'de');
  const isFar = at !== undefined && (area.distance(at) ?? 0) > area.reach;
  const isElsewhere = hasPlaces || (names.length === 0 && isFar);
  const hasTopics = topics.length > 0 && isStrange(topics, context.finders.topic);
  return {
    ...(hasPlaces && { places: placesCsv(towns) }),
    ...(hasTopics && { topics: topicsCsv(topics) }),
    isElsewhere,
    vocabulary: {
      ...vocabulary,
      ...(isElsewhere && { place: towns.map(placeTerm) }),
      ...(hasTopics && { topic: topics.map(topicTerm) }),
    },
  };
}

async function gather(
  table: Table,
  fields: ReadonlyMap<string, FieldOptions>,
): Promise<{ towns: Town[]; topics: string[]; points: Point[] }> {
  const towns = new Map<string, Town>();
  const topics = new Map<string, number>();
  const points: Point[] = [];
  const columns = (field: string) => {
    const { column, columns: several = [] } = fields.get(field) ?? {};
    return (column === undefined ? several : [column]).map((name) => table.columns.indexOf(name));
  };
  const split = fields.get('topics')?.split;
  let rows = 0;
  for await (const { cells } of table.rows()) {
    const text = (field: string) =>
      columns(field)
        .map((index) => textOf(cells[index] ?? ''))
        .filter(Boolean)
        .join(' ');
    noteTown(towns, text);
    const point = pointIn(text);
    if (point) points.push(point);
    for (const index of columns('topics')) {
      const separators = split === undefined ? undefined : [split].flat();
      for (const topic of splitList(textOf(cells[index] ?? ''), separators)) {
        topics.set(topic, (topics.get(topic) ?? 0) + 1);
      }
    }
    rows += 1;
    if (rows === MOST_ROWS) break;
  }
  const often = [...topics].sort(([, one], [, other]) => other - one).slice(0, MOST_TOPICS);
  return {
    points,
    towns: [...towns.values()].sort((one, other) => one.name.localeCompare(other.name, 'de')),
    topics: often.map(([topic]) => topic).filter((topic) => slugOf(topic) !== ''),
  };
}

/** No name is known yet: a town is the text after a postal code or in a column of its own. */
const NOWHERE = new TermFinder([]);

function noteTown(towns: Map<string, Town>, text: (field: string) => string): void {
  const own = text('location.town').replace(/^(?:[A-Z]{1,2}-? ?)?\d{4,5}\s+/, '');
  const written = [text('location.postalCode'), text('location.town')].filter(Boolean).join(' ');
  const { location } = readAddress(own ? written : text('location'), NOWHERE);
  const name = (location.locality ?? own).split(/[,;(]|\s[-–/]\s|\sOT\s/)[0]?.trim() ?? '';
  const key = slugOf(name);
  if (!key || /\d/.test(name)) return;
  const town = towns.get(key) ?? { name, codes: new Set(), points: [], count: 0 };
  towns.set(key, town);
  town.count += 1;
  if (location.postalCode) town.codes.add(location.postalCode);
  const point = pointIn(text);
  if (point) town.points.push(point);
}

function pointIn(text: (field: string) => string): Point | undefined {
  const pair = readPoint(text('location.point'));
  const [lat, lng] = ['location.lat', 'location.lng'].map(
    (field) => readCoordinate(text(field))?.degrees,
  );
  const point = lat !== undefined && lng !== undefined ? { lat, lng } : pair;
  return point && (point.lat !== 0 || point.lng !== 0) && Math.abs(point.lat) <= 90
    ? point
    : undefined;
}

/** Returns the median: unlike the mean, a swapped or empty point does not move it. */
function middle(points: readonly Point[]): Point | undefined {
  const at = (values: number[]) => values.sort((one, other) => one - other)[values.length >> 1];
  const [lat, lng] = [at(points.map((each) => each.lat)), at(points.map((each) => each.lng))];
  if (lat === undefined || lng === undefined) return undefined;
  return { lat: Number(lat.toFixed(4)), lng: Number(lng.toFixed(4)) };
}

function placeTerm({ name, codes, points }: Town): PlaceTerm {
  const synonyms = codes.size > 0 && { synonyms: { de: [...codes] } };
  return { id: slugOf(name, 80), label: { de: name }, ...synonyms, ...middle(points) };
}

function topicTerm(topic: string): Term {
  return { id: slugOf(topic, 80), label: { de: topic } };
}

function placesCsv(towns: readonly Town[]): string {
  const rows = towns.map(({ name, codes, points }) => {
    const { lat = '', lng = '' } = middle(points) ?? {};
    return [name, '', [...codes].sort().join(' '), lat, lng, ''];
  });
  const columns = ['town', 'district', 'postal codes', 'lat', 'lng', 'other names'];
  return [...printCsv(columns, rows)].join('');
}

function topicsCsv(topics: readonly string[]): string {
  const rows = topics.map((topic) => [topic, '', '']);
  return [...printCsv(['topic', 'part of', 'other words'], rows)].join('');
}
