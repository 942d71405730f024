/** Documents by their numbers, each once, and their scores. */
export interface Worth {
  documents: Uint32Array;
  values: Float64Array;
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
  const documents = new Uint32Array(length);
  let size = 0;

  function put(document: number, value: number) {
    const count = counts[document] as number;
    if (count === 0) documents[size++] = document;
    counts[document] = count + 1;
    values[document] = join(values[document] as number, value);
  }

  return {
    put,
    putAll(worth, weight = 1) {
      worth.documents.forEach((document, at) =>
        put(document, (worth.values[at] as number) * weight),
      );
    },
    take(least = 0) {
      const all = documents.subarray(0, size);
      const taken = all.filter((document) => (counts[document] as number) >= least);
      const scores = new Float64Array(taken).map((document) => values[document] as number);
      for (const document of all) values[document] = counts[document] = 0;
      size = 0;
      return { documents: taken, values: scores };
    },
  };
}
