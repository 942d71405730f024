import { tokens } from './tokens.js';

/**
 * Words as people see them: letters and digits with the signs that stand on them, the ending for
 * both genders (`Schüler*innen`, `Schüler/-innen`), the signs of `C++` and `C#`.
 */
const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Cf}]|(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic}))*(?:(?:(?<=\p{L}{3})(?:[*:_·•]|\/-?|\()(?:in|innen)(?![\p{L}\p{N}])\)?)|\+\+|#(?!\p{L}))?/giu;
const HYPHEN = /^[-‐‑]$/;

/**
 * Where the words of a text stand that a question finds, in UTF-16 code units, in their order: whole
 * words, of `Eltern-Kind-Gruppe` the parts or all of it.
 *
 * @param found stems, as `/v1/question` gives them
 */
export function marks(text: string, found: readonly string[]): [start: number, end: number][] {
  const wanted = new Set(found);
  const isFound = (words: string) => tokens(words).some(({ stem }) => wanted.has(stem));
  const all = [...text.matchAll(WORD)].map(({ 0: { length }, index }): [number, number] => [
    index,
    index + length,
  ]);
  const isJoined = ([, end]: [number, number], next: [number, number] | undefined) =>
    next !== undefined && HYPHEN.test(text.slice(end, next[0]));
  const marked: [number, number][] = [];
  for (let at = 0; at < all.length;) {
    const group: [number, number][] = [];
    for (let word = all[at]; word; word = isJoined(word, all[at]) ? all[at] : undefined) {
      group.push(word);
      at += 1;
    }
    const whole: [number, number] = [group[0]?.[0] ?? 0, group.at(-1)?.[1] ?? 0];
    const joined = text.slice(...whole).replace(/[-‐‑]/g, '');
    if (group.length > 1 && isFound(joined)) marked.push(whole);
    else marked.push(...group.filter((word) => isFound(text.slice(...word))));
  }
  return marked;
}
