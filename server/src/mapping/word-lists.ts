import { dirname, resolve } from 'node:path';
import { fold } from '@vielfalt/feed';
import type { PlaceTerm, Term, Vocabulary } from '@vielfalt/feed';
import { isLanguageTag } from '../validation/check-record.js';
import { slugOf } from '../text/slug.js';
import { readCoordinate, splitList } from '../office-text/index.js';
import { openBook } from '../table/open-book.js';
import { TableError } from '../table/table-error.js';
import type { Mapping } from './mapping.js';
import { textOf } from './plain-text.js';

/** The columns of an office's own lists, and their other names. */
const COLUMNS = {
  id: 'id',
  town: 'town,place,Ort,Stadt,Gemeinde,Kommune',
  district: 'district,Ortsteil,Stadtteil,Bezirk',
  codes: 'postal codes,postal code,PLZ,Postleitzahl,Postleitzahlen',
  lat: 'lat,latitude,Breite,Breitengrad',
  lng: 'lng,lon,longitude,Länge,Längengrad',
  topic: 'topic,Thema,Kategorie,Rubrik',
  above: 'part of,parent,gehört zu,Oberthema',
  words: 'other names,other words,synonyms,weitere Namen,weitere Wörter,Synonyme',
} as const;
type Column = keyof typeof COLUMNS;

/** The greatest length of an id. */
const MAX_ID = 80;

interface Line {
  /** For messages: "towns.csv, line 3". */
  where: string;
  cells: Partial<Record<Column, string>>;
  /** Its names in other languages, by tag. */
  labels: Record<string, string>;
}

/** Returns the files of the lists that a mapping names, beside it. */
export function wordListFiles({ name, vocabulary = {} }: Mapping): string[] {
  const { places, topics } = vocabulary;
  return [places, topics].flatMap((path) => (path ? [resolve(dirname(name), path)] : []));
}

/**
 * Returns the directory's words with the office's own places and topics, where the mapping names such
 * lists; nothing where it names none.
 * @param known the current words
 * @throws FileError, TableError
 */
export async function ownWords(
  { name, vocabulary: own, directory }: Mapping,
  known: Vocabulary,
  language = directory?.language ?? 'de',
): Promise<Vocabulary | undefined> {
  if (!own) return undefined;
  const file = (path: string) => resolve(dirname(name), path);
  const place = own.places
    ? await readPlaceList(file(own.places), own.area, language)
    : own.area && areaOf(own.area, language);
  const topic = own.topics && (await readTopicList(file(own.topics), language));
  return { ...known, ...(place && { place }), ...(topic && { topic }) };
}

/** @param area the name of the whole area, which all towns lie in */
async function readPlaceList(
  file: string,
  area: string | undefined,
  language: string,
): Promise<PlaceTerm[]> {
  const lines = await readLines(file, ['town']);
  const places = new Map<string, PlaceTerm>();
  const [root] = area === undefined ? [] : areaOf(area, language);
  const whole = root && add(places, root).id;
  for (const { where, cells, labels } of lines) {
    const { town, district, id: given } = cells;
    if (!town) throw new TableError(`${where}: the town is missing. Write it into each row.`);
    const townId = district ? slugOf(town, MAX_ID) : (given ?? slugOf(town, MAX_ID));
    const above =
      [...places.values()].find(
        ({ parent, label }) => parent === whole && fold(label[language] ?? '') === fold(town),
      ) ?? (district ? add(places, townOf(townId, town, whole, language)) : undefined);
    if (above && !district) {
      merge(above, placeOf(where, cells, labels, language));
      continue;
    }
    const parent = district ? above?.id : whole;
    const id = district ? (given ?? slugOf(`${above?.id ?? townId} ${district}`, MAX_ID)) : townId;
    if (places.has(id)) {
      throw new TableError(`${where}: ${district ?? town} stands there already. Take one out.`);
    }
    const term: PlaceTerm = {
      id,
      label: { [language]: district ?? town, ...labels },
      ...(parent !== undefined && { parent }),
    };
    merge(term, placeOf(where, cells, {}, language));
    add(places, term);
  }
  return [...places.values()];
}

