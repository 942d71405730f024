import { distanceTo, fold } from '@vielfalt/feed';
import type { PlaceArea, PlaceTerm, Vocabulary, VocabularyList } from '@vielfalt/feed';
import { PlaceTerm as PlaceTermShape } from '@vielfalt/feed/schemas';
import { checkVocabulary } from '../../validation/check-directory.js';
import { isTerm } from '../../validation/validate.js';
import { KnownTerms } from '../../validation/terms-used.js';
import type { TermUse } from '../../validation/terms-used.js';
import { knownMembers } from './known-members.js';

/** Two places of one id are different ones beyond this distance, in kilometres. */
const FAR = 25;

const LISTS: readonly VocabularyList[] = ['topic', 'audience', 'kind', 'place', 'language'];

/** The outcome of joining another directory's vocabulary with one's own. */
export interface JoinedTerms {
  /** One's own vocabulary with the terms that were added; absent: none were. */
  words?: Vocabulary;
  /** The id by which a term of the other is known here. */
  idOf: (use: Pick<TermUse, 'list' | 'id'>) => string;
  /** What was added, as `place hagen (Hagen)`. */
  added: readonly string[];
  /** Terms of one id that are worded differently, as `topic sport: "Sport" here, "Turnen" there`. */
  reworded: readonly string[];
}

/** What another directory says of its terms, unchecked. */
export interface OtherTerms {
  vocabulary?: unknown;
  /** By the ids of places. */
  areas?: unknown;
}

export interface JoinOptions {
  /** The id of the source, which begins the ids of places that have a namesake here. */
  source: string;
  /** Adds terms that are not known here. */
  adds: boolean;
}

/**
 * Joins the terms that another directory's records use with one's own vocabulary. The same id is the
 * same term, in one's own words; only places that lie far apart are two. A term that is not known
 * here is added, with its parents and the shape of a place; those without a parent come below one's
 * own area.
 * @param theirs the other's vocabulary and the shapes of its places, unchecked
 */
export function joinTerms(
  own: Vocabulary,
  theirs: OtherTerms,
  uses: Iterable<Pick<TermUse, 'list' | 'id'>>,
  { source, adds }: JoinOptions,
): JoinedTerms {
  const joining = new Joining(own, theirs, source, adds);
  for (const use of uses) joining.join(use.list, use.id);
  return joining.result();
}

class Joining {
  readonly #own: Vocabulary;
  readonly #known: KnownTerms;
  readonly #mine: Map<string, PlaceTerm>;
  readonly #theirs: Map<string, PlaceTerm>;
  readonly #source: string;
  readonly #adds: boolean;
  readonly #ids = new Map<string, string>();
  readonly #additions = new Map<VocabularyList, PlaceTerm[]>();
  readonly #reworded: string[] = [];

