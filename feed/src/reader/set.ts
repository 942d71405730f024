import type { QuestionAnswer, SetAnswer } from '../model/wire.js';
import { about, providers } from './reader.js';
import { list, object, type Shape } from './shape.js';
import { card } from './whole.js';

const number: Shape = (value) => (Number.isInteger(value) ? value : undefined);
const any: Shape = (value) => (typeof value === 'string' ? value : undefined);
const search = object('documents#!', {
  'words!': any,
  'stopWords!': any,
  'counts!': list(number),
  'places!': list(list(number)),
});

const setAnswer = object('', {
  ...about,
  'offers!': list(card),
  'providers!': providers,
  'search!': search,
});

/** Like `readOffersAnswer`, for the whole set inside a lock; its cards are whole. */
export const readSetAnswer = (json: unknown) => setAnswer(json) as SetAnswer | undefined;

const questionAnswer = object('', {
  'senses!': list(object('asked! language!', { 'means!': list(any) })),
});

/** The same for what a question means. */
export const readQuestionAnswer = (json: unknown) =>
  questionAnswer(json) as QuestionAnswer | undefined;
