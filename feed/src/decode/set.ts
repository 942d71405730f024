import type { QuestionAnswer, SetAnswer } from '../model/wire.js';
import { answerParts, providers } from './decode.js';
import { list, object, text } from './shape.js';
import { card } from './whole.js';

const numbers = list((value) => (Number.isInteger(value) ? value : undefined));
const search = object('documents#! words! stopWords!', {
  'counts!': numbers,
  'places!': list(numbers),
});

const setAnswer = object('', {
  ...answerParts,
  'offers!': list(card),
  'providers!': providers,
  'search!': search,
});

/** Like `readOffersAnswer`, for the whole set inside a lock; its cards are whole. */
export const readSetAnswer = (json: unknown) => setAnswer(json) as SetAnswer | undefined;

const questionAnswer = object('', {
  'senses!': list(object('asked! language! means*! weight#')),
  found: list(text),
  choices: list(object('asked! start#! end#! name! value! label!')),
  nearest: list(object('name=topic|place! value! label! total#!')),
});

/** Like `readOffersAnswer`, for what a question means. */
export const readQuestionAnswer = (json: unknown) =>
  questionAnswer(json) as QuestionAnswer | undefined;
