import { fold } from '@vielfalt/feed';

const set = (words: string) => new Set(words.split('|').map(fold));
const YES = set(
  'ja|j|yes|y|x|✓|✔|☑|✅|wahr|true|1|vorhanden|verfügbar|möglich|oui|да|نعم|evet|so ist es|trifft zu',
);
const NO = set(
  'nein|n|no|-|–|—|falsch|false|0|keine|kein|keiner|nicht vorhanden|nicht verfügbar|nicht möglich|☐|✗|✘|❌|нет|لا|hayır|trifft nicht zu',
);
const LONGEST = 30;

/** A tick, a cross or a word for yes or no; undefined where the cell says anything else. */
export function readYesNo(text: string): boolean | undefined {
  if (text.length > LONGEST) return undefined;
  const word = fold(text)
    .replace(/[.!]+$/, '')
    .trim();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}
