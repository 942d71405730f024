import { fold } from '../text.js';
import { stem } from './stem.js';

/**
 * Spellings for both genders at once: `Schüler*innen`, `Schüler:innen`, `Schüler/-innen`. Looked for by
 * the sign in them: from each letter on, it would take the square of the length of words.
 */
const BOTH_GENDERS = /(?<=\p{L}{3})(?:[*:_·•]|\/-?|\()(in|innen)\b\)?/giu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:\+\+|#(?!\p{L}))?/gu;
const STREET = /^(.*?)(?:strasse|str)$/;
/** Likewise only from the beginning of a word. */
const HYPHENATED = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;

/** A word as it was typed (folded), and its stem. */
export interface WordToken {
  word: string;
  stem: string;
}

/**
 * The words of a text in order, folded, in any script: runs of letters and digits, and signs that
 * are part of a name (`C++`, `C#`).
 */
export function foldedWords(text: string): string[] {
  return fold(text.replace(BOTH_GENDERS, '$1')).match(WORD) ?? [];
}

/** What search reads in a word: a street name is two, however it is written: `Wiesentalerstr.`. */
export function tokensOf(word: string): WordToken[] {
  const street = STREET.exec(word)?.[1];
  const isStreet = street === '' || (street && street.length > 3);
  const parts = isStreet ? [street, 'strasse'] : [word];
  return parts.filter(Boolean).map((each) => ({ word: each, stem: stem(each) }));
}

/** The words of a text in order, as search reads them. */
export function tokens(text: string): WordToken[] {
  return foldedWords(text).flatMap(tokensOf);
}

/** The hyphenated words of a text, without hyphens: `Eltern-Kind-Gruppe`. */
export function joinedTokens(text: string): WordToken[] {
  const hyphenated = text.match(HYPHENATED) ?? [];
  return hyphenated.flatMap((each) => tokens(each.replace(/[-‐‑]/g, '')));
}

/** A telephone number, which has more digits than a house number, an age or a postal code. */
const PHONE = /(?:\+|\b00)?\(?\d(?:[\s()/.–-]{0,3}\d){6,}/g;

/**
 * The telephone numbers in a text in one form: `023025550123`, whatever is between the digits, with
 * or without Germany's prefix.
 */
export function phoneNumbers(text: string): string[] {
  return (text.match(PHONE) ?? []).map((number) =>
    number
      .replace(/\(0\)/, '')
      .replace(/\D/g, '')
      .replace(/^(00)?49(?=\d{7})/, '0'),
  );
}

/** A text without its telephone numbers. */
export function withoutPhoneNumbers(text: string): string {
  return text.replace(PHONE, ' ');
}

/**
 * Says whether some words occur among others, one after the other; both with spaces between them.
 */
export function holds(words: string, some: string): boolean {
  return ` ${words} `.includes(` ${some} `);
}
