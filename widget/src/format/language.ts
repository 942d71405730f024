import type { Terms } from '@vielfalt/feed';

const RIGHT_TO_LEFT = /^(ar|fa|ps|ur|ckb|sd|ug|he|yi|dv|aii|syr)(-|$)|-(arab|hebr|syrc|thaa)(-|$)/i;

/** The direction that a language (BCP 47 tag) is written in. */
export function direction(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(tag) && !/-latn(-|$)/i.test(tag) ? 'rtl' : 'ltr';
}

/**
 * A language's name: the directory's label for it, else what the browser calls it in `lang`,
 * else the tag itself.
 */
export function languageName(
  tag: string,
  lang: string,
  terms?: { language: Terms['language'] },
): string {
  const label = terms?.language[tag.toLowerCase()]?.label;
  if (label) return label;
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
