import { words } from '@vielfalt/feed';

/** A text with streets as they are compared: "Hauptstraße 5" and "Hauptstr. 5" are one. */
export function streetWords(text: string): string {
  return words(text)
    .join(' ')
    .replaceAll(/str(asse)?\b/g, 'str')
    .replaceAll(/ (?=str\b)/g, '');
}
