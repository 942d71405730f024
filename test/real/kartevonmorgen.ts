import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DirectoryFile, FileOffer, Vocabulary } from '@vielfalt/feed';

/** An entry as the map's search answers with it. */
export interface Entry {
  id: string;
  lat: number;
  lng: number;
  title: string;
  description: string;
  tags: string[];
}

/** What had to be mended in the entries, and how often. */
export interface Mending {
  /** Titles and tags with space round them. */
  trimmed: number;
  /** Texts with control characters, soft hyphens or spaces without width. */
  invisible: number;
  /** Tags that are nothing, or say nothing that an id could be made of. */
  emptyTags: number;
  /** Tags that an entry has twice once they are written the same way. */
  doubleTags: number;
  /** Tags whose id another spelling made: their label is that spelling. */
  mergedTags: number;
  /** Titles longer than a line may be: the whole stands in the description. */
  longTitles: number;
  /** Entries without a description. */
  undescribed: number;
}

export interface Converted {
  file: DirectoryFile;
  mending: Mending;
}

const MAX_TITLE = 300;

/** Folder of test data that is not part of the repository. */
export const shared =
  process.env.VIELFALT_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));

export const PLACES_FILE = `${shared}/data/real/kartevonmorgen.json`;

/** The entries, those outside the searched map section too; `undefined` where the file is absent. */
export function readEntries(): Entry[] | undefined {
  let text: string;
  try {
    text = readFileSync(PLACES_FILE, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const { visible, invisible } = JSON.parse(text) as { visible: Entry[]; invisible: Entry[] };
  return [...visible, ...invisible];
}

/**
 * A directory of the map's places: each entry an offer of one provider, the map itself; each tag a
 * topic, labelled as it was typed. Everything that had to be mended on the way is counted.
 */
export function toDirectoryFile(entries: Entry[]): Converted {
  const mending: Mending = {
    trimmed: 0,
    invisible: 0,
    emptyTags: 0,
    doubleTags: 0,
    mergedTags: 0,
    longTitles: 0,
    undescribed: 0,
  };
  const topics = new Map<string, string>();
  const offers = entries.map((entry) => toOffer(entry, topics, mending));
  const file: DirectoryFile = {
    vielfalt: 1,
    directory: {
      title: 'Orte der Karte von morgen',
      publisher: { name: 'Test' },
      timeZone: 'Europe/Berlin',
      language: 'de',
      languages: [],
      licence: { name: 'ODbL 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
    },
    vocabulary: vocabularyOf(topics),
    sources: [{ id: 'kartevonmorgen', name: 'Karte von morgen', licence: 'ODbL 1.0' }],
    providers: [{ source: 'kartevonmorgen', record: 'kartevonmorgen', name: 'Karte von morgen' }],
    offers,
  };
  return { file, mending };
}

function toOffer(entry: Entry, topics: Map<string, string>, mending: Mending): FileOffer {
  const title = cleanLine(entry.title, mending);
  const isLong = title.length > MAX_TITLE;
  if (isLong) mending.longTitles += 1;
  const told = cleanText(entry.description, mending);
  if (!told) mending.undescribed += 1;
  const description = [isLong ? title : '', told].filter(Boolean).join('\n\n');
  const links = linksIn(told);
  const ids = tagsOf(entry.tags, topics, mending);
  return {
    source: 'kartevonmorgen',
    record: entry.id,
    provider: 'kartevonmorgen',
    title: isLong ? `${title.slice(0, MAX_TITLE - 1)}…` : title || entry.id,
    ...(description && { description }),
    ...(ids.length > 0 && { topics: ids }),
    locations: [{ lat: entry.lat, lng: entry.lng }],
    ...(links.length > 0 && { links }),
  };
}

/** An entry's topics; each tag that is new becomes one. */
function tagsOf(tags: string[], topics: Map<string, string>, mending: Mending): string[] {
  const ids = new Set<string>();
  for (const tag of tags) {
    const label = cleanLine(tag, mending);
    const id = slugify(label);
    if (!id) mending.emptyTags += 1;
    else if (ids.has(id)) mending.doubleTags += 1;
    else {
      ids.add(id);
      const known = topics.get(id);
      if (known === undefined) topics.set(id, label);
      else if (known !== label) mending.mergedTags += 1;
    }
  }
  return [...ids];
}

/** An id of a tag: what a person would type where only lowercase letters and hyphens are allowed. */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe' })[letter] ?? 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Without what nobody sees: controls other than line breaks, soft hyphens, spaces without width. */
function withoutInvisible(text: string, mending: Mending): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u00ad\u200b\u2060\ufeff]/gu, (character) =>
      character === '\n' ? character : '',
    );
  if (plain.length < text.replace(/\r\n/g, '\n').length) mending.invisible += 1;
  return plain;
}

function cleanLine(text: string, mending: Mending): string {
  if (text !== text.trim()) mending.trimmed += 1;
  return withoutInvisible(text, mending).replace(/\s+/g, ' ').trim();
}

function cleanText(text: string, mending: Mending): string {
  return withoutInvisible(text, mending)
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The web addresses that a text names. */
function linksIn(text: string): { label: string; url: string }[] {
  const found = text.match(/(?:https?:\/\/|www\.)[^\s<>()"]+/g) ?? [];
  return [...new Set(found)].map((address) => {
    const bare = address.replace(/[.,;:!?]+$/, '');
    const url = bare.startsWith('www.') ? `https://${bare}` : bare;
    return { label: bare.replace(/^https?:\/\/|\/$/g, ''), url };
  });
}

function vocabularyOf(topics: Map<string, string>): Vocabulary {
  return {
    topic: [...topics].map(([id, label]) => ({ id, label: { de: label } })),
    audience: [],
    kind: [],
    place: [{ id: 'map', label: { de: 'Karte' } }],
    language: [{ id: 'de', label: { de: 'Deutsch' } }],
  };
}

/** `node --import tsx test/real/kartevonmorgen.ts > file.json` */
function print(): void {
  const entries = readEntries();
  if (!entries) {
    console.error(`The real places are not on this machine: ${PLACES_FILE}`);
    return;
  }
  const { file, mending } = toDirectoryFile(entries);
  console.log(JSON.stringify(file, undefined, 2));
  console.error(`${file.offers.length} of ${entries.length} places`, mending);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print();
