import builtIn from 'language:reports/de';
import { loaders } from 'language:reports/all';
import { partTexts } from './part.js';

/** The texts of the form that reports a mistake. */
export const reportTexts = partTexts(builtIn, loaders);
