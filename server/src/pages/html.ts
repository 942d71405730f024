export * from '../text/html.js';
