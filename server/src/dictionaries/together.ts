import type { KnownWords, LexiconMatch } from '@vielfalt/feed/meaning';

/** The number of German words looked for instead of one, whichever dictionaries they are from. */
const MOST_MEANINGS = 6;

/** Joins the dictionaries of each language into one: each may have words that another lacks. */
export function joinDictionaries(dictionaries: readonly KnownWords[]): KnownWords[] {
  const byTag = new Map<string, KnownWords[]>();
  for (const each of dictionaries) {
    byTag.set(each.tag, [...(byTag.get(each.tag) ?? []), each]);
  }
  return [...byTag].map(([tag, all]) => ({
    tag,
    isStopWord: (word) => all.some((each) => each.isStopWord(word)),
    match: (words) => joined(all.flatMap((each) => each.match(words) ?? [])),
  }));
}

/** Joins the longest matches, and of these the surest, into one. */
function joined(matches: readonly LexiconMatch[]): LexiconMatch | undefined {
  const length = Math.max(...matches.map((match) => match.length));
  const longest = matches.filter((match) => match.length === length);
  const sureness = Math.max(...longest.map((match) => match.sureness));
  const best = longest.filter((match) => match.sureness === sureness);
  if (best.length === 0) return undefined;
  // The likeliest of each come first.
  const most = Math.max(...best.map(({ german }) => german.length));
  const german = Array.from({ length: most }, (_, at) =>
    best.flatMap((match) => match.german[at] ?? []),
  ).flat();
  return { length, german: [...new Set(german)].slice(0, MOST_MEANINGS), sureness };
}
