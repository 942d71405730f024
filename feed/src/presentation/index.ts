export * from './details.js';
export * from './map.js';
export * from './practice.js';
export * from './professionals.js';
export * from './summary.js';
export * from './view.js';
