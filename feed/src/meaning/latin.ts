/** Letters that people use interchangeably for one sound. */
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
 * The consonants of a word in Latin letters, so that all the ways of writing another script with
 * them are alike: `nimetskoyi` and `німецької`, `doroos` and `دروس`.
 */
export function skeleton(word: string): string {
  let rest = word;
  for (const [sound, letter] of SOUNDS) rest = rest.replace(sound, letter);
  return rest;
}
