import {
  termTree,
  type Likeness,
  type Lock,
  type ShownGap,
  type ProfessionalsAnswer,
  type Request,
} from '@vielfalt/feed';
import { townsIn } from '../../answers/axes.js';
import type { Site } from '../../answers/site.js';
import { findGaps } from '../../insight/gaps.js';

/** How many gaps are named. */
const MOST = 12;
/** How many who could offer it are named of each. */
const MOST_NAMED = 3;
/** What a gap can be held to. */
const LOCKS = ['place', 'topic', 'audience'] as const;

/**
 * What towns lack although most others have it, each with those who could offer it: providers with
 * that topic or for that audience nearby. What is missing in languages or times has no such answer,
 * and stays with insight. Nothing under a lock that gaps cannot be held to, and where no town is
 * asked for: nobody knows what a part of one lacks.
 */
export async function findMissing(
  site: Site,
  { query, lock }: Request,
): Promise<ProfessionalsAnswer['missing']> {
  if (Object.keys(lock).some((name) => !LOCKS.some((known) => known === name))) return undefined;
  const { terms } = site.reference.view(query.lang);
  const tree = termTree(terms);
  // Of each list its own term, or one above it.
  const isAsked = (list: (typeof LOCKS)[number], id: string | undefined) =>
    [query, lock].every((asked) => {
      const ids = asked[list]?.map((each) => tree.current(list, each));
      return !ids || (id !== undefined && tree.lineage(list, id).some((up) => ids.includes(up)));
    });
  if (!townsIn(terms).some((town) => isAsked('place', town))) return undefined;
  const { gaps } = await findGaps({ answers: site.answers, terms });
  const found = gaps.flatMap(({ town, parts: { topic, audience } }): Omit<ShownGap, 'could'>[] =>
    (topic ?? audience) &&
    isAsked('place', town) &&
    isAsked('topic', topic) &&
    isAsked('audience', audience)
      ? [{ place: town, ...(topic && { topic }), ...(audience && { audience }) }]
      : [],
  );
  const shown = found.slice(0, MOST).map(async (gap) => ({
    ...gap,
    could: await whoCould(gap, site, lock, query.lang),
  }));
  return { total: found.length, gaps: await Promise.all(shown) };
}

/** Those inside the lock who offer something like what is missing, near the town. */
async function whoCould(
  { place, topic, audience }: Omit<ShownGap, 'could'>,
  { answers, reference }: Site,
  lock: Lock,
  lang: string | undefined,
): Promise<ShownGap['could']> {
  const { lat, lng } = reference.view(lang).terms.place[place] ?? {};
  const wanted: Likeness = {
    topics: topic === undefined ? [] : [topic],
    audiences: audience === undefined ? [] : [audience],
    points: lat === undefined || lng === undefined ? [] : [{ lat, lng }],
    anyTopic: true,
  };
  const found = await answers.similar(wanted, lock, lang);
  return found
    .slice(0, MOST_NAMED)
    .filter(({ card }) => reference.providers.byId(card.provider))
    .map(({ card, reason }) => ({ provider: card.provider, reason }));
}
