/** Numbers from 0 to 1, the same for each seed. */
export function randomFrom(seed: number): () => number;
