const WORDS = ['deutsch', 'nähen', 'sport', 'kinder', 'beratung', 'frauen', 'arabisch', 'kaffee'];

/** What visitors ask for: lists, searches, the whole set, texts in other languages. */
export const PATHS: readonly string[] = [
  '/v1/offers?lang=de',
  '/v1/offers/set?lang=de',
  '/v1/offers?lang=en',
  '/v1/offers?place=witten&lang=de',
  '/v1/offers?audience=women&lang=ar',
  ...WORDS.map((word) => `/v1/offers?q=${encodeURIComponent(word)}&lang=de`),
  ...Array.from({ length: 12 }, (_, index) => `/v1/offers?page=${index + 1}&lang=de`),
];
