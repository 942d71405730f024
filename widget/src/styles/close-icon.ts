import { icon } from './icons.js';

export const closeIcon = icon('m6 6 12 12M18 6 6 18');
