import type { SetAnswer } from '../model/wire.js';
import { offers } from './reader.js';
import { object } from './shape.js';

const setAnswer = object('', offers);

/** Like `readOffersAnswer`, for the whole set inside a lock. */
export const readSetAnswer = (json: unknown) => setAnswer(json) as SetAnswer | undefined;
