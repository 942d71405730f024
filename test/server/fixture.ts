import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  DirectoryFile,
  DirectoryRecord,
  FileNetwork,
  FileOffer,
  FileProvider,
  Vocabulary,
} from '@vielfalt/feed';

/** 7 September 2026, 09:00 in Witten. */
export const NOW = Date.parse('2026-09-07T07:00:00Z');

export const directory: DirectoryRecord = {
  title: 'Angebote im Testkreis',
  publisher: { name: 'Büro für Vielfalt' },
  timeZone: 'Europe/Berlin',
  language: 'de',
  languages: ['en'],
};

export const vocabulary: Vocabulary = {
  topic: [
    { id: 'language', label: { de: 'Sprache', en: 'Language' } },
    { id: 'counselling', label: { de: 'Beratung', en: 'Counselling' } },
  ],
  audience: [{ id: 'women', label: { de: 'Frauen' } }],
  kind: [{ id: 'course', label: { de: 'Kurs' } }],
  place: [
    { id: 'county', label: { de: 'Testkreis' } },
    { id: 'witten', label: { de: 'Witten' }, parent: 'county' },
    { id: 'hattingen', label: { de: 'Hattingen' }, parent: 'county' },
  ],
  language: [
    { id: 'de', label: { de: 'Deutsch' } },
    { id: 'ar', label: { de: 'Arabisch' } },
  ],
};

export function provider(record: string, more: Partial<FileProvider> = {}): FileProvider {
  return { source: 'office', record, name: `Verein ${record}`, ...more };
}

export function offer(record: string, more: Partial<FileOffer> = {}): FileOffer {
  return { source: 'office', record, provider: 'p', title: `Angebot ${record}`, ...more };
}

export function network(record: string, more: Partial<FileNetwork> = {}): FileNetwork {
  return { source: 'office', record, name: `Netzwerk ${record}`, ...more };
}

/** A file of one source with one provider, `p`. */
export function directoryFile(
  offers: FileOffer[] = [],
  more: Partial<DirectoryFile> = {},
): DirectoryFile {
  return {
    vielfalt: 1,
    directory,
    vocabulary,
    sources: [{ id: 'office', name: 'Tabelle des Büros' }],
    providers: [provider('p')],
    offers,
    ...more,
  };
}

/** Offers of a number, with the keys 0, 1, … */
export function offers(count: number, more: Partial<FileOffer> = {}): FileOffer[] {
  return Array.from({ length: count }, (_, index) => offer(String(index), more));
}

/** What a thing lasts for: a test by its context, or all of a file by `{ after }` of `node:test`. */
export interface Span {
  after(work: () => void): void;
}

/** A folder of its own for a test, gone after it. */
export function folder(test: Span): string {
  const path = mkdtempSync(join(tmpdir(), 'vielfalt-'));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
