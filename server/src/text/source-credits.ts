import type { Source } from '@vielfalt/feed';

/** The sources that want to be named, as `Kreis Nord (CC BY 4.0)`, each once. */
export function sourceCredits(sources: readonly Source[]): string[] {
  const credits = sources.flatMap(({ attribution, licence }) => {
    if (attribution === undefined) return [];
    return licence === undefined ? attribution : `${attribution} (${licence})`;
  });
  return [...new Set(credits)];
}
