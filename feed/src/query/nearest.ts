import { edits } from '../search/edits.js';

/** The number of letters that have to be right for each typing error beyond the first. */
const LETTERS = 5;

/**
 * The candidate that a person most likely meant, or undefined where none is close: one typing
 * error, two in words of eleven letters, three in sixteen; none in a single letter. Of two that are
 * equally close, the one that begins the same.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Infinity;
  const most = wanted.length < 2 ? 0 : Math.max(1, Math.floor((wanted.length - 1) / LETTERS));
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const needed = edits(wanted, other, most);
    const weight = other.charAt(0) === wanted.charAt(0) ? needed : needed + 0.5;
    if (needed > most || weight >= least) continue;
    best = candidate;
    least = weight;
  }
  return best;
}
