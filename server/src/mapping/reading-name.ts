/** Names that programs give to members: at least three letters each, or a number in a list. */
const DOTTED = /^(?:[\p{L}_][\p{L}\p{N}_-]{2,}|\d+)(?:\.(?:[\p{L}_][\p{L}\p{N}_-]{2,}|\d+))+$/u;
const SHOUTED = /^[\p{Lu}\p{N} ]*\p{Lu}{5}[\p{Lu}\p{N} ]*$/u;

/**
 * Returns a column's name as visitors may read it before its text: names that programs write
 * (`properties.TELEFON`, `opening_hours`, `contactPhone`) become words ("Telefon"); others stay.
 * @param column one name, or several joined by ", "
 */
export function readingName(column: string): string {
  return column.split(', ').map(wordsOf).join(', ');
}

function wordsOf(column: string): string {
  const parts = DOTTED.test(column) ? column.split('.').filter((part) => !/^\d+$/.test(part)) : [];
  const name = parts.at(-1) ?? column;
  if (name.includes(' ')) return name;
  const words = name
    .replaceAll('_', ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, name === column ? '' : ' ')
    .trim();
  const shown = SHOUTED.test(words) ? words.toLowerCase() : words;
  if (shown === column || shown === '') return column;
  return shown[0]!.toUpperCase() + shown.slice(1);
}
