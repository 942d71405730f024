import type { Cursor } from './cursor.js';

const WEEKS = new Map([
  ['zwei', 2],
  ['two', 2],
  ['drei', 3],
  ['three', 3],
  ['vier', 4],
  ['four', 4],
]);
const WORDS = new Map([
  ['vierzehntagig', 2],
  ['zweiwochig', 2],
  ['zweiwochentlich', 2],
  ['fortnightly', 2],
  ['dreiwochentlich', 3],
  ['vierwochentlich', 4],
]);
const OF_DAYS = ['tagig', 'tagige', 'tagigen', 'taglich'];

/**
 * Reads an interval in weeks: "alle 14 Tage", "14-tägig", "jede zweite Woche", "every two weeks".
 */
export function readInterval(cursor: Cursor): number | undefined {
  return (
    cursor.attempt(() => {
      const token = cursor.take('word');
      return token && WORDS.get(token.text);
    }) ??
    cursor.attempt(() => {
      cursor.skip('im');
      if (cursor.take('number')?.value !== 14) return undefined;
      cursor.skip('-');
      if (!cursor.takeAny(...OF_DAYS)) return undefined;
      cursor.takeAny('rhythmus', 'turnus', 'abstand');
      return 2;
    }) ??
    cursor.attempt(() => {
      const count = cursor.take('number')?.value ?? 0;
      cursor.skip('-');
      return cursor.takeAny('wochentlich', 'wochig') ? weeks(count) : undefined;
    }) ??
    cursor.attempt(() => {
      if (!cursor.takeAny('alle', 'every')) return undefined;
      const token = cursor.peek();
      cursor.at++;
      const count =
        token?.kind === 'number' ? token.value : token?.kind === 'word' ? WEEKS.get(token.text) : 0;
      if (cursor.takeAny('wochen', 'weeks')) return weeks(count);
      return count === 14 && cursor.takeAny('tage', 'days') ? 2 : undefined;
    }) ??
    cursor.attempt(() => {
      if (!cursor.takeAny('jede', 'every')) return undefined;
      const nth = cursor.takeAny('other') ? 2 : cursor.take('ordinal')?.value;
      return cursor.takeAny('woche', 'week') ? weeks(nth) : undefined;
    })
  );
}

function weeks(count = 0): number | undefined {
  return count >= 2 && count <= 12 ? count : undefined;
}
