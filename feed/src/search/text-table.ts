import type { DocumentBlock } from './document-block.js';
import type { StemTable } from './stem-table.js';
import { foldedWords, joinedTokens, phoneNumbers } from './tokens.js';

/**
 * The texts of a block's documents, each read once: a term's are in every document that has the term.
 * They are named by the numbers that the block gives them.
 */
export class TextTable {
  readonly #stems: StemTable;
  readonly #block: DocumentBlock;
  readonly #texts = new Map<string, number>();

  constructor(stems: StemTable, block: DocumentBlock) {
    this.#stems = stems;
    this.#block = block;
  }

  /** Reads a text, unless it is known; gives its number. */
  read(text: string): number {
    let known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, (known = this.#add(text)));
    return known;
  }

  #add(text: string): number {
    const counts = new Map<number, number>();
    let length = 0;
    for (const word of foldedWords(text)) {
      for (const stem of this.#stems.of(word)) {
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
        length += 1;
      }
    }
    for (const { stem } of joinedTokens(text)) {
      const number = this.#stems.numberOf(stem);
      if (!counts.has(number)) counts.set(number, 1);
    }
    for (const number of phoneNumbers(text)) counts.set(this.#stems.numberOf(number), 1);
    return this.#block.addText(length, counts);
  }
}
