import type { Level } from '../model/common.js';

// What only choosing and filtering need, apart from what a first request does.

/** The parts of the day that have a name, as wall-clock times. */
export const TIMES_OF_DAY = {
  morning: '06:00-12:00',
  afternoon: '12:00-17:00',
  evening: '17:00-23:00',
} as const;

export const TIMES = Object.keys(TIMES_OF_DAY);

export const LEVELS = ['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const satisfies Level[];

export const DEFAULT_KM = 10;

/** Offers on a page, at most. */
export const MAX_LIMIT = 100;
