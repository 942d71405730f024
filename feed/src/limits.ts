/**
 * The number of offers that a browser may search by itself where the directory does not say: such a
 * set weighs some 100 kB. The service searches more faster than a telephone loads them.
 */
export const DEFAULT_LOCAL_LIMIT = 100;

/** The time for which a check holds, in days. */
export const CHECK_DAYS = 365;
