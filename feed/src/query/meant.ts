import { LOCK_ALIASES } from './aliases.js';
import { edits } from './nearest.js';
import type { LockName } from './query.js';

/** The number of letters that may be wrong: one of a short word, two of a long one. */
function leeway(length: number): number {
  return length < 3 ? 0 : length < 5 ? 1 : 2;
}

/** The lock that an editor may have meant by another name; nothing where none is near. */
export function meantLock(name: string): LockName | undefined {
  const parts = name.split(/[^\p{L}]+/u);
  let best: LockName | undefined;
  let least = Infinity;
  for (const word of [parts.join(''), ...parts]) {
    for (const [lock, ...called] of LOCK_ALIASES) {
      for (const each of called) {
        const most = leeway(Math.min(word.length, each.length));
        const needed = word === each ? 0 : edits(word, each, most);
        if (needed > most || needed >= least || (most === 0 && word !== each)) continue;
        best = lock;
        least = needed;
      }
    }
  }
  return best;
}
