import type {
  FileNetwork,
  FileOffer,
  FileProvider,
  Vocabulary,
  VocabularyList,
} from '@vielfalt/feed';

/** A record's mention of a vocabulary's term. */
export interface TermUse {
  list: VocabularyList;
  id: string;
  /** The path to it inside the record. */
  steps: (string | number)[];
}

/** Yields every term that an offer names. */
export function* termsOfOffer(offer: FileOffer): Generator<TermUse> {
  if (offer.kind) yield { list: 'kind', id: offer.kind, steps: ['kind'] };
  for (const [index, id] of (offer.topics ?? []).entries()) {
    yield { list: 'topic', id, steps: ['topics', index] };
  }
  for (const [index, id] of (offer.audiences ?? []).entries()) {
    yield { list: 'audience', id, steps: ['audiences', index] };
  }
  for (const [index, location] of (offer.locations ?? []).entries()) {
    yield* placesOf(location, ['locations', index]);
  }
  for (const [index, id] of (offer.serves ?? []).entries()) {
    yield { list: 'place', id, steps: ['serves', index] };
  }
  for (const [index, { language }] of (offer.spoken ?? []).entries()) {
    yield { list: 'language', id: language, steps: ['spoken', index, 'language'] };
  }
  if (offer.taught) yield { list: 'language', id: offer.taught, steps: ['taught'] };
}

/** Yields every term that a provider names. */
export function* termsOfProvider({ address }: FileProvider): Generator<TermUse> {
  if (address) yield* placesOf(address, ['address']);
}

/** Yields every term that a network names. */
export function* termsOfNetwork({ places = [], topics = [] }: FileNetwork): Generator<TermUse> {
  for (const [index, id] of topics.entries()) {
    yield { list: 'topic', id, steps: ['topics', index] };
  }
  for (const [index, id] of places.entries()) {
    yield { list: 'place', id, steps: ['places', index] };
  }
}

function* placesOf(
  { town, district }: { town?: string; district?: string },
  steps: (string | number)[],
): Generator<TermUse> {
  if (town) yield { list: 'place', id: town, steps: [...steps, 'town'] };
  if (district) yield { list: 'place', id: district, steps: [...steps, 'district'] };
}

/** The terms of a vocabulary. A language counts as known when its primary subtag is: `de` of `de-AT`. */
export class KnownTerms {
  readonly #ids: Record<VocabularyList, ReadonlySet<string>>;

  constructor({ topic, audience, kind, place, language }: Vocabulary) {
    const ids = (terms: { id: string }[]) => new Set(terms.map(({ id }) => id));
    this.#ids = {
      topic: ids(topic),
      audience: ids(audience),
      kind: ids(kind),
      place: ids(place),
      language: ids(language),
    };
  }

  /** Returns the term that a mention means, or nothing where the vocabulary has none. */
  find({ list, id }: TermUse): string | undefined {
    if (list !== 'language') return this.#ids[list].has(id) ? id : undefined;
    const tag = id.toLowerCase();
    return [tag, tag.split('-', 1)[0] ?? ''].find((known) => this.#ids.language.has(known));
  }

  ids(list: VocabularyList): ReadonlySet<string> {
    return this.#ids[list];
  }
}
