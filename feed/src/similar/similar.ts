import { distance } from '../answer/distance.js';
import type { Traits } from '../answer/traits.js';
import type { SimilarReason } from '../model/wire-similar.js';
import type { Card, Terms } from '../model/wire.js';
import type { Point } from '../query/query.js';
import type { TermTree } from '../terms/tree.js';

/** The most that are named. */
export const MOST_SIMILAR = 5;

/** What others are compared with: an offer, all of a provider's, or something that is missing. */
export interface Likeness {
  /** Ids of current terms. */
  topics: readonly string[];
  /** Ids of current terms; none: for everyone. */
  audiences: readonly string[];
  /** Where it is; none: nobody knows. */
  points: readonly Point[];
  /** The id of the provider that others are wanted besides. */
  provider?: string;
  /** Somebody for the audience will do, whatever their topics. */
  anyTopic?: true;
}

/** How often terms are named, of all the directory's offers on a day: rare ones count more. */
export interface TermCounts {
  offers: number;
  /** By id, those below it included. */
  topics: ReadonlyMap<string, number>;
  audiences: ReadonlyMap<string, number>;
}

/** The part of a card that likeness depends on. */
export type ComparedCard = Pick<
  Card,
  'id' | 'provider' | 'order' | 'topics' | 'audiences' | 'locations'
>;

/** The data that likeness depends on besides what is compared. */
export interface SimilarContext<Compared extends ComparedCard = Card> {
  terms: Terms;
  tree: TermTree;
  traits: (card: Compared) => Pick<Traits, 'topic' | 'audience'>;
  counts: TermCounts;
}

/** An offer that is like something, and why. */
export interface SimilarCard<Compared extends ComparedCard = Card> {
  card: Compared;
  reason: SimilarReason;
}

/** The share that an audience has in likeness, where a topic as rare has 1. */
const AUDIENCE_SHARE = 0.5;
/** What is left of likeness where both name audiences and share none. */
const OTHER_AUDIENCE = 0.5;
/** At this distance in kilometres likeness is worth half. */
const HALF_WORTH = 8;
/** What is nowhere in particular ranks as if it were so far away, in kilometres. */
const UNKNOWN_DISTANCE = 20;

/** What offers of one provider are like, together. */
export function likenessOf(cards: readonly Card[], terms: Terms): Likeness {
  const [first] = cards;
  return {
    topics: [...new Set(cards.flatMap(({ topics = [] }) => topics))],
    // With one offer for everyone the whole is for everyone.
    audiences: cards.every(({ audiences = [] }) => audiences.length > 0)
      ? [...new Set(cards.flatMap(({ audiences = [] }) => audiences))]
      : [],
    points: cards.flatMap((card) => pointsOf(card, terms)),
    ...(first && { provider: first.provider }),
  };
}

/**
 * Finds who else does something like it, near here: of each other provider the offer that is most
 * like it, at most `MOST_SIMILAR`. Likeness is the topics shared and, with half the weight, the
 * audiences, each worth more the rarer it is in the directory; it is worth less the further away. A
 * topic is shared where one side names it and the other names it or a part of it: two that have no
 * more in common than a wide topic neither names are not alike. The order of the candidates does not
 * matter; ties are broken by distance, then by title in the directory's collation, then by id.
 */
export function similar<Compared extends ComparedCard>(
  wanted: Likeness,
  candidates: readonly Compared[],
  { terms, tree, traits, counts }: SimilarContext<Compared>,
): SimilarCard<Compared>[] {
  const topics = sharing('topic', wanted.topics, tree, counts.topics);
  const audiences = sharing('audience', wanted.audiences, tree, counts.audiences);
  const worth = (ids: readonly string[], known: ReadonlyMap<string, number>) => {
    let sum = 0;
    for (const id of ids) sum += rarity(known.get(id), counts.offers);
    return sum;
  };

  const found = candidates.flatMap((card) => {
    if (card.provider === wanted.provider) return [];
    const { topic, audience } = traits(card);
    const reason: SimilarReason = {
      topics: topics(card.topics ?? [], topic),
      audiences: audiences(card.audiences ?? [], audience),
    };
    const isAlike =
      reason.topics.length > 0 || (wanted.anyTopic === true && reason.audiences.length > 0);
    if (!isAlike) return [];
    const isForOthers =
      wanted.audiences.length > 0 &&
      (card.audiences ?? []).length > 0 &&
      reason.audiences.length === 0;
    const km = nearest(wanted.points, pointsOf(card, terms));
    if (km !== undefined) reason.km = km;
    const likeness =
      (worth(reason.topics, counts.topics) +
        AUDIENCE_SHARE * worth(reason.audiences, counts.audiences)) *
      (isForOthers ? OTHER_AUDIENCE : 1);
    const far = km ?? UNKNOWN_DISTANCE;
    return [{ card, reason, score: (likeness * HALF_WORTH) / (HALF_WORTH + far), far }];
  });
  found.sort(
    (a, b) =>
      b.score - a.score ||
      a.far - b.far ||
      a.card.order - b.card.order ||
      (a.card.id < b.card.id ? -1 : 1),
  );
  const providers = new Set<string>();
  const best = found.filter(({ card: { provider } }) => {
    const isFirst = !providers.has(provider);
    providers.add(provider);
    return isFirst;
  });
  return best.slice(0, MOST_SIMILAR).map(({ card, reason }) => ({ card, reason }));
}

/** Finds the terms that two share, without those above other shared ones; the rarest comes first. */
function sharing(
  list: 'topic' | 'audience',
  wanted: readonly string[],
  tree: TermTree,
  counts: ReadonlyMap<string, number>,
) {
  const around = new Set(wanted.flatMap((id) => tree.lineage(list, id)));
  return (named: readonly string[], traits: ReadonlySet<string>): string[] => {
    const both = new Set([
      ...wanted.filter((id) => traits.has(id)),
      ...named.filter((id) => around.has(id)),
    ]);
    const above = new Set([...both].flatMap((id) => tree.lineage(list, id).slice(1)));
    return [...both]
      .filter((id) => !above.has(id))
      .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
  };
}

/** As words are weighed in search: the logarithm of how few offers have it. */
function rarity(count = 0, offers: number): number {
  return Math.log(1 + offers / Math.max(1, count));
}

/**
 * The points of an offer: of each location its own, else its district's or its town's. A location on
 * request has none: nobody learns how far away a shelter is.
 */
export function pointsOf({ locations = [] }: Pick<Card, 'locations'>, { place }: Terms): Point[] {
  return locations.flatMap(({ lat, lng, town = '', district = '', visibility }) => {
    if (visibility === 'on-request') return [];
    const known = [{ lat, lng }, place[district], place[town]];
    return known.flatMap(pointOf).slice(0, 1);
  });
}

function pointOf(at: Partial<Point> | undefined): Point[] {
  return at?.lat === undefined || at.lng === undefined ? [] : [{ lat: at.lat, lng: at.lng }];
}

/** The shortest way from one to another, in kilometres with one decimal. */
function nearest(from: readonly Point[], to: readonly Point[]): number | undefined {
  const all = from.flatMap((here) => to.map((there) => distance(here, there)));
  return all.length > 0 ? Math.round(10 * Math.min(...all)) / 10 : undefined;
}