/** Reads the topics; `part of` names the topic above one by its own name. */
async function readTopicList(file: string, language: string): Promise<Term[]> {
  const lines = await readLines(file, ['topic']);
  const terms = new Map<string, Term & { where: string; above: string }>();
  for (const { where, cells, labels } of lines) {
    const { topic, above = '', words = '' } = cells;
    if (!topic) throw new TableError(`${where}: the topic is missing. Write it into each row.`);
    const id = cells.id ?? slugOf(topic, MAX_ID);
    if (terms.has(id)) throw new TableError(`${where}: ${topic} stands there already.`);
    const synonyms = splitList(words);
    terms.set(id, {
      ...{ id, where, above, label: { [language]: topic, ...labels } },
      ...(synonyms.length > 0 && { synonyms: { [language]: synonyms } }),
    });
  }
  const all = [...terms.values()];
  const withParents = all.map(({ where, above, ...term }) => {
    if (!above) return term;
    const parent = all.find(
      ({ id, label }) => id === above || fold(label[language] ?? '') === fold(above),
    );
    if (!parent) throw new TableError(`${where}: there is no topic ${above} in the list. Add it.`);
    return { ...term, parent: parent.id };
  });
  // Topics without a parent come first.
  return withParents.sort((one, other) => Number('parent' in one) - Number('parent' in other));
}

function areaOf(area: string, language: string): PlaceTerm[] {
  return [{ id: slugOf(area, MAX_ID), label: { [language]: area } }];
}

function townOf(id: string, town: string, parent: string | undefined, language: string): PlaceTerm {
  return { id, label: { [language]: town }, ...(parent !== undefined && { parent }) };
}

function add(places: Map<string, PlaceTerm>, term: PlaceTerm): PlaceTerm {
  places.set(term.id, term);
  return term;
}

/** Returns what a row says of a place besides its name. */
function placeOf(
  where: string,
  { codes = '', words = '', lat, lng }: Line['cells'],
  labels: Record<string, string>,
  language: string,
): Pick<PlaceTerm, 'label' | 'synonyms' | 'lat' | 'lng'> {
  const synonyms = [...splitList(words), ...codes.split(/[^\d]+/)].filter(Boolean);
  const [north, east] = [lat, lng].map((text) =>
    text ? readCoordinate(text)?.degrees : undefined,
  );
  if (((lat ?? lng) && (north === undefined || east === undefined)) || Math.abs(north ?? 0) > 90) {
    throw new TableError(`${where}: lat and lng are not a point in degrees, like 48.37 and 10.9.`);
  }
  return {
    label: labels,
    ...(synonyms.length > 0 && { synonyms: { [language]: synonyms } }),
    ...(north !== undefined && east !== undefined && { lat: north, lng: east }),
  };
}

/** Adds a further row of a town: it may have one for each of its postal codes. */
function merge(
  place: PlaceTerm,
  { label, synonyms = {}, ...point }: Pick<PlaceTerm, 'label' | 'synonyms' | 'lat' | 'lng'>,
): void {
  Object.assign(place.label, label);
  for (const [language, words] of Object.entries(synonyms)) {
    const all = new Set([...(place.synonyms?.[language] ?? []), ...words]);
    place.synonyms = { ...place.synonyms, [language]: [...all] };
  }
  Object.assign(place, point);
}

async function readLines(file: string, needed: readonly Column[]): Promise<Line[]> {
  const book = await openBook(file);
  try {
    const table = await book.table();
    const columns = table.columns.map((name) => ({ name, column: columnNamed(name) }));
    for (const column of needed) {
      if (columns.some((each) => each.column === column)) continue;
      throw new TableError(
        `${file} has no column “${column}”. It has: ${table.columns.join(', ')}.`,
      );
    }
    const lines: Line[] = [];
    for await (const row of table.rows()) {
      const line: Line = { where: `${file}, line ${row.line}`, cells: {}, labels: {} };
      for (const [index, { name, column }] of columns.entries()) {
        const text = textOf(row.cells[index] ?? '');
        if (!text) continue;
        if (column) line.cells[column] = text;
        else if (/^[a-z]{2,3}$/.test(name) && isLanguageTag(name)) line.labels[name] = text;
      }
      lines.push(line);
    }
    return lines;
  } finally {
    await book.close();
  }
}

function columnNamed(name: string): Column | undefined {
  const folded = fold(name.trim());
  return (Object.keys(COLUMNS) as Column[]).find((column) =>
    COLUMNS[column].split(',').some((known) => fold(known) === folded),
  );
}
