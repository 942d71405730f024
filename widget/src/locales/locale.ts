import { loaders } from 'language:all';
import card from 'language:built-in/card';
import frame from 'language:built-in/frame';
import head from 'language:built-in/head';
import type { InterfaceTexts, WordingLanguage } from '@vielfalt/feed/wording';

/**
 * One interface language. The built-in one lacks the sections of parts that are loaded later; those
 * parts bring them along.
 */
export interface Locale
  extends
    WordingLanguage,
    Pick<InterfaceTexts, 'frame' | 'card'>,
    Partial<Omit<InterfaceTexts, 'frame' | 'card'>> {}

/** The built-in language, which serves until, or instead of, another: most host pages are German. */
export const builtIn: Locale = { ...head, frame, card };

/** Those that have come: what is inside an element has them at once, and is drawn with it. */
const known: Record<string, Locale> = {};

/**
 * The locale nearest to a page's language tag in lowercase letters (RFC 4647, 3.4), English where
 * there is none; the built-in one where its file cannot be loaded. Never rejects. Undefined where
 * the built-in one is the nearest.
 */
export function loadLocale(tag: string): Promise<Locale> | Locale | undefined {
  let nearest = tag;
  while (nearest && !(nearest in loaders)) nearest = nearest.replace(/-?[^-]*$/, '');
  const load = loaders[nearest || 'en'];
  return load
    ? (known[nearest] ??
        load().then(
          (module) => (known[nearest] = module.default),
          () => builtIn,
        ))
    : undefined;
}
