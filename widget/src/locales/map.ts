import builtIn from 'language:map/de';
import { loaders } from 'language:map/all';
import { partTexts } from './part.js';

/** The texts of the map. */
export const mapTexts = partTexts(builtIn, loaders);
