import { words } from '../text.js';

/** What sets names apart, also within one: "Netzwerk Arbeit, Bildung und Familie". */
const BETWEEN = /\s*[,;|\n]\s*|\s+(?:und|sowie|and|&)\s+/giu;
/** The most parts of one name. */
const MOST_PARTS = 6;
const LEGAL_FORM = /[\s,]+e\.? ?v\.?$/iu;

/** A name as names are compared: folded, without punctuation. */
export function nameKey(name: string): string {
  return words(name).join(' ');
}

/** A network's name as such names are compared: as others, and without "e. V.". */
export function networkKey(name: string): string {
  return nameKey(name.trim().replace(LEGAL_FORM, ''));
}

/** What an organisation's own words say of its networks. */
export interface OwnNetworks<Found> {
  /** Those that are known, each once. */
  found: Found[];
  /** What names none, as it is written. */
  others: string[];
}

/**
 * Reads an organisation's own words for its networks: the name of one, or of several with commas or
 * "und" between them.
 * @param find finds a network by its name
 */
export function readOwnNetworks<Found>(
  text: string,
  find: (name: string) => Found | undefined,
): OwnNetworks<Found> {
  const parts = partsOf(text);
  const found = new Set<Found>();
  const others: string[] = [];
  let unknown: number | undefined;
  const leave = (end: number) => {
    const rest = unknown === undefined ? '' : text.slice(unknown, end).trim();
    if (rest) others.push(rest);
    unknown = undefined;
  };
  for (let at = 0; at < parts.length;) {
    const { start } = parts[at] ?? { start: 0 };
    let last = Math.min(parts.length, at + MOST_PARTS) - 1;
    let known: Found | undefined;
    while (last >= at && known === undefined) {
      known = find(text.slice(start, parts[last]?.end));
      if (known === undefined) last -= 1;
    }
    if (known === undefined) unknown ??= start;
    else {
      leave(parts[at - 1]?.end ?? 0);
      found.add(known);
    }
    at = Math.max(last, at) + 1;
  }
  leave(text.length);
  return { found: [...found], others };
}

/** The places of a text's parts. */
function partsOf(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: between } of text.matchAll(BETWEEN)) {
    parts.push({ start, end: index });
    start = index + between.length;
  }
  return [...parts, { start, end: text.length }];
}
