/**
 * `u` and `y` between vowels are consonants, and such a consonant does not count as a vowel for the
 * next.
 */
const CONSONANT = /([aeiouy])([uy])(?=[aeiouy])/g;

/** Finds the start of the part that follows the first consonant after a vowel. */
function region(word: string, from: number): number {
  const at = word.slice(from).search(/[aeiouy][^aeiouy]/);
  return at < 0 ? word.length : from + at + 2;
}

/**
 * The German stemmer of Snowball (https://snowballstem.org/algorithms/german/stemmer.html) for a
 * folded word: `heilungen` and `heilung` are `heil`.
 */
export function stemGerman(folded: string): string {
  let word = folded.replace(
    CONSONANT,
    (_, vowel: string, letter: string) => vowel + letter.toUpperCase(),
  );
  const first = region(word, 0);
  const second = region(word, first);
  const most = Math.max(first, 3);

  /** Removes an ending that begins in a region; says whether it was there. */
  const cut = (ending: RegExp, from: number): boolean => {
    const at = word.search(ending);
    if (at < from) return false;
    word = word.slice(0, at);
    return true;
  };

  // The longest ending decides, even where it begins too early.
  if (/(em|ern|er)$/.test(word)) cut(/(em|ern|er)$/, most);
  else if (/(e|en|es)$/.test(word)) {
    if (cut(/(e|en|es)$/, most)) word = word.replace(/niss$/, 'nis');
  } else cut(/(?<=[bdfghklmnrt])s$/, most);

  if (/(en|er|est)$/.test(word)) cut(/(en|er|est)$/, most);
  else cut(/(?<=...[bdfghklmnt])st$/, most);

  if (/(end|ung)$/.test(word)) {
    if (cut(/(end|ung)$/, second)) cut(/(?<!e)ig$/, second);
  } else if (/(ig|ik|isch)$/.test(word)) cut(/(?<!e)(ig|ik|isch)$/, second);
  else if (/(lich|heit)$/.test(word)) {
    if (cut(/(lich|heit)$/, second)) cut(/(er|en)$/, most);
  } else if (cut(/keit$/, second)) {
    if (!cut(/lich$/, second)) cut(/ig$/, second);
  }
  return word.toLowerCase();
}
