import { TableError } from './table-error.js';
import type { Book, BookOptions } from './table.js';

/**
 * Opens a file of tables: CSV, XLSX or JSON, told apart by what is in it.
 * @param file a path, or `-` for standard input
 * @throws FileError, TableError
 */
export function openBook(file: string, options: BookOptions = {}): Promise<Book> {
  return Promise.reject(new TableError(`${file} cannot be read yet ${Object.keys(options).join()}`));
}
