import { IGNORE } from './field.js';

/** Words for everyone: where nobody is left out, there is nothing to say. */
export const EVERYONE = Object.fromEntries(
  [
    ...['alle', 'für alle', 'alle Altersgruppen', 'jedes Alter', 'jeder', 'alle Interessierten'],
    ...['offen für alle', 'altersunabhängig', 'keine Einschränkung', 'all', 'everyone', 'all ages'],
  ].map((word) => [word, IGNORE]),
);

/** The same for places. */
export const EVERYWHERE = Object.fromEntries(
  ['überall', 'bundesweit', 'unbegrenzt', 'keine Einschränkung', 'everywhere', 'nationwide'].map(
    (word) => [word, IGNORE],
  ),
);

/** The vocabulary's lists, as reports call their entries. */
export const WORD_LISTS = {
  topic: 'topics',
  audience: 'audiences',
  kind: 'kinds',
  place: 'places',
  language: 'languages',
} as const;
