import { stemGerman } from './german.js';

/** Feminine forms: `lehrerin`, `lehrerinnen`; not `drinnen`, `gewinnen`, `terminen`. */
const FEMININE =
  /(?<=..er|arzt|kolleg|freund|student|beamt|kund|patient)inn?(en)?$|(?<=....)innen$/;

/**
 * Without this, the stemmer would take its last letter for a genitive's, and no compound of it
 * would be known.
 */
const COURSE = /^(.*kurs)(e[ns]?)?$/;

/**
 * The stem of a folded word, common to its inflected forms: German by Snowball's rules, feminine
 * forms like masculine ones. Words in other scripts stay as they are.
 */
export function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const course = COURSE.exec(word)?.[1];
  return course ?? stemGerman(word.replace(FEMININE, ''));
}
