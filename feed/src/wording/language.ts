import { intl } from '../intl.js';
import type { Terms } from '../model/wire.js';
import { primary } from '../terms/heads.js';

const RIGHT_TO_LEFT =
  /^(ar|fa|ps|ur|ckb|sd|ug|he|yi|dv|aii|syr)\b(?!.*-latn\b)|-(arab|hebr|syrc|thaa)\b/i;

/** The direction that a language (BCP 47 tag) is written in. */
export function direction(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr';
}

/** Tells whether two tags (BCP 47) are of one language. */
export function isSameLanguage(tag: string, other: string): boolean {
  return primary(tag) === primary(other);
}

/**
 * A language's name: the directory's label for it, else what the platform calls it in `lang`, else
 * the tag itself.
 */
export function languageName(tag: string, lang: string, terms?: Pick<Terms, 'language'>): string {
  const label = terms?.language[tag.toLowerCase()]?.label;
  if (label) return label;
  try {
    const name = intl('DisplayNames', lang, { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  } catch {
    return tag;
  }
}
