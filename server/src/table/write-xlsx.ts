import writeExcelFile, { type Sheet as WrittenSheet } from 'write-excel-file/node';
import type { CellValue } from './table.js';
import type { Sheet } from './write-csv.js';

type WrittenRow = WrittenSheet<never>['data'][number];

/** Widths of columns, in characters. */
const NARROWEST = 8;
const WIDEST = 60;

/**
 * Writes a workbook: the header bold and always in view, texts as texts (never as formulas), numbers
 * and booleans as such, lists joined by ", ".
 */
export function printXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(sheets.map(writtenSheet)).toBuffer();
}

function writtenSheet({ name, columns, rows }: Sheet): WrittenSheet<never> {
  const widths = columns.map((column) => column.length + 2);
  const data: WrittenRow[] = [
    columns.map((name) => ({ value: escaped(name), type: String, fontWeight: 'bold' as const })),
  ];
  for (const row of rows) {
    data.push(
      row.map((cell, index) => {
        const value = valueOf(cell);
        widths[index] = Math.max(widths[index] ?? 0, longestLine(String(value ?? '')));
        return value === null ? null : { value, type: typeOf(value) };
      }),
    );
  }
  return {
    sheet: name,
    data,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width: Math.min(Math.max(width, NARROWEST), WIDEST) })),
  };
}

function valueOf(cell: CellValue): string | number | boolean | null {
  if (cell === '') return null;
  if (typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return escaped(typeof cell === 'string' ? cell : cell.join(', '));
}

/** Escapes what XML would not preserve, as workbooks do: `_xHHHH_` (ECMA-376, part 1, 22.9.2.19). */
function escaped(text: string): string {
  const written = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\r', '_x000D_');
  if (!(written in {})) return written;
  // The library looks texts up among an object's members, and takes "constructor" for a known one.
  const code = written.charCodeAt(0).toString(16).padStart(4, '0');
  return `_x${code.toUpperCase()}_${written.slice(1)}`;
}

function typeOf(value: string | number | boolean) {
  if (typeof value === 'string') return String;
  return typeof value === 'number' ? Number : Boolean;
}

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}
