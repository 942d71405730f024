import {
  originAt,
  primary,
  type Card,
  type Facets,
  type Point,
  type TermHead,
  type Terms,
  type VocabularyList,
} from '@vielfalt/feed';
import type { WordedTerms } from '../answers/reference.js';

/**
 * The terms that cards and facets mention, with their parents; words stay out.
 * @param near the point that offers are near to: the place that has it in its middle is mentioned
 */
export function mentionedTerms(
  { terms }: WordedTerms,
  cards: Card[],
  facets: Facets = {},
  near?: Point,
): Terms {
  const origin = originAt(near, terms.place);

  const named: Record<VocabularyList, Iterable<string | undefined>> = {
    topic: [...cards.flatMap((card) => card.topics ?? []), ...values(facets, 'topic')],
    audience: [...cards.flatMap((card) => card.audiences ?? []), ...values(facets, 'audience')],
    kind: [...cards.map((card) => card.kind), ...values(facets, 'kind')],
    place: [
      ...cards.flatMap(places),
      ...values(facets, 'place'),
      ...Object.keys(terms.place).filter((id) => origin && terms.place[id] === origin),
    ],
    language: [...cards.flatMap(languages), ...values(facets, 'spoken')],
  };
  const pick = (list: VocabularyList) => {
    const wanted = withParents(terms, list, named[list]);
    return withoutWords(terms[list], (id) => wanted.has(id));
  };
  return eachList(pick);
}

/** All terms; words stay out. */
export function allTerms({ terms }: WordedTerms): Terms {
  return eachList((list) => withoutWords(terms[list]));
}

function eachList(of: (list: VocabularyList) => Record<string, TermHead>): Terms {
  return {
    topic: of('topic'),
    audience: of('audience'),
    kind: of('kind'),
    place: of('place'),
    language: of('language'),
  };
}

function withoutWords(heads: Record<string, TermHead>, isWanted = (_id: string) => true) {
  const wanted = Object.entries(heads).filter(([id]) => isWanted(id));
  return Object.fromEntries(wanted.map(([id, { words: _, ...head }]) => [id, head]));
}

function values(facets: Facets, name: string): string[] {
  return (facets[name] ?? []).map(({ value }) => value);
}

function places({ locations = [], serves = [] }: Card): (string | undefined)[] {
  return [...serves, ...locations.flatMap(({ town, district }) => [town, district])];
}

function languages({ spoken = [], taught, language }: Card): string[] {
  const tags = [...spoken.map((each) => each.language), taught, language].flatMap((tag) =>
    tag ? tag.toLowerCase() : [],
  );
  return tags.flatMap((tag) => [tag, primary(tag)]);
}

function withParents(
  terms: Terms,
  list: VocabularyList,
  ids: Iterable<string | undefined>,
): Set<string> {
  const wanted = new Set<string>();
  for (const id of ids) {
    for (let now = id; now && !wanted.has(now); now = terms[list][now]?.parent) wanted.add(now);
  }
  return wanted;
}
