import { parse } from 'csv-parse/sync';
import { TableError } from '../table-error.js';

const CANDIDATES = [';', ',', '\t', '|'];
/** The number of records that are looked at. */
const RECORDS = 100;

/** The dialect of the CSV files read here; also used for the look at the first records. */
export function csvOptions(delimiter: string) {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // `"Kurs", "Mo, Di"`; a tab that separates cells is not a space to trim.
    ltrim: delimiter !== '\t',
  };
}

/** @throws TableError where it cannot be a delimiter */
export function delimiterNamed(wanted: string): string {
  const delimiter = wanted === '\\t' || wanted.toLowerCase() === 'tab' ? '\t' : wanted;
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw new TableError(
    `“${wanted}” cannot separate cells. Write one character, such as ; or a comma, or tab.`,
  );
}

/**
 * Detects the delimiter: the one that splits the first records most evenly into most cells.
 * @param start the file's beginning
 */
export function delimiterOf(start: string): string {
  const hint = /^sep=(.)\r?\n/i.exec(start)?.[1];
  if (hint) return hint;
  let best = ';';
  let most = 0;
  for (const delimiter of CANDIDATES) {
    const score = evenness(widthsOf(start, delimiter));
    if (score <= most) continue;
    most = score;
    best = delimiter;
  }
  return best;
}

/**
 * Rates the share of records with the usual width, times a weight of that width; doubled if the first
 * has it. A first record without it must be a title above the table: with two columns this is uncertain.
 */
function evenness(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const isFirst = widths[0] === usual;
  if (!isFirst && usual < 3) return 0;
  return (count / widths.length) * Math.log2(usual) * (isFirst ? 2 : 1);
}

function widthsOf(start: string, delimiter: string): number[] {
  const widths: number[] = [];
  try {
    parse(start, {
      ...csvOptions(delimiter),
      skip_empty_lines: true,
      to: RECORDS,
      on_record: (cells: string[]) => {
        widths.push(cells.length);
        return null;
      },
    });
  } catch {
    // The sample ends within a quoted cell; the records before it count.
  }
  return widths;
}
