import type { SetAnswer } from '../model/wire.js';
import { about, providers } from './reader.js';
import { list, object } from './shape.js';
import { card } from './whole.js';

const setAnswer = object('', { ...about, 'offers!': list(card), 'providers!': providers });

/** Like `readOffersAnswer`, for the whole set inside a lock; its cards are whole. */
export const readSetAnswer = (json: unknown) => setAnswer(json) as SetAnswer | undefined;
