import { GERMAN } from '@vielfalt/feed/meaning';

/** The two languages of a dictionary. */
export interface Direction {
  /** BCP 47; not German. */
  language: string;
  /** Tells whether it explains German words in that language. */
  isFromGerman: boolean;
}

/**
 * A language's shortest tag: `uk` for `ukr`, `kmr` for Kurdish; undefined where it is not a
 * language.
 */
export function languageTag(text: string): string | undefined {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(text);
    const primary = new Intl.Locale(tag).language;
    const isKnown = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(primary);
    // Search has Kurmanji; dictionaries call it Kurdish.
    return isKnown && (primary === 'ku' ? 'kmr' : primary);
  } catch {
    return undefined;
  }
}

/** Reads the direction from a file's name, as FreeDict's have it: `ukr-deu.tei`. */
export function directionIn(name: string): Direction | undefined {
  for (const [one, other] of pairsIn(name)) {
    if (one === GERMAN && other !== GERMAN) return { language: other, isFromGerman: true };
    if (other === GERMAN && one !== GERMAN) return { language: one, isFromGerman: false };
  }
  return undefined;
}

/** All pairs of languages in a file's name. */
export function pairsIn(name: string): [from: string, to: string][] {
  const pairs = name.matchAll(/(?<![a-z])([a-z]{2,3})(?=-([a-z]{2,3})(?![a-z]))/gi);
  return [...pairs].flatMap(([, from = '', to = '']): [string, string][] => {
    const [one, other] = [languageTag(from), languageTag(to)];
    return one && other ? [[one, other]] : [];
  });
}
