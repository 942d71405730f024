import type { Field } from './field.js';
import { READERS } from './readers.js';
import type { ReadContext, CellResult } from './readers.js';

const LONGEST = 200;
const MOST = 5_000;

/** Remembers one field's readings, as the cells of a table repeat. */
export class Readings {
  readonly #known = new Map<string, CellResult>();

  read(reader: keyof typeof READERS, text: string, context: ReadContext, field: Field): CellResult {
    if (text.length > LONGEST) return READERS[reader](text, context, field);
    const key = `${reader} ${context.from} ${text}`;
    let reading = this.#known.get(key);
    if (!reading) {
      reading = READERS[reader](text, context, field);
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(key, reading);
    }
    return reading;
  }
}
