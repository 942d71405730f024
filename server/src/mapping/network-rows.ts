import { edits } from '@vielfalt/feed';
import type { TableRow } from '../table/table.js';
import { plainName } from '../text/plain-name.js';
import type { Remark } from './draft.js';
import { textOf } from './plain-text.js';

/** A table of fewer columns may say no more of a network than one cell does. */
const FEWEST_COLUMNS = 3;
/** In shorter words, one letter makes another: "Nord" and "Süd", "AG 1" and "AG 2". */
const SHORTEST = 5;

/** A name in an earlier line, and the word that is left out of it. */
interface Known {
  name: string;
  line: number;
  word: string;
}

/** Recognises what a table of networks has besides networks, and those that it has twice. */
export class NetworkRows {
  readonly #columns: readonly string[];
  /** Names and keys of networks: rows with one of these are none else. */
  readonly #certain: Set<string>;
  /** The networks so far, by their names without spaces, and without each of their words. */
  readonly #known = new Map<string, Known[]>();
  /** The columns in which headings stand: the first, and that of the names. */
  readonly #places: readonly (number | undefined)[];

  /**
   * @param columns those of the table; hidden ones are empty
   * @param name the index of that with the names
   * @param keys those of networks that the directory has from this source
   */
  constructor(columns: readonly string[], name: number | undefined, keys: readonly string[]) {
    this.#certain = new Set(keys);
    this.#columns = columns;
    this.#places = [columns.findIndex(Boolean), name];
  }

  /** Returns a remark where a row has one such cell alone: a heading within the table, or a footnote. */
  heading({ line, cells }: TableRow): Remark | undefined {
    if (this.#columns.filter(Boolean).length < FEWEST_COLUMNS) return undefined;
    const filled = cells.flatMap((cell, at) => {
      const value = textOf(cell);
      return value ? [{ at, value }] : [];
    });
    const [only, ...more] = filled;
    if (!only || more.length > 0 || !this.#places.includes(only.at)) return undefined;
    if (this.#certain.has(only.value)) return undefined;
    return {
      ...{ line, column: this.#columns[only.at] ?? '', value: only.value, field: '' },
      reason:
        'stands alone in its row, as headings do; the row is left out. If it is a network, fill in another cell, with a dash if need be',
    };
  }

  /** Notes a network's name. @returns what is to be said where an earlier line has nearly the same */
  note(name: string, line: number): string | undefined {
    this.#certain.add(name);
    const words = plainName(name).split(' ');
    const keys: [key: string, word: string][] = [
      [words.join(''), ''],
      ...words.map((word, at): [string, string] => [words.toSpliced(at, 1, '').join(' '), word]),
    ];
    let nearly: Known | undefined;
    for (const [key, word] of keys) {
      const others = this.#known.get(key) ?? [];
      nearly ??= others.find((other) => isMisspelt(word, other.word));
      others.push({ name, line, word });
      this.#known.set(key, others);
    }
    return (
      nearly &&
      `is ${nearly.name === name ? '' : 'nearly '}the name in line ${nearly.line}, “${nearly.name}”: both are networks of their own. If they are one, put them in one row`
    );
  }
}

/** Tells whether a word is another, or that but for a letter. */
function isMisspelt(word: string, other: string): boolean {
  if (word === other) return true;
  return Math.max(word.length, other.length) >= SHORTEST && edits(word, other, 1) <= 1;
}
