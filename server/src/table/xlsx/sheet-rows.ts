import type { CellValue, TableRow } from '../table.js';
import { TextRunError, XmlError, XmlReader } from './xml-reader.js';

/** The last column that spreadsheets have: XFD. */
const LAST_COLUMN = 16_383;

/** A cell as it is in a sheet. */
export interface RawCell {
  /** Rows from 1, columns from 0. */
  readonly row: number;
  readonly column: number;
  /** `n` number, `s` shared text, `inlineStr`, `str` text of a formula, `b`, `e` error, `d` date. */
  readonly type: string;
  readonly style: number;
  readonly text: string;
  readonly isFormula: boolean;
}

/**
 * Yields the rows of a sheet in the order of the file, each as wide as its last cell with a value.
 * @param valueOf reads a cell's value
 * @param tooLong makes the error for a cell whose text is far too long
 * @throws XmlError
 */
export async function* sheetRows(
  pieces: AsyncIterable<Buffer>,
  valueOf: (cell: RawCell) => CellValue,
  tooLong: (row: number, column: number) => Error,
): AsyncGenerator<TableRow> {
  const done: TableRow[] = [];
  const reader = new RowReader(done, valueOf);
  const xml = new XmlReader(reader);
  for await (const piece of pieces) {
    try {
      xml.write(piece);
    } catch (error) {
      throw error instanceof TextRunError ? tooLong(reader.row, reader.column) : error;
    }
    yield* done.splice(0);
  }
  xml.end();
  yield* done;
}

class RowReader {
  row = 0;
  column = -1;
  #cells: CellValue[] = [];
  #type = 'n';
  #style = 0;
  #text = '';
  #isFormula = false;
  #isText = false;
  #phonetic = 0;
  #isHidden = false;
  #hasErrors = false;

  constructor(
    private readonly done: TableRow[],
    private readonly valueOf: (cell: RawCell) => CellValue,
  ) {}

  open = (name: string, { r, t, s, hidden, ht }: Record<string, string>): void => {
    switch (name) {
      case 'row':
        this.row = r ? Number(r) : this.row + 1;
        if (!Number.isInteger(this.row)) throw new XmlError(`no row: ${r}`);
        this.column = -1;
        this.#cells = [];
        this.#hasErrors = false;
        this.#isHidden = isTrue(hidden) || Number(ht ?? 1) === 0;
        break;
      case 'c':
        this.column = r ? columnIndex(r) : this.column + 1;
        if (this.column < 0 || this.column > LAST_COLUMN) throw new XmlError(`no cell: ${r}`);
        this.#type = t ?? 'n';
        this.#style = Number(s ?? 0);
        this.#text = '';
        this.#isFormula = false;
        break;
      case 'f':
        this.#isFormula = true;
        break;
      case 'rPh':
        this.#phonetic++;
        break;
      case 'v':
      case 't':
        this.#isText = this.#phonetic === 0;
    }
  };

  text = (part: string): void => {
    if (this.#isText) this.#text += part;
  };

  close = (name: string): void => {
    this.#isText = false;
    if (name === 'rPh') this.#phonetic--;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') {
      this.done.push({
        line: this.row,
        cells: this.#cells,
        ...(this.#isHidden && { isHidden: true }),
        ...(this.#hasErrors && { hasErrors: true }),
      });
    }
  };

  #closeCell(): void {
    const value = this.valueOf({
      row: this.row,
      column: this.column,
      type: this.#type,
      style: this.#style,
      text: this.#text,
      isFormula: this.#isFormula,
    });
    if (value === '') return;
    if (this.#type === 'e') this.#hasErrors = true;
    while (this.#cells.length < this.column) this.#cells.push('');
    this.#cells[this.column] = value;
  }
}

/** Tells whether an attribute is a true of XML (XML Schema, part 2, 3.2.2). */
export function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** Returns the column in a cell's name, from 0: `C5` is 2. */
export function columnIndex(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    const code = reference.charCodeAt(index) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
