/** Letters that Unicode does not decompose, and letters that people use interchangeably. */
const SAME: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
  ґ: 'г',
  // Arabic ta marbuta and alef maqsura; Persian kaf and yeh; the alef that carries a wasla.
  ة: 'ه',
  ى: 'ي',
  ک: 'ك',
  ی: 'ي',
  ٱ: 'ا',
  // Kurdish and Urdu heh, which others write as the Arabic one.
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
};

/** Vowel signs, accents and points of Latin, Greek, Cyrillic, Hebrew and Arabic; tatweel. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;

/**
 * Brings the spellings of one word to one form, for comparing, never for showing: lowercase, no
 * accents; ä, ae and a are one, likewise ö and ü (but the ue of "neue" and "Quelle" stays), ß and
 * ss; Turkish ı and i; Arabic without vowel signs, with one alef, ya, kaf and ta marbuta; Persian
 * letters as Arabic ones; decimal digits of both as 0 to 9. Folding twice makes no difference.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(/\p{Cf}/gu, '')
    .replace(/[ßæœøđðłıþςґةىکیٱەھہ]/g, (letter) => SAME[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/(\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})/gu, '$1')
    .replace(/([ao])e+/g, '$1')
    .replace(/(^|[^aeiouq])ue+/g, '$1u')
    .normalize('NFC');
}

/** The folded words of a text in order, in any script: runs of letters and digits. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
