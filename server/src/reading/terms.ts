import { fold, forLanguage, nearest, words, type Term } from '@vielfalt/feed';
import { createSearch, type Search } from '@vielfalt/feed/search';

/** Words between other words that a list of terms may have or not. */
const SMALL = new Set(['und', 'and', 'u', 'der', 'die', 'das', 'fur', 'von', 'the', 'of', 'for']);
/** Endings by which a plural or another case differs (folded); "kurs" and "kurse" lose their s, too. */
const ENDINGS = [/(?:innen|ern|en|er|em|e|n)$/, /s$/];
const SHORTEST_STEM = 4;
const SYNONYM_WEIGHT = 0.6;
/** What a hit must be worth in the search to be worth naming. */
const LEAST = 0.3;
const LONGEST = 300;
/** Texts that are remembered; a table's values repeat. */
const MOST_REMEMBERED = 20_000;

/** Terms by folded name, and by the name's stems. */
interface Names {
  exact: Map<string, Term[]>;
  stems: Map<string, Term[]>;
}

/** Finds the terms of one list of the vocabulary by the words that offices use for them. */
export class TermFinder {
  readonly #terms = new Map<string, Term>();
  /** By what they are called; by what else people say. */
  readonly #labels: Names = { exact: new Map(), stems: new Map() };
  readonly #synonyms: Names = { exact: new Map(), stems: new Map() };
  readonly #parents: Set<string>;
  readonly #found = new Map<string, string | undefined>();
  #folded: readonly (readonly [label: string, term: Term])[] | undefined;
  #search: Search | undefined;

  constructor(terms: readonly Term[]) {
    for (const term of terms) this.#terms.set(term.id, term);
    this.#parents = new Set(terms.flatMap(({ parent }) => parent ?? []));
    for (const term of terms) {
      for (const name of [term.id, ...labelsOf(term)]) this.#remember(name, term, this.#labels);
      for (const name of synonymsOf(term)) this.#remember(name, term, this.#synonyms);
    }
  }

