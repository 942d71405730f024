import { fold, type Offer } from '@vielfalt/feed';
import { findWeb } from './contact.js';
import { readDate } from './date.js';
import { keywords } from './keywords.js';
import { note } from './note.js';

type Registration = NonNullable<Offer['registration']>;

const word = keywords({
  yes: 'ja|j|x|✓|1|wahr|erforderlich|notwendig|nötig|pflicht|verbindlich|mit anmeldung|nur mit anmeldung|anmeldung|anmeldung erforderlich|anmeldung notwendig|anmeldung nötig|anmeldepflichtig|voranmeldung erforderlich|mit voranmeldung|anmeldung ist erforderlich|yes|required|registration required',
  no: 'nein|n|0|falsch|-|keine|ohne|nicht erforderlich|nicht notwendig|nicht nötig|ohne anmeldung|keine anmeldung|keine anmeldung erforderlich|keine anmeldung nötig|keine anmeldung notwendig|anmeldung nicht erforderlich|keine voranmeldung|einfach vorbeikommen|einfach kommen|offen|no|none|not required|no registration|drop-in|drop in',
});
const NEEDED =
  /\b(?:erforderlich|notwendig|notig|verbindlich\w*|anmeldepflichtig|pflicht|required)\b/;
const UNSURE =
  /\b(?:nicht|kein\w*|ohne|falls|wenn|bei|teilweise|nur|sonst|auch|not|no|if|only|oder)\b/;
const UNTIL =
  /\b(?:bis|until)(?:\s+(?:zum|spätestens|spatestens))?\s+(\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9}\.?)\s?\d{2,4}|\d{4}-\d\d-\d\d)(?!\d)/iu;

/** Reads whether one has to register; the text is kept wherever it says more than yes or no. */
export function readRegistration(text: string): Registration {
  const kept = note(text);
  if (!kept) return {};
  const plain = word(kept);
  if (plain) return { needed: plain === 'yes' };
  const folded = fold(kept);
  const until = readDate(UNTIL.exec(kept)?.[1] ?? '');
  const web = findWeb(kept);
  const isNeeded = (NEEDED.test(folded) || until !== undefined) && !UNSURE.test(folded);
  return {
    ...(isNeeded && { needed: true }),
    ...(until && isNeeded && { until }),
    ...(web && { web }),
    ...(web !== kept && { text: kept }),
  };
}
