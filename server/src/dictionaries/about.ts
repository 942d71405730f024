import { GERMAN } from '@vielfalt/feed/meaning';

/** The two languages of a dictionary. */
export interface Direction {
  /** BCP 47; not German. */
  language: string;
  /** Whether German words are told in it. */
  isFromGerman: boolean;
}

const LONGEST = 150;

/** A language's shortest tag: `uk` for `ukr`, `kmr` for Kurdish; nothing where it is none. */
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

/** What a file's name tells, as FreeDict's do: `ukr-deu.tei`. */
export function directionIn(name: string): Direction | undefined {
  for (const [, from = '', to = ''] of name.matchAll(
    /(?<![a-z])([a-z]{2,3})-([a-z]{2,3})(?![a-z])/gi,
  )) {
    const [one, other] = [languageTag(from), languageTag(to)];
    if (one === GERMAN && other && other !== GERMAN) return { language: other, isFromGerman: true };
    if (other === GERMAN && one && one !== GERMAN) return { language: one, isFromGerman: false };
  }
  return undefined;
}

const CREATIVE_COMMONS = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i;
const GNU =
  /\b(GNU (?:Lesser |Affero |Free Documentation )?(?:General Public )?Licen[cs]e|[AL]?GPL|GFDL)\b(?:[\s,(]*(?:v|ver\.?|version)?\s*([1-3](?:\.\d)?))?/i;

/** A licence in short, from all that a dictionary says of it. */
export function licenceIn(text: string): string {
  const [, kind, version = ''] = CREATIVE_COMMONS.exec(text) ?? [];
  if (kind !== undefined) {
    return kind === 'zero' ? `CC0 ${version}` : `CC ${kind.toUpperCase()} ${version}`;
  }
  const [, name, number] = GNU.exec(text) ?? [];
  if (name !== undefined) {
    const isLater = /(?:any|or) later/i.test(text) ? ' or later' : '';
    return [name, number].filter(Boolean).join(' ') + isLater;
  }
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
