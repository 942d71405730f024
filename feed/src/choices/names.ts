/** The facets that are offered by their values, in this order. */
export const FACETS = ['topic', 'place', 'audience', 'kind', 'spoken', 'day', 'time'] as const;
export type FacetName = (typeof FACETS)[number];
