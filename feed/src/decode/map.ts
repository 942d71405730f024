import type { AreasAnswer, PointsAnswer } from '../model/wire-map.js';
import { answerParts } from './decode.js';
import { list, object, record, type Decoder } from './shape.js';

const numbers = list((value) => (Number.isFinite(value) ? value : undefined));
const mapOffer = object('slug! title! language provider');
/** Points refer to offers by where they stand: what does not fit leaves its place empty. */
const mapOffers: Decoder = (value) => (Array.isArray(value) ? value.map(mapOffer) : undefined);
const pointsAnswer = object('total#', {
  ...answerParts,
  'offers!': mapOffers,
  'points!': list(object('lat#! lng#! town district name street isRough?', { 'offers!': numbers })),
});

const position: Decoder = (value) => {
  const read = numbers(value) as number[] | undefined;
  return read?.length === 2 ? read : undefined;
};
const areasAnswer = object('', { ...answerParts, 'areas!': record(list(list(position))) });

/** Like `readOffersAnswer`, for the points of a map; an offer that does not fit is `undefined`. */
export const readPointsAnswer = (json: unknown) => pointsAnswer(json) as PointsAnswer | undefined;

/** Like `readOffersAnswer`, for the shapes of places. */
export const readAreasAnswer = (json: unknown) => areasAnswer(json) as AreasAnswer | undefined;
