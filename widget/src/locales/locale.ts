import { de } from './de.js';
import type { Locale } from './texts.js';

export type { Locale } from './texts.js';

/** The built-in language, which serves until, or instead of, another: most host pages are German. */
export const builtIn: Locale = de;

const english = async () => (await import('./en.js')).en;
/** The other languages of the interface, by primary subtag; they come when needed. */
const LOADERS = new Map([
  ['en', english],
  ['ar', async () => (await import('./ar.js')).ar],
  ['tr', async () => (await import('./tr.js')).tr],
  ['uk', async () => (await import('./uk.js')).uk],
]);

/** Whether a page with a language tag in small letters is shown in the built-in language. */
export function isBuiltIn(tag: string): boolean {
  return /^de(-|$)/.test(tag);
}

/**
 * The locale for a page's language tag in small letters: its own, else English; the built-in one
 * where its file cannot be had. Never rejects.
 */
export async function loadLocale(tag: string): Promise<Locale> {
  try {
    return await (LOADERS.get(tag.replace(/-.*/, '')) ?? english)();
  } catch {
    return builtIn;
  }
}
