import { decodeBytes, plausibility, windowsBytes } from './csv/single-byte.js';

/** Letters that result from UTF-8 read as Windows-1252, or as Latin-1 with its controls. */
const RUN = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g;
/** The most repairs of one text: text that was misread three times is a text about it. */
const MOST_TIMES = 3;
/** Capitals that follow a lowercase letter in no language, but where Mac Roman was misread: "CafŽ". */
const MAC = /\p{Ll}[ŽŠŸ](?!\p{Lu})/u;
/** Characters that may follow a word in Windows-1252: quotation marks, dashes, an ellipsis, spaces. */
const BEHIND_WORDS = new Set([
  ...[0x80, 0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b],
  ...[0xa0, 0xab, 0xad, 0xae, 0xb4, 0xb7, 0xbb],
]);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Corrects a text whose letters were encoded in UTF-8 twice, "fÃ¼r", or read as Windows-1252 though in
 * Mac Roman, "CafŽ"; leaves every other text alone. "Ã" by itself, and "Spaß“", stay.
 */
export function mendText(text: string): string {
  let mended = text;
  for (let times = 0; times < MOST_TIMES; times++) {
    const next = mended.replace(RUN, (run, offset: number, whole: string) =>
      mendRun(run, whole[offset - 1] ?? '', whole[offset + run.length] ?? ''),
    );
    if (next === mended) break;
    mended = next;
  }
  return MAC.test(mended) ? fromMac(mended) : mended;
}

function mendRun(run: string, before: string, after: string): string {
  const bytes = windowsBytes(run);
  if (!bytes) return run;
  let read: string;
  try {
    read = utf8.decode(bytes);
  } catch {
    return mendPart(run, before, after);
  }
  return isMeant(bytes, before, after) ? read : run;
}

/** Corrects the wrong part of letters beside signs that are right: "„fÃ¼r", "ÃŸ“". */
function mendPart(run: string, before: string, after: string): string {
  return run.replace(
    /(?:[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â(?:€|‚|„)[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])/g,
    (part, offset: number) => {
      const bytes = windowsBytes(part);
      const [left, right] = [run[offset - 1] ?? before, run[offset + part.length] ?? after];
      if (!bytes || !isMeant(bytes, left, right)) return part;
      try {
        return utf8.decode(bytes);
      } catch {
        return part;
      }
    },
  );
}

/** Tells whether bytes that are UTF-8 are so on purpose. */
function isMeant(bytes: Buffer, before: string, after: string): boolean {
  const leads = [...bytes].filter((byte) => byte >= 0xc0);
  // "IRMÃ“": a capital, and a quotation mark after it.
  const isQuoted = bytes.length === 2 && [0x84, 0x85, 0x91, 0x92, 0x93, 0x94].includes(bytes[1]!);
  if (isQuoted && /\p{Lu}/u.test(before) && !/\p{L}/u.test(after)) return false;
  if (leads.every((lead) => lead === 0xc2 || lead === 0xc3 || lead === 0xe2)) return true;
  // "Å¡", "ÄŸ": Polish, Czech and Turkish have single such letters, and no language has a sign other than
  // a quotation mark after a capital.
  const isLatin = leads.length === 1 && bytes.length === 2 && [0xc4, 0xc5].includes(leads[0]!);
  // "Å»ycie": nor does a closing quotation mark precede a letter.
  const isInWord = bytes[1] === 0xbb && /\p{L}/u.test(after);
  if (isLatin && (isInWord || !BEHIND_WORDS.has(bytes[1]!))) return true;
  // Other scripts come in runs: a single sequence is more likely "Spaß“" or "CAFÉ“".
  return leads.length > 1;
}

function fromMac(text: string): string {
  const bytes = windowsBytes(text);
  const read = bytes && decodeBytes(bytes, 'macintosh');
  return read !== undefined && plausibility(read).bad === 0 ? read : text;
}
