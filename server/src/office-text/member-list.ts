import { partsOfList } from './list.js';
import type { KnownNames } from './member-names.js';
import { LABEL, LEGAL_FORM } from './member-words.js';

const LISTED = [';', '؛', '|', '\n', '\r', '•', '▪', '·'];
const COMMAS = [',', '،'];
/** Between two slashes stands a member; one slash may be within a name: "Stadt / Jugendamt". */
const SLASH = ' / ';
/** A comma at the end of a line: commas set the entries apart there, and lines do. */
const WRAPPED = /[,،][^\S\n]*\n/;
/** A number or letter before an entry: "1.", "(2)", "3 ", "b)". */
const NUMBER = /^\(?(\d{1,3}|\p{Ll}(?=[.)]))[.):]*\s+(?=\S)/u;
/** The same within a line: "1. Kita Sonne 2. Hort". */
const INLINE_NUMBER = /(?<=^|[\s,;])(\d{1,3})[.)]\s+(?=\p{Lu})/gu;
const LEADING_AND = /^(?:sowie|und|as well as|and)\s+/iu;
const AS_WELL = /,?\s+(?:sowie(?: auch)?|as well as)\s+/iu;
const AND = /\s+(?:und|and|&|\+)\s+/iu;

/**
 * The entries of a list of members, as offices set them apart: by lines, semicolons or commas, by
 * numbers, and the last by "sowie". What is within a name that the directory knows sets nothing apart.
 * @param separators where the office says how its entries are set apart
 */
export function entriesOfMembers(
  text: string,
  known: KnownNames,
  separators?: readonly string[],
): string[] {
  const parts = partsOfMembers(text, known, separators);
  return withoutNumbers(parts, known)
    .flatMap((part) => apartBy(AS_WELL, part, known))
    .map((part) => (known.has(part) ? part : part.replace(LEADING_AND, '')))
    .flatMap((part) => bothOf(part, known));
}

function partsOfMembers(
  text: string,
  known: KnownNames,
  separators: readonly string[] | undefined,
): string[] {
  if (separators) return partsOfList(text, separators);
  const numbered = linesByNumber(text, known);
  if (WRAPPED.test(numbered)) return byCommas(numbered.replace(/[,،]?\s*\n/g, ', '), known);
  const parts = partsOfList(numbered, LISTED);
  if (parts.length > 1) return parts.flatMap((part) => knownByCommas(part, known));
  const slashed = partsOfList(numbered, [SLASH]);
  return slashed.length > 2 ? slashed : byCommas(numbered, known);
}

/** Puts entries that are numbered within one line on lines of their own. */
function linesByNumber(text: string, known: KnownNames): string {
  const numbers = [...text.matchAll(INLINE_NUMBER)].map(([, number]) => Number(number));
  const isCount = numbers.length > 1 && numbers.every((number, at) => number === at + 1);
  if (!isCount || known.has(text)) return text;
  return text.replace(INLINE_NUMBER, '\n$&').trim();
}

/** Takes away the numbers of a list that is counted through: "1. FC" beside others is a name. */
function withoutNumbers(parts: readonly string[], known: KnownNames): string[] {
  const numbers = parts.flatMap((part) => NUMBER.exec(part)?.[1] ?? []);
  const first = numbers[0] === 'a' ? 'a' : '1';
  const isCount =
    numbers.length > 1 &&
    numbers.length === parts.length &&
    numbers.every((number, at) => number === following(first, at)) &&
    !parts.some((part) => NUMBER.test(part) && known.has(part));
  return isCount ? parts.map((part) => part.replace(NUMBER, '')) : [...parts];
}

function following(first: string, steps: number): string {
  return first === '1' ? String(1 + steps) : String.fromCharCode(first.charCodeAt(0) + steps);
}

/** Sets entries apart by commas, except those within a provider's name or before its legal form. */
function byCommas(text: string, known: KnownNames): string[] {
  const parts = partsOfList(text, COMMAS);
  const entries: string[] = [];
  for (let at = 0; at < parts.length;) {
    let end = Math.min(parts.length, at + known.mostCommas + 1);
    while (end > at + 1 && !known.has(parts.slice(at, end).join(', '))) end--;
    while (end < parts.length && LEGAL_FORM.test(parts[end] ?? '')) end++;
    entries.push(parts.slice(at, end).join(', '));
    at = end;
  }
  return entries;
}

/**
 * The same for one entry of a list, whose commas may be within a name: only if all are known, or
 * the entry is a list of its own, "Gäste: Kita Sonne, Hort".
 */
function knownByCommas(part: string, known: KnownNames): string[] {
  if (known.has(part)) return [part];
  const entries = byCommas(part, known);
  return LABEL.test(part) || entries.every((entry) => known.has(entry)) ? entries : [part];
}

function apartBy(word: RegExp, part: string, known: KnownNames): string[] {
  return known.has(part) ? [part] : part.split(word).filter(Boolean);
}

/** Sets "A und B" apart where the directory knows both: elsewhere, it may be a name. */
function bothOf(part: string, known: KnownNames): string[] {
  if (known.has(part)) return [part];
  const both = part.split(AND);
  return both.length > 1 && both.every((entry) => known.has(entry)) ? both : [part];
}
