import { fold } from '@vielfalt/feed';
import type { Cursor } from './cursor.js';

/** The meaning of a fixed phrase. */
export type PhraseMeaning =
  | 'by-appointment'
  | 'by-appointment-somehow'
  | 'any-time'
  /** At every hour of the day. */
  | 'all-day'
  /** A day as a whole, without a time. */
  | 'whole-day'
  /** The end is unknown. */
  | 'open-end'
  /** The way to register, or that nobody needs to. */
  | 'registration'
  | 'nothing';

type Step = { words: string[]; optional: boolean };
type Phrase = { steps: Step[]; meaning: PhraseMeaning };

/** `a|b`: either word; `[a]`: may be missing. The first that fits counts. */
const PHRASES: readonly Phrase[] = (
  [
    [
      'by-appointment',
      '[nur] [individuelle] [termin|termine] [bitte] [nur] nach|auf [vorheriger|individueller] vereinbarung|terminvereinbarung|absprache|terminabsprache|anfrage|abspr|vereinb',
    ],
    [
      'by-appointment-somehow',
      '[nur] [termin|termine] nach [vorheriger] telefonischer|persönlicher|schriftlicher vereinbarung|terminvereinbarung|absprache|terminabsprache',
    ],
    ['by-appointment', '[nur] [nach] n v'],
    ['by-appointment', 'termin|termine [bitte] vereinbaren'],
    ['by-appointment', 'individuelle termine'],
    ['by-appointment', 'termine individuell'],
    ['by-appointment', 'nur mit termin'],
    ['by-appointment', '[only] by appointment|arrangement [only]'],
    ['by-appointment', 'on|upon request'],
    ['by-appointment', 'appointment only'],
    ['any-time', 'laufender|fortlaufender einstieg|beginn|start|eintritt'],
    [
      'any-time',
      '[ein] einstieg|quereinstieg|start|beginn|eintritt [ist] laufend|jederzeit [möglich]',
    ],
    ['any-time', 'laufend|jederzeit einstieg|quereinstieg [möglich]'],
    ['any-time', '[you] [can] join|start [at] any time'],
    ['any-time', '[start|join] anytime'],
    ['any-time', 'rolling start|admission'],
    ['all-day', 'rund um die uhr'],
    ['all-day', 'round|around the clock'],
    ['whole-day', 'ganztägig|ganztags'],
    ['whole-day', 'den|der ganzen|ganze tag'],
    ['whole-day', 'all day'],
    ['whole-day', 'the whole day'],
    ['nothing', 'jede woche'],
    ['nothing', 'every week'],
    ['nothing', 'sonst|ansonsten geschlossen'],
    ['open-end', 'open end'],
    ['open-end', 'ende offen'],
    ['open-end', 'offenes ende'],
    [
      'registration',
      '[nur] mit|ohne|nach [vorheriger|vorherige|telefonischer|telefonische] anmeldung|voranmeldung',
    ],
    [
      'registration',
      'keine|vorherige|telefonische anmeldung|voranmeldung [ist] [erforderlich|nötig|notwendig|erbeten]',
    ],
    [
      'registration',
      'anmeldung|voranmeldung [ist] [nicht] [telefonisch|online] erforderlich|nötig|notwendig|erwünscht|erbeten|möglich',
    ],
    ['registration', 'um anmeldung|voranmeldung wird gebeten'],
    ['registration', 'bitte [vorher] [telefonisch|online] anmelden'],
    ['registration', 'ohne termin'],
    ['registration', 'no registration|appointment [required|needed|necessary]'],
    ['registration', 'registration required|needed|necessary'],
  ] as const
).map(([meaning, text]) => ({ meaning, steps: text.split(/ (?![^[]*\])/).map(step) }));

const OPEN = ['geoffnet', 'offen', 'open'];

/** The phrases that each word may begin. */
const BEGINNINGS = new Map<string, Phrase[]>();
for (const phrase of PHRASES) {
  for (const { words, optional } of phrase.steps) {
    for (const word of words) {
      const known = BEGINNINGS.get(word) ?? [];
      if (!known.includes(phrase)) BEGINNINGS.set(word, [...known, phrase]);
    }
    if (!optional) break;
  }
}

function step(text: string): Step {
  const optional = text.startsWith('[');
  return { words: text.replace(/[[\]]/g, '').split('|').map(fold), optional };
}

export function readPhrase(cursor: Cursor): PhraseMeaning | undefined {
  const token = cursor.peek();
  if (token?.kind === 'number') return readTwentyFour(cursor);
  if (token?.kind !== 'word') return undefined;
  const phrases = BEGINNINGS.get(token.text) ?? [];
  return phrases.find(({ steps }) => cursor.attempt(() => takeSteps(cursor, steps)))?.meaning;
}

function takeSteps(cursor: Cursor, steps: readonly Step[]): true | undefined {
  for (const { words, optional } of steps) {
    if (!cursor.takeAny(...words) && !optional) return undefined;
  }
  return true;
}

/** "24/7", "24 Stunden geöffnet", "open 24 hours". */
function readTwentyFour(cursor: Cursor): PhraseMeaning | undefined {
  const saysOpen = cursor.sees(OPEN, -1);
  return cursor.attempt(() => {
    if (cursor.take('number')?.value !== 24) return undefined;
    if (cursor.takeAny('/')) return cursor.take('number')?.value === 7 ? 'all-day' : undefined;
    if (!cursor.takeAny('stunden', 'hours')) return undefined;
    return cursor.takeAny(...OPEN) || saysOpen ? 'all-day' : undefined;
  });
}
