/** How many offers a browser may search by itself where the directory does not say. */
export const DEFAULT_LOCAL_LIMIT = 2_000;