  /**
   * The id of the term that a text names: by id, by any label, by any synonym, whatever the case,
   * the umlauts, hyphens, plural, and a remark in brackets. A term that another took over from
   * gives the other's id. Undefined where several terms are called so and none is above the others.
   */
  find(text: string): string | undefined {
    if (text.length > LONGEST) return undefined;
    if (this.#found.has(text)) return this.#found.get(text);
    const bare = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
    const term = this.#terms.get(text.trim());
    const id = term ? this.#current(term).id : (this.#only(text) ?? this.#only(bare));
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    this.#found.set(text, id);
    return id;
  }

  /** The same among the terms directly below another: each town may have its "Mitte". */
  findBelow(parent: string, text: string): string | undefined {
    return this.#named(text).find((term) => term.parent === parent)?.id;
  }

  /** The one term with a label that begins so (folded); undefined where there are several. */
  findByBeginning(beginning: string): string | undefined {
    const ids = new Set<string>();
    for (const [label, term] of this.#foldedLabels()) {
      if (label.startsWith(beginning)) ids.add(this.#current(term).id);
    }
    const [only, ...others] = ids;
    return others.length === 0 ? only : undefined;
  }

  /** The term above this one. */
  parentOf(id: string): string | undefined {
    return this.#terms.get(id)?.parent;
  }

  /** Whether there are terms below this one. */
  isParent(id: string): boolean {
    return this.#parents.has(id);
  }

  /** A term's name in German, else in English, else in any language. */
  labelOf(id: string): string {
    return forLanguage(this.#terms.get(id)?.label ?? {}, 'de', 'en') ?? id;
  }

  /**
   * A term that may be meant: one that shares a word, a stem or the part of a compound, else one
   * that is a few letters away; undefined where none is near. Something to propose, never to take.
   */
  nearest(text: string): { id: string; label: string } | undefined {
    const asked = text.slice(0, LONGEST);
    const id =
      this.find(asked) ?? this.#inPart(asked) ?? this.#related(asked) ?? this.#similar(asked);
    return id === undefined ? undefined : { id, label: this.labelOf(id) };
  }

  #remember(name: string, term: Term, { exact, stems }: Names): void {
    const key = plain(name);
    for (const [map, each] of [
      [exact, key],
      [exact, key.replaceAll(' ', '')],
      [stems, stemmed(key)],
    ] as const) {
      const known = map.get(each);
      if (!known) map.set(each, [term]);
      else if (!known.includes(term)) known.push(term);
    }
  }

  #named(text: string): Term[] {
    const key = plain(text);
    if (!key) return [];
    const [joined, stem] = [key.replaceAll(' ', ''), stemmed(key)];
    const [labels, synonyms] = [this.#labels, this.#synonyms];
    return (
      labels.exact.get(key) ??
      labels.exact.get(joined) ??
      synonyms.exact.get(key) ??
      synonyms.exact.get(joined) ??
      labels.stems.get(stem) ??
      synonyms.stems.get(stem) ??
      []
    );
  }

  /** Of several terms with one name the one above the others. */
  #only(text: string): string | undefined {
    const ids = [...new Set(this.#named(text).map((term) => this.#current(term).id))];
    return ids.find((id) => ids.every((other) => other === id || this.parentOf(other) === id));
  }

  #current(term: Term): Term {
    const seen = new Set<Term>();
    let now = term;
    while (now.replacedBy && !seen.has(now)) {
      seen.add(now);
      now = this.#terms.get(now.replacedBy) ?? now;
    }
    return now;
  }

  /** The first of several things named together that is a term: of "Recht und Wohnen" the second. */
  #inPart(text: string): string | undefined {
    for (const part of text.split(/[,;:/&]|\s(?:und|oder|and|or)\s/i)) {
      const id = this.find(part);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  /** What the directory's own search answers to the whole text, else to its longest words. */
  #related(text: string): string | undefined {
    this.#search ??= createSearch(
      [...this.#terms.values()]
        .filter(({ replacedBy }) => !replacedBy)
        .map((term) => ({
          id: term.id,
          fields: [
            ...labelsOf(term).map((label) => ({ text: label, weight: 1 })),
            ...synonymsOf(term).map((synonym) => ({ text: synonym, weight: SYNONYM_WEIGHT })),
          ],
        })),
    );
    const long = words(text)
      .filter((word) => word.length >= SHORTEST_STEM && !SMALL.has(word))
      .sort((a, b) => b.length - a.length);
    for (const question of [text, ...long.slice(0, 3)]) {
      const best = [...this.#search(question)].sort(([, a], [, b]) => b - a)[0];
      if (best && best[1] >= LEAST) return best[0];
    }
    return undefined;
  }

  #foldedLabels(): readonly (readonly [label: string, term: Term])[] {
    this.#folded ??= [...this.#terms.values()].flatMap((term) =>
      labelsOf(term).map((label) => [fold(label), term] as const),
    );
    return this.#folded;
  }

  *#names(): Generator<string> {
    yield* this.#labels.exact.keys();
    yield* this.#synonyms.exact.keys();
  }

  #similar(text: string): string | undefined {
    const key = plain(text);
    const near = key.length >= SHORTEST_STEM ? nearest(key, this.#names()) : undefined;
    const term = near === undefined ? undefined : this.#named(near)[0];
    return term && this.#current(term).id;
  }
}

/** A finder of the vocabulary's places. */
export type PlaceFinder = TermFinder;

function labelsOf(term: Term): string[] {
  return Object.values(term.label);
}

function synonymsOf(term: Term): string[] {
  return Object.values(term.synonyms ?? {}).flat();
}

function plain(text: string): string {
  const all = words(text);
  const telling = all.filter((word) => !SMALL.has(word));
  return (telling.length > 0 ? telling : all).join(' ');
}

function stemmed(key: string): string {
  return key
    .split(' ')
    .map((word) =>
      ENDINGS.reduce((stem, ending) => {
        const shorter = stem.replace(ending, '');
        return shorter.length >= SHORTEST_STEM ? shorter : stem;
      }, word),
    )
    .join(' ');
}
