import type { Location } from '@vielfalt/feed';

/** "barrierefrei", "teilweise", "nein"; undefined where the text says something else. */
export function readStepFree(text: string): Location['stepFree'] {
  void text;
  return undefined;
}
