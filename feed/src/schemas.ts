/**
 * JSON Schema 2020-12 of everything that the feed writes and reads; for servers, not for elements.
 */
export * from './model/common.js';
export * from './model/directory.js';
export * from './model/file.js';
export * from './model/lexicon.js';
export * from './model/network.js';
export * from './model/offer.js';
export * from './model/provider.js';
export * from './model/schedule.js';
export * from './model/vocabulary.js';
export * from './model/wire.js';
export * from './model/wire-map.js';
export * from './model/wire-professionals.js';
export * from './model/wire-providers.js';
export * from './model/wire-records.js';
export * from './model/wire-similar.js';
