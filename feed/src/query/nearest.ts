import { edits } from '../search/edits.js';

/** The candidate that a person most likely meant, or nothing where none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let most = Math.max(2, Math.ceil(wanted.length / 3));
  for (const candidate of candidates) {
    const needed = edits(wanted, candidate.toLowerCase(), most);
    if (needed > most) continue;
    best = candidate;
    most = needed - 1;
  }
  return best;
}
