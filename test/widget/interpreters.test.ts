import { flagOfDirectory } from './flag-of-directory.js';

describe('where interpreters can be had', () => {
  flagOfDirectory('interpreters', 'mit Dolmetschern');
});
