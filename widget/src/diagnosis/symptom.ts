import type { DiagnosisTexts } from '@vielfalt/feed/wording';

/** One thing that is wrong with a page, an element in it or its feed. */
export interface Symptom {
  /** The text that says so. */
  kind: keyof DiagnosisTexts['symptoms'];
  /** What the text has in braces. */
  values: Record<string, string | number>;
  /** The known name or value that may be meant. */
  nearest?: string | undefined;
}

/** What the console has said of elements and placeholders. */
const told = new WeakMap<Element, Symptom[]>();

/**
 * Tells the console what is wrong, and keeps it for a diagnosis.
 *
 * @param message the symptom in English, for the page's programmers
 */
export function report(element: Element, symptom: Symptom, message: string): void {
  console.error(`Vielfalt: ${message}`, element);
  told.set(element, [...(told.get(element) ?? []), symptom]);
}

/** What has been reported of an element. */
export function reportedOf(element: Element): readonly Symptom[] {
  return told.get(element) ?? [];
}
