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

/**
 * The number of edits between two words: a letter more, less or other, or two neighbours swapped
 * (optimal string alignment distance). Anything above `most` is returned as `most + 1`.
 */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let last: number[] = [];
  let row = [0];
  for (let j = 1; j <= b.length; j++) row.push(j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (last[j - 2] ?? 0) + 1);
      }
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [last, row] = [row, next];
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}
