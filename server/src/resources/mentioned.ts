import { primary, type Card, type Facets, type Terms, type VocabularyList } from '@vielfalt/feed';
import type { View } from '../publication/view.js';

/** The terms that cards and facets mention, with their parents; words stay out. */
export function mentionedTerms({ terms }: View, cards: Card[], facets: Facets = {}): Terms {
  const named: Record<VocabularyList, Iterable<string | undefined>> = {
    topic: [...cards.flatMap((card) => card.topics ?? []), ...values(facets, 'topic')],
    audience: [...cards.flatMap((card) => card.audiences ?? []), ...values(facets, 'audience')],
    kind: [...cards.map((card) => card.kind), ...values(facets, 'kind')],
    place: [...cards.flatMap(places), ...values(facets, 'place')],
    language: [...cards.flatMap(languages), ...values(facets, 'spoken')],
  };
  const pick = (list: VocabularyList) => {
    const wanted = withParents(terms, list, named[list]);
    const heads = Object.entries(terms[list]).filter(([id]) => wanted.has(id));
    return Object.fromEntries(heads.map(([id, { words: _, ...head }]) => [id, head]));
  };
  return {
    topic: pick('topic'),
    audience: pick('audience'),
    kind: pick('kind'),
    place: pick('place'),
    language: pick('language'),
  };
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
