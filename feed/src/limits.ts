/**
 * How many offers a browser may search by itself where the directory does not say: a set of so many
 * weighs some 100 kB. The service searches more than that sooner than a telephone has them.
 */
export const DEFAULT_LOCAL_LIMIT = 100;
