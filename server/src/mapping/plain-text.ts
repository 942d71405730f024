import type { CellValue } from '../table/table.js';
import { withoutUnseen } from '../text/typed.js';

/** Named character references that exports of websites leave in cells. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', euro: '€' },
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß' },
};

/** A quick test: most cells have nothing to take out. */
const MAY_CHANGE = /[<&\p{Cc}\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff]|[^\S ]| {2}/u;

/** Texts that offices write in place of an empty cell. */
const UNKNOWN = /^(?:k\. ?A\.?|keine Angaben?|n\/a|unbekannt|unknown|\?+|[-–—]+)$/i;

/** Texts that databases and programs write instead; "Null" is a German word. */
const NOTHING = /^(?:NULL|null|\\N|NaN|nan|undefined)$/;

/** Tells whether a text stands for an empty cell. */
export function saysNothing(text: string): boolean {
  return UNKNOWN.test(text) || NOTHING.test(text);
}

/** A remark in brackets that restricts the word before it. */
const EXCEPT =
  /[([][^)\]]*(?<!\p{L})(?:außer|ausser|ohne|nicht|kein\p{L}*|except|without|not|no)(?!\p{L})/iu;

/** Tells whether a text names less than its words do: "Jugendliche (außer Azubis)". */
export function takesAway(text: string): boolean {
  return EXCEPT.test(text);
}

/** Returns a cell as the plain text that records hold. */
export function textOf(cell: CellValue): string {
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nein';
  // Written like decimals in German tables, so that no reader takes the point for a thousands separator.
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return plainText(typeof cell === 'string' ? cell : cell.join('; '));
}

/** Removes HTML, invisible characters and needless spaces. */
export function plainText(text: string): string {
  if (!MAY_CHANGE.test(text)) return text.trim();
  return withoutUnseen(withoutHtml(text))
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutHtml(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(/<br ?\/?>|<\/(?:p|div|h[1-6]|ul|ol|tr)>/gi, '\n')
    .replace(/<li(?: [^<>]*)?>/gi, '\n- ')
    .replace(
      /<\/?(?:p|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|font|table|tr|td)(?: [^<>]*)?>/gi,
      '',
    )
    .replace(/&#(\d{2,6});/g, (whole, code) => character(Number(code)) ?? whole)
    .replace(/&([a-zA-Z]{2,6});/g, (whole: string, name: string) => ENTITIES[name] ?? whole);
}

function character(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
