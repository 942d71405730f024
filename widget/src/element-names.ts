/** All our elements, as a selector. */
export const ELEMENTS = [
  'vielfalt-directory',
  'vielfalt-search-box',
  'vielfalt-filters',
  'vielfalt-offer-list',
  'vielfalt-offer-card',
  'vielfalt-provider-card',
  'vielfalt-network-card',
  'vielfalt-map',
].join();
