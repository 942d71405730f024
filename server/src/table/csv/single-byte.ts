import type { TextEncoding } from '../table.js';

export type SingleByte = Extract<TextEncoding, 'windows-1252' | 'macintosh' | 'cp850'>;

/** The characters of Windows-1252 at 0x80 to 0x9f; U+FFFD where it has none. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'.replaceAll(' ', '\ufffd');
/** The characters of DOS at 0x80 to 0xff in western Europe; code page 437 has the same letters there. */
const DOS =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Decodes bytes; none of these encodings carries anything from one byte to the next. */
export function decodeBytes(bytes: Uint8Array, encoding: SingleByte): string {
  if (encoding === 'macintosh') return new TextDecoder('macintosh').decode(bytes);
  const text = Buffer.from(bytes).toString('latin1');
  return encoding === 'cp850'
    ? text.replace(/[\x80-\xff]/g, (letter) => DOS[letter.charCodeAt(0) - 0x80]!)
    : text
        .replace(/[\x80-\x9f]/g, (control) => WINDOWS[control.charCodeAt(0) - 0x80]!)
        // ISO 8859-15 has the euro where others have the sign for an unspecified currency.
        .replace(/(?<=\d ?)¤|¤(?= ?\d)/g, '€');
}

/**
 * Finds a word that does not exist in Windows-1252, since another code page was meant: Cyrillic
 * ("Êóðñ"), Turkish ("þarký") or Polish ("zaj³cia"). Undefined where there is none.
 */
export function foreignWord(text: string): string | undefined {
  return FOREIGN.exec(text)?.[0];
}

const FOREIGN =
  /(?<!\p{L})(?=[À-ÿ]*[^ÄÖÜäöüß\P{L}])[À-ÿ]{4,}(?!\p{L})|\p{L}*(?:\p{L}[þð³¹¿]|[þð])\p{L}+|\p{L}+[þð]/u;

/** Returns a text as the bytes of Windows-1252; undefined where it has other letters. */
export function windowsBytes(text: string): Buffer | undefined {
  const codes = [...text].map((letter) => {
    const at = letter === '\ufffd' ? -1 : WINDOWS.indexOf(letter);
    return at >= 0 ? at + 0x80 : letter.codePointAt(0)!;
  });
  return codes.every((code) => code <= 0xff) ? Buffer.from(codes) : undefined;
}

/** A measure of how well a text reads: letters next to letters, and signs where they belong. */
export interface Plausibility {
  good: number;
  bad: number;
}

/** Judges each letter and sign beyond ASCII by the characters before and after it. */
export function plausibility(text: string): Plausibility {
  const found = { good: 0, bad: 0 };
  for (const match of text.matchAll(/[^\0-\x7f]/g)) {
    const verdict = judge(match[0], text[match.index - 1] ?? '', text[match.index + 1] ?? '');
    if (verdict > 0) found.good += verdict;
    else found.bad -= verdict;
  }
  return found;
}

function judge(sign: string, before: string, after: string): number {
  const isInside = isLetter(before) && isLetter(after);
  // Although letters by class, ƒ is a currency sign and ﬁ is not on any keyboard.
  if (isLetter(sign) && !/[ƒﬁﬂıªº]/.test(sign)) {
    if (/\p{Lu}/u.test(sign)) return isInWord(before, after) ? -1 : 0;
    // "GmbHäTest"
    if (/\p{Lu}/u.test(before) && /\p{Lu}/u.test(after)) return -1;
    return isLetter(before) || isLetter(after) ? (/[äöü]/.test(sign) ? 3 : 2) : 0;
  }
  // Apostrophes and dashes occur within words, "Köln–Bonn", and so do soft hyphens and stars.
  if (/[’‘–—…·•\u00ad\u00b4]/.test(sign)) return 0;
  if (/[„“”‚»«€§°®©™²³½¼¾×\u00a0]/.test(sign)) return isInside ? -1 : 0;
  return -1;
}

/** Tells whether a capital is misplaced within a word: "CafŽ", "HŠuser". */
function isInWord(before: string, after: string): boolean {
  return /\p{Ll}/u.test(before) || (/\p{Lu}/u.test(before) && /\p{Ll}/u.test(after));
}

function isLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

const OTHERS = ['macintosh', 'cp850'] as const;

/**
 * Detects the encoding of a text that is not Unicode. Windows-1252 is by far the most usual: another
 * is only chosen where the text does not read well in it, and does in the other.
 */
export class SingleByteGuess {
  readonly #found = {
    'windows-1252': { good: 0, bad: 0 },
    macintosh: { good: 0, bad: 0 },
    cp850: { good: 0, bad: 0 },
  };

  add(bytes: Uint8Array): void {
    for (const [encoding, sum] of Object.entries(this.#found)) {
      const { good, bad } = plausibility(decodeBytes(bytes, encoding as SingleByte));
      sum.good += good;
      sum.bad += bad;
    }
  }

  result(): SingleByte {
    const windows = this.#found['windows-1252'];
    const worth = ({ good, bad }: Plausibility) => good - 3 * bad;
    const [best] = OTHERS.filter((name) => {
      const { good, bad } = this.#found[name];
      return good > 0 && bad < windows.bad && worth({ good, bad }) > worth(windows);
    }).sort((one, other) => worth(this.#found[other]) - worth(this.#found[one]));
    return best ?? 'windows-1252';
  }
}
