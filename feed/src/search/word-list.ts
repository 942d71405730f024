/**
 * The stems of a directory as one text, sorted by code unit. A stem is named by its number, which is
 * its position among them.
 */
export interface WordList {
  readonly size: number;
  /** All stems, each between spaces: searching it is much faster than a list. */
  readonly text: string;
  /** The stem of a number; empty where there is none. */
  at(number: number): string;
  /** The length of a stem, in UTF-16 code units. */
  lengthOf(number: number): number;
  /** The number of the stem that begins at a position of `text`. */
  startingAt(position: number): number;
  /** The number of the first stem that is not before a word; `size` where all are. */
  firstFrom(word: string): number;
  has: (word: string) => boolean;
}

/** Reads sorted stems with a space between them. */
export function createWordList(words: string): WordList {
  const text = words && ` ${words} `;
  /** Where each stem begins, and one more would. */
  const starts: number[] = [];
  for (let at = 1; at < text.length; at = text.indexOf(' ', at) + 1) starts.push(at);
  const size = starts.length;
  starts.push(text.length);
  const startOf = (number: number) => starts[number] ?? text.length;

  /** Compares the stem at a position with a word: below 0 where it comes before. */
  function compare(start: number, word: string): number {
    for (let at = 0; at < word.length; at++) {
      const more = text.charCodeAt(start + at) - word.charCodeAt(at);
      if (more) return more;
    }
    return text[start + word.length] === ' ' ? 0 : 1;
  }

  /** The number of the first stem whose start passes a test, as all after it do. */
  function first(passes: (start: number) => boolean): number {
    let [from, to] = [0, size];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (passes(startOf(middle))) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  const firstFrom = (word: string) => first((start) => compare(start, word) >= 0);
  return {
    size,
    text,
    at: (number) => text.slice(startOf(number), startOf(number + 1) - 1),
    lengthOf: (number) => startOf(number + 1) - startOf(number) - 1,
    startingAt: (position) => first((start) => start >= position),
    firstFrom,
    has: (word) => compare(startOf(firstFrom(word)), word) === 0,
  };
}
