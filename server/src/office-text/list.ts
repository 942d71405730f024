const BULLET = /^[\s•·▪*–-]+/;
const OPENING = '([{';
const CLOSING = ')]}';

/**
 * The entries of a list in one cell, trimmed, each once. Given separators count; otherwise
 * semicolons, bars, line ends and bullets, failing these commas, failing these slashes. Text in
 * brackets stays together, and so do figures: "1,5".
 */
export function splitList(text: string, separators?: readonly string[]): string[] {
  if (separators?.length) return entries(cut(text, separators));
  const kinds = [[';', '|', '\n', '\r', '•', '▪', '·'], [','], ['/']];
  for (const kind of kinds) {
    const parts = cut(text, kind);
    if (parts.length > 1) return entries(parts);
  }
  return entries([text]);
}

/** The entries between separators, trimmed, however often each is there. */
export function partsOfList(text: string, separators: readonly string[]): string[] {
  return trimmed(cut(text, separators));
}

function entries(parts: readonly string[]): string[] {
  return [...new Set(trimmed(parts))];
}

function trimmed(parts: readonly string[]): string[] {
  return parts.map((part) => part.replace(BULLET, '').trim()).filter(Boolean);
}

function cut(text: string, separators: readonly string[]): string[] {
  const parts: string[] = [];
  let depth = 0;
  const lastClosing = text.lastIndexOf(')');
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    const separator = separators.find((each) => text.startsWith(each, at));
    const isInside = depth > 0 && separator !== '\n' && at < lastClosing;
    if (separator && !isInside && !isDecimal(text, at)) {
      parts.push(text.slice(start, at));
      at += separator.length;
      start = at;
      if (separator === '\n') depth = 0;
    } else at++;
  }
  return [...parts, text.slice(start)];
}

function isDecimal(text: string, at: number): boolean {
  return text[at] === ',' && /\d,\d/.test(text.slice(Math.max(0, at - 1), at + 2));
}
