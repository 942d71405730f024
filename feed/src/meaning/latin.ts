/** Letters that people write for one sound, one or the other. */
const SOUNDS: [RegExp, string][] = [
  [/shch|sch|sh/g, 's'],
  [/ch|ts|tz/g, 'c'],
  [/kh|gh/g, 'h'],
  [/zh/g, 'z'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/[gx57]/g, 'h'],
  [/q/g, 'k'],
  [/[aeiouyjw23'ʼ’]/g, ''],
  [/(.)\1+/g, '$1'],
  [/(?<=..)h$/, ''],
];

/**
 * The consonants of a word in Latin letters, so that the ways in which people write another script
 * with them are one: `nimetskoyi` and `німецької`, `doroos` and `دروس`.
 */
export function skeleton(word: string): string {
  let rest = word;
  for (const [sound, letter] of SOUNDS) rest = rest.replace(sound, letter);
  return rest;
}
