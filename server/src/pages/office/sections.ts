import type { OfficeSection } from './section.js';

/** All sections of the office's list, in their order. */
export const SECTIONS: readonly OfficeSection[] = [];
