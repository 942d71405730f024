import builtIn from 'language:map/de';
import { loaders } from 'language:map/all';
import type { MapTexts } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

const known = new Map<string, MapTexts>();

/**
 * The texts of the map; German ones until, or instead of, those of another language, which are loaded
 * by themselves.
 *
 * @param came called when they have come
 */
export function mapTexts({ language }: Locale, came: () => void): MapTexts | undefined {
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
}
