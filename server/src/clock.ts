/** Tells the time in milliseconds since the epoch; tests put their own in its place. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
