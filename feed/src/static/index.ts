export * from './layout.js';
export { smallestSet } from './sets.js';
export { scriptsOf } from './meanings.js';
export { StaticFeed, isStaticIndex, type StaticSource } from './static-feed.js';