  constructor(own: Vocabulary, theirs: OtherTerms, source: string, adds: boolean) {
    this.#own = own;
    this.#known = new KnownTerms(own);
    this.#mine = new Map(
      LISTS.flatMap((list) => own[list].map((term) => [keyOf(list, term.id), term] as const)),
    );
    this.#theirs = readTerms(theirs);
    this.#source = source;
    this.#adds = adds;
  }

  /** @returns the id by which the term is known here, or its own where it is not */
  join(list: VocabularyList, id: string): string {
    const key = keyOf(list, id);
    const joined = this.#ids.get(key);
    if (joined !== undefined) return joined;
    // Before its parents: those of some lead back to the term itself.
    this.#ids.set(key, id);
    const target = this.#targetOf(list, id);
    this.#ids.set(key, target);
    return target;
  }

  #targetOf(list: VocabularyList, id: string): string {
    const term = this.#theirs.get(keyOf(list, id));
    const mine = this.#mine.get(keyOf(list, id));
    if (!term) return id;
    if (!mine && term.replacedBy !== undefined) return this.join(list, term.replacedBy);
    if (mine && !(list === 'place' && isFar(mine, term))) {
      this.#note(list, mine, term);
      return id;
    }
    const target = mine ? `${this.#source}-${id}` : id;
    const isKnown = this.#known.find({ list, id: target, steps: [] }) !== undefined;
    if (this.#adds && !isKnown) this.#add(list, target, term);
    return target;
  }

  #add(list: VocabularyList, id: string, { parent, ...term }: PlaceTerm): void {
    const above = [parent === undefined ? undefined : this.join(list, parent), this.#areaOf(list)];
    const found = above.find((each) => each !== undefined && this.#isHere(list, each));
    const added = { ...term, id, ...(found !== undefined && { parent: found }) };
    this.#additions.set(list, [...(this.#additions.get(list) ?? []), added]);
  }

  #isHere(list: VocabularyList, id: string): boolean {
    const isAdded = this.#additions.get(list)?.some((term) => term.id === id) ?? false;
    return isAdded || this.#mine.has(keyOf(list, id));
  }

  /** The place that is the whole directory's area. */
  #areaOf(list: VocabularyList): string | undefined {
    if (list !== 'place') return undefined;
    const [area, ...others] = this.#own.place.filter(({ parent }) => parent === undefined);
    return others.length === 0 ? area?.id : undefined;
  }

  #note(list: VocabularyList, mine: PlaceTerm, term: PlaceTerm): void {
    const common = Object.keys(term.label).filter((tag) => Object.hasOwn(mine.label, tag));
    const [tag] = common;
    const isSame = (each: string) => fold(mine.label[each] ?? '') === fold(term.label[each] ?? '');
    if (tag === undefined || common.some(isSame)) return;
    this.#reworded.push(
      `${list} ${mine.id}: "${mine.label[tag] ?? ''}" here, "${term.label[tag] ?? ''}" there`,
    );
  }

  result(): JoinedTerms {
    const words = { ...this.#own };
    const added: string[] = [];
    for (const [list, terms] of this.#additions) {
      words[list] = [...words[list], ...terms];
      added.push(
        ...terms.map(({ id, label }) => `${list} ${id} (${Object.values(label)[0] ?? ''})`),
      );
    }
    return {
      ...(added.length > 0 && { words }),
      idOf: ({ list, id }) => this.#ids.get(keyOf(list, id)) ?? id,
      added,
      reworded: this.#reworded,
    };
  }
}

function keyOf(list: VocabularyList, id: string): string {
  return `${list} ${id}`;
}

/** The terms of a vocabulary that are right by themselves, and the shapes of places that are. */
function readTerms({ vocabulary, areas }: OtherTerms): Map<string, PlaceTerm> {
  const terms = new Map<string, PlaceTerm>();
  for (const list of LISTS) {
    const given: unknown = Reflect.get(Object(vocabulary), list);
    for (const each of Array.isArray(given) ? given : []) {
      const term = knownMembers(each, PlaceTermShape);
      if (!isTerm(term)) continue;
      const { area: _, lat, lng, ...rest } = term;
      const isPlace = list === 'place' && lat !== undefined && lng !== undefined;
      const read = { ...rest, ...(isPlace && { lat, lng }) };
      if (!isRight(list, read)) continue;
      const shaped = { ...read, area: areaOf(term.id, areas) as PlaceArea };
      const hasShape = list === 'place' && isTerm(shaped) && isRight(list, shaped);
      terms.set(keyOf(list, term.id), hasShape ? shaped : read);
    }
  }
  return terms;
}

function areaOf(id: string, areas: unknown): unknown {
  return Object.hasOwn(Object(areas) as object, id) ? Reflect.get(Object(areas), id) : undefined;
}

/** Tells whether a term has words, in languages, that pages can show. */
function isRight(list: VocabularyList, { parent: _, replacedBy: __, ...term }: PlaceTerm): boolean {
  const none: Vocabulary = { topic: [], audience: [], kind: [], place: [], language: [] };
  const [fault] = checkVocabulary({ ...none, [list]: [term] });
  return fault === undefined;
}

function isFar(a: PlaceTerm, b: PlaceTerm): boolean {
  if (b.lat === undefined || b.lng === undefined) return false;
  const km = distanceTo({ locations: [a] }, { lat: b.lat, lng: b.lng });
  return km !== undefined && km > FAR;
}
