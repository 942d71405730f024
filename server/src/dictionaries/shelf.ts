import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { KnownWords } from '@vielfalt/feed/meaning';
import { codeOf, fileError, FileError } from '../files/file-error.js';
import { filesFolder } from '../store/open.js';
import { WordFile, type DictionaryHead } from './word-file.js';

/** A dictionary that words are looked up in and that has to be named. */
export interface Dictionary extends KnownWords {
  readonly head: Pick<DictionaryHead, 'title' | 'licence' | 'licenceUrl' | 'sourceUrl'>;
}

/** The ending of a dictionary's file, after its id. */
export const ENDING = '.words';

/** The folder beside the database that dictionaries are in; none where that is in memory. */
export function dictionariesFolder(databaseUrl: string): string | undefined {
  const folder = filesFolder(databaseUrl);
  return folder === undefined ? undefined : join(folder, 'dictionaries');
}

/** The dictionaries of a folder, as they come and go while the service runs. */
export class Shelf {
  readonly #folder: string | undefined;
  #state = '';
  #files: WordFile[] = [];

  /** Called with the name of a file, or of the folder, that cannot be read. */
  onError: (error: unknown, name: string) => void = () => {};

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  get all(): readonly Dictionary[] {
    return this.#files;
  }

  /** Looks into the folder. @returns whether anything has changed */
  async check(): Promise<boolean> {
    let names: string[] = [];
    let trouble: unknown;
    try {
      names = await dictionariesIn(this.#folder);
    } catch (error) {
      trouble = error;
    }
    const states = await Promise.all(names.map((name) => this.#stateOf(name)));
    const state = JSON.stringify([trouble instanceof Error && trouble.message, ...states]);
    if (state === this.#state) return false;
    if (trouble !== undefined) this.onError(trouble, basename(this.#folder ?? ''));
    const before = this.#files;
    this.#files = names.flatMap((name) => this.#open(name) ?? []);
    const isFirst = this.#state === '' && before.length + this.#files.length === 0;
    this.#state = state;
    // Lookups are synchronous, so none is under way.
    for (const file of before) file.close();
    return !isFirst;
  }

  close(): void {
    for (const file of this.#files) file.close();
    this.#files = [];
  }

  async #stateOf(name: string): Promise<[string, number, number, number]> {
    // This time changes with permissions, too.
    const {
      size = 0,
      ctimeMs = 0,
      ino = 0,
    } = (await stat(this.#pathOf(name)).catch(() => undefined)) ?? {};
    return [name, size, ctimeMs, ino];
  }

  #open(name: string): WordFile | undefined {
    try {
      return new WordFile(this.#pathOf(name));
    } catch (error) {
      this.onError(error, name);
      return undefined;
    }
  }

  #pathOf(name: string): string {
    return join(this.#folder ?? '', name);
  }
}

/**
 * The names of the dictionaries' files in a folder, sorted; none where there is no folder.
 * @throws FileError where it cannot be read
 */
export async function dictionariesIn(folder: string | undefined): Promise<string[]> {
  if (folder === undefined) return [];
  const names = await readdir(folder).catch((error: unknown) => {
    const code = codeOf(error);
    if (code === 'ENOENT') return [];
    if (code !== 'ENOTDIR') throw fileError(folder, error);
    throw new FileError(
      `${folder} should be a folder for dictionaries, and is a file. Move it away.`,
    );
  });
  return names.filter((name) => /^[a-z0-9]/.test(name) && name.endsWith(ENDING)).sort();
}

/** A dictionary's name in a list of sources: "Title (licence)". */
function named({ head: { title, licence } }: Dictionary): string {
  return `${title} (${licence})`;
}

/** Dictionaries to be named, by their names: each name once, however many parts it is installed in. */
export function byName(dictionaries: readonly Dictionary[]): Map<string, Dictionary> {
  return new Map(dictionaries.map((each) => [named(each), each]));
}
