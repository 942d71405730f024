/** The longest line that a calendar may have, in octets (RFC 5545, 3.1). */
const OCTETS = 75;

/** Says whether a byte of UTF-8 continues a character. */
function isInside(byte = 0): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Folds a line that is too long, never inside a character. */
function fold(line: string): string {
  if (line.length * 3 <= OCTETS || Buffer.byteLength(line) <= OCTETS) return line;
  const bytes = Buffer.from(line);
  const rows: string[] = [];
  for (let start = 0; start < bytes.length;) {
    // The space that a continuation begins with counts, too.
    let end = start + (start === 0 ? OCTETS : OCTETS - 1);
    while (isInside(bytes[end])) end -= 1;
    rows.push(bytes.toString('utf8', start, end));
    start = end;
  }
  return rows.join('\r\n ');
}

/** Prints content lines of a calendar. */
export function printLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A value of type TEXT (RFC 5545, 3.3.11): no control character except the tab gets through. */
export function icalText(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** An instant as `20260907T070000Z`, without fractions. */
export function utc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A wall-clock moment (`2026-09-07T09:00`) as `20260907T090000`. */
export function local(moment: string): string {
  return `${moment.replace(/[-:]/g, '')}00`;
}

/** The date of a wall-clock moment as `20260907`. */
export function date(moment: string): string {
  return moment.slice(0, 10).replaceAll('-', '');
}
