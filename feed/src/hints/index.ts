export * from './choices.js';
export * from './meanings.js';
export * from './words.js';
