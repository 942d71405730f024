/** Limits beyond which a file is refused: no directory is that large, and a service must not crash. */
export const MAX_ROWS = 250_000;
export const MAX_COLUMNS = 2_000;
/** The most characters in one cell. */
export const MAX_CELL = 100_000;
/** The most characters in one row of a CSV file, or in one run of text in a workbook. */
export const MAX_RUN = 2_000_000;
/** The most bytes of a JSON file, which is read as a whole. */
export const MAX_JSON = 400_000_000;
/** The most bytes that a workbook may unpack to, and times its own size once it unpacks to MUCH. */
export const MAX_UNPACKED = 500_000_000;
export const MAX_RATIO = 200;
export const MUCH = 20_000_000;

/** Writes a number as people read it: 250,000. */
export function inWords(count: number): string {
  return count.toLocaleString('en');
}
