/** Compares two offers by ordinal, as `Array.prototype.sort` asks for it; no two are equal. */
export type Compare = (a: number, b: number) => number;

/** The places of a page in an order. */
interface Places {
  from: number;
  /** The first that is not in it. */
  to: number;
}

/** So few are sorted at once. */
const FEW = 32;

/**
 * The ordinals that come at some places in an order. The others are not sorted: what comes after the
 * page is passed by, and what comes before it stays as it is.
 */
export function pick(ordinals: Uint32Array, { from, to }: Places, compare: Compare): number[] {
  // As many as come by the end of the page, in no order, and some more.
  const first = new Uint32Array(Math.min(ordinals.length, 2 * to));
  let length = 0;
  let last: number | undefined;
  for (const ordinal of ordinals) {
    if (last !== undefined && compare(last, ordinal) < 0) continue;
    first[length] = ordinal;
    length += 1;
    if (length < 2 * to) continue;
    settle(first, { from: to - 1, to }, compare);
    last = first[to - 1];
    length = to;
  }
  const left = first.subarray(0, length);
  settle(left, { from, to: Math.min(to, length) }, compare);
  return Array.from(left.subarray(from, to));
}

/** Moves ordinals until those at some places are the ones that belong there (quickselect). */
function settle(ordinals: Uint32Array, { from, to }: Places, compare: Compare): void {
  const waiting: [low: number, high: number][] = [[0, ordinals.length]];
  for (let some = waiting.pop(); some; some = waiting.pop()) {
    const [low, high] = some;
    if (high <= from || low >= to) continue;
    if (high - low <= FEW) {
      ordinals.subarray(low, high).sort(compare);
      continue;
    }
    const middle = divide(ordinals, low, high, compare);
    waiting.push([low, middle], [middle, high]);
  }
}

/** Divides some into those that come before the others. @returns where the others begin (Hoare) */
function divide(ordinals: Uint32Array, low: number, high: number, compare: Compare): number {
  const pivot = ordinals[(low + high) >>> 1] ?? 0;
  let left = low;
  let right = high - 1;
  for (;;) {
    while (compare(ordinals[left] ?? 0, pivot) < 0) left += 1;
    while (compare(pivot, ordinals[right] ?? 0) < 0) right -= 1;
    if (left >= right) return right + 1;
    const other = ordinals[left] ?? 0;
    ordinals[left] = ordinals[right] ?? 0;
    ordinals[right] = other;
    left += 1;
    right -= 1;
  }
}
