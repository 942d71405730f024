import type { Locale } from './locale.js';

type Loaders<Texts> = Partial<Record<string, (() => Promise<{ default: Texts }>) | 0>>;

/**
 * What gives the texts of a part that has a file of its own in each language: German ones until, or
 * instead of, those of another language, which are loaded by themselves. What it gives is undefined
 * until they have come; `came` is called then.
 */
export function partTexts<Texts>(
  builtIn: Texts,
  loaders: Loaders<Texts>,
): (locale: Locale, came: () => void) => Texts | undefined {
  const known = new Map<string, Texts>();
  return ({ language }, came) => {
    const load = loaders[language];
    if (!load) return builtIn;
    const texts = known.get(language);
    if (texts) return texts;
    void load()
      .then(
        (module) => module.default,
        () => builtIn,
      )
      .then((loaded) => {
        known.set(language, loaded);
        came();
      });
    return undefined;
  };
}
