import { loaders } from 'language:all';
import card from 'language:built-in/card';
import frame from 'language:built-in/frame';
import head from 'language:built-in/head';
import type { InterfaceTexts, WordingLanguage } from '@vielfalt/feed/wording';

/** The sections that a language's second file brings. */
export type LaterTexts = Pick<
  InterfaceTexts,
  'networks' | 'professionals' | 'shortlist' | 'similar'
>;

/**
 * One interface language. The built-in one lacks the sections of parts that are loaded later; those
 * parts bring them along. Of another one `later` loads those that few pages show (`withLater`).
 */
export interface Locale
  extends
    WordingLanguage,
    Pick<InterfaceTexts, 'frame' | 'card'>,
    Partial<Omit<InterfaceTexts, 'frame' | 'card'>> {
  later?: () => Promise<{ default: LaterTexts }>;
}

/** The built-in language, which serves until, or instead of, another: most host pages are German. */
export const builtIn: Locale = { ...head, frame, card };

/** Those that have come: what is inside an element has them at once, and is drawn with it. */
const known = new Map<unknown, Locale>();

/** What loads the locale nearest to a language tag in lowercase letters (RFC 4647, 3.4), or to `other`. */
export function loaderOf(
  tag: string,
  other: string,
): (() => Promise<{ default: Locale }>) | 0 | undefined {
  let nearest = tag;
  while (nearest && !(nearest in loaders)) nearest = nearest.replace(/-?[^-]*$/, '');
  return loaders[nearest] ?? loaders[other];
}

/**
 * The locale nearest to a page's language tag, English where there is none; the built-in one where
 * its file cannot be loaded. Never rejects. Undefined where the built-in one is the nearest.
 */
export function loadLocale(tag: string): Promise<Locale> | Locale | undefined {
  const load = loaderOf(tag, 'en');
  return load
    ? (known.get(load) ??
        load().then(
          (module) => {
            known.set(load, module.default);
            return module.default;
          },
          () => builtIn,
        ))
    : undefined;
}
