import { openCsv } from './csv/csv-book.js';
import { openJson } from './json/json-book.js';
import { kindOf } from './kind.js';
import { InputFile } from '../files/input-file.js';
import type { Book, BookOptions } from './table.js';
import { openXlsx } from './xlsx/xlsx-book.js';

const OPENERS = { csv: openCsv, json: openJson, xlsx: openXlsx };

/**
 * Opens a file of tables: CSV, XLSX or JSON, distinguished by content.
 * @param file a path, `-` for standard input, or a file that its owner has opened and will close
 * @throws FileError, TableError
 */
export async function openBook(file: string | InputFile, options: BookOptions = {}): Promise<Book> {
  const source = file instanceof InputFile ? file.lend() : await InputFile.open(file);
  try {
    return await OPENERS[await kindOf(source)](source, options);
  } catch (error) {
    await source.close();
    throw error;
  }
}
