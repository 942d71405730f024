import { words } from '@vielfalt/feed';

/** Returns a text in which streets can be compared: "Hauptstraße 5" and "Hauptstr. 5" are one. */
export function streetWords(text: string): string {
  return words(text)
    .join(' ')
    .replaceAll(/str(asse)?\b/g, 'str')
    .replaceAll(/ (?=str\b)/g, '');
}
