/** Documents by their numbers, each once, and their scores. */
export interface Worth {
  documents: readonly number[];
  values: readonly number[];
}

/** Adds up the scores of documents. */
export interface ScoreTally {
  put(document: number, value: number): void;
  putAll(worth: Worth, weight?: number): void;
  /**
   * Returns the scores and begins again. @param least the times a document must have been put here
   */
  take(least?: number): Worth;
}

/**
 * Makes a tally. It is as long as the index, and so made once for it.
 *
 * @param join combines two values of a document; by default their sum
 */
export function createTally(
  length: number,
  join = (one: number, other: number) => one + other,
): ScoreTally {
  const values = new Float64Array(length);
  /** The number of times each document was put here. */
  const counts = new Float64Array(length);
  let documents: number[] = [];

  function put(document: number, value: number) {
    const count = counts[document] ?? 0;
    if (count === 0) documents.push(document);
    counts[document] = count + 1;
    values[document] = join(values[document] ?? 0, value);
  }

  return {
    put,
    putAll(worth, weight = 1) {
      worth.documents.forEach((document, at) => put(document, (worth.values[at] ?? 0) * weight));
    },
    take(least = 0) {
      const taken =
        least > 1 ? documents.filter((document) => (counts[document] ?? 0) >= least) : documents;
      const worth = { documents: taken, values: taken.map((document) => values[document] ?? 0) };
      for (const document of documents) values[document] = counts[document] = 0;
      documents = [];
      return worth;
    },
  };
}
