import { open, readFile } from 'node:fs/promises';
import { openBook } from '../table/open-book.js';
import { Archive } from '../table/xlsx/archive.js';
import { InputFile } from '../files/input-file.js';
import { isOwnLayout } from './from-sheets.js';
import type { ExportFormat } from './print-export.js';

/** A kind of file that a command writes. */
export interface OutputKind {
  /** The reason why another file stays, and what to do; it follows the file's name. */
  refusal: string;
  /**
   * Tells whether a file is an earlier output, so that nothing is lost where a new one replaces it.
   */
  isFormer: (path: string) => Promise<boolean>;
}

/**
 * The part that every spreadsheet program leaves in a workbook that it has saved, and ours never
 * have.
 */
const SAVED_BY_HAND = 'docProps/app.xml';

/**
 * @param firstLine the report's beginning; absent: it has none of its own
 * @param not what another file is: "no report of an import"
 */
export function reportKind(firstLine: string | undefined, not: string): OutputKind {
  return {
    refusal: refusal(not),
    isFormer: async (path) => firstLine !== undefined && beginsWith(path, firstLine),
  };
}

const EXPORTS: { readonly [format in ExportFormat]: (path: string) => Promise<boolean> } = {
  // A file made by hand has other spaces and line breaks somewhere.
  json: async (path) => {
    const text = await readFile(path, 'utf8');
    if (!/^\{\n {2}"vielfalt": 1,\n/.test(text)) return false;
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n` === text;
  },
  csv: async (path) => (await beginsWith(path, '\ufefftable;')) && hasOwnLayout(path),
  xlsx: async (path) => {
    const source = await InputFile.open(path);
    try {
      if ((await Archive.open(source)).size(SAVED_BY_HAND) > 0) return false;
    } finally {
      await source.close();
    }
    return hasOwnLayout(path);
  },
};

export function exportKind(format: ExportFormat): OutputKind {
  return {
    refusal: refusal(`no export in ${format.toUpperCase()} as it was written`),
    // An unreadable file was not an export.
    isFormer: (path) => EXPORTS[format](path).catch(() => false),
  };
}

/** Files that people edit by hand are never replaced. */
export const MAPPING_KIND: OutputKind = {
  refusal: 'is there already. Name another file, or take it away first.',
  isFormer: async () => false,
};

function refusal(what: string): string {
  return `is there already, and is ${what}. Name another file, or pass --force to replace it.`;
}

async function hasOwnLayout(path: string): Promise<boolean> {
  const book = await openBook(path);
  try {
    return await isOwnLayout(book);
  } finally {
    await book.close();
  }
}

async function beginsWith(path: string, text: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Buffer.byteLength(text)), 0);
    return buffer.subarray(0, bytesRead).toString() === text;
  } finally {
    await file.close();
  }
}
