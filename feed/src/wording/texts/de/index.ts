import type { Wording } from '../../words.js';
import { choices } from './choices.js';
import { details } from './details.js';
import { card, frame } from './first.js';
import { hints } from './hints.js';

export const de: Wording = { tag: 'de', dir: 'ltr', frame, card, choices, details, hints };
