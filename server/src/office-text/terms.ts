import { fold, forLanguage, nearest, words, type Term } from '@vielfalt/feed';

/** Small words that a term's name may have or omit. */
const SMALL = new Set(['und', 'and', 'u', 'der', 'die', 'das', 'fur', 'von', 'the', 'of', 'for']);
/** Endings by which a plural or another case differs (folded); "kurs" and "kurse" lose their s, too. */
const ENDINGS = [/(?:innen|ern|en|er|em|e|n)$/, /s$/];
const SHORTEST_STEM = 4;
/** The shortest shared word or part of a compound; shorter ones are in too many others. */
const SHORTEST_SHARED = 5;
/** The most terms that may share a word; a more common one says nothing about any of them. */
const MOST_SHARING = 1;
/** The share of a compound that a part has to be, and of a name a word, to stand for it. */
const LEAST_PART = 0.5;
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
  /** Terms by their labels, and by their synonyms. */
  readonly #labels: Names = { exact: new Map(), stems: new Map() };
  readonly #synonyms: Names = { exact: new Map(), stems: new Map() };
  readonly #parents: Set<string>;
  readonly #found = new Map<string, string | undefined>();
  #folded: readonly (readonly [label: string, term: Term])[] | undefined;
  #sharing: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(terms: readonly Term[]) {
    for (const term of terms) this.#terms.set(term.id, term);
    this.#parents = new Set(terms.flatMap(({ parent }) => parent ?? []));
    for (const term of terms) {
      for (const name of [term.id, ...labelsOf(term)]) this.#remember(name, term, this.#labels);
      for (const name of synonymsOf(term)) this.#remember(name, term, this.#synonyms);
    }
  }

  /**
   * The id of the term that a text names by its id, a label or a synonym, regardless of case,
   * umlauts, hyphens, plural, and a remark in brackets. A term that another has replaced gives the
   * other's id. Undefined where several terms have the name and none is above the others.
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

  /**
   * The only term with a label that begins like this (folded); undefined where there are several.
   */
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

  /** Says whether there are terms below this one. */
  isParent(id: string): boolean {
    return this.#parents.has(id);
  }

  /** A term's name in German, else in English, else in any language. */
  labelOf(id: string): string {
    return forLanguage(this.#terms.get(id)?.label ?? {}, 'de', 'en') ?? id;
  }

  /**
   * A term that may be meant: one of several named together, the only one that shares a word or
   * most of a compound, or one that is a typing error away; undefined where none is near. A
   * proposal, never to be taken as it is.
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

  /** Of several terms with one name, the one above the others. */
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

  /** The first term among several things named together: of "Recht und Wohnen", the second. */
  #inPart(text: string): string | undefined {
    for (const part of text.split(/[,;:/&]|\s(?:und|oder|and|or)\s/i)) {
      const id = this.find(part);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  /**
   * The term that one of a text's words names, else the only one that shares most of the text:
   * "Sprachkurse A1" contains a language course, "Rentenberatung" only some advice.
   */
  #related(text: string): string | undefined {
    const own = tellingWords(text);
    for (const word of own) {
      const id = word.length >= SHORTEST_STEM ? this.find(word) : undefined;
      if (id !== undefined) return id;
    }
    this.#sharing ??= this.#wordsOfTerms();
    let best: { id: string; weight: number } | undefined;
    for (const word of own.filter((each) => isMost(each, own)).map(stemmed)) {
      for (const known of this.#sharing.keys()) {
        const part = sharedPart(word, known);
        const [id, ...others] = part === undefined ? [] : this.#with(part, known);
        if (part === undefined || !id || others.length >= MOST_SHARING) continue;
        const weight = part.length / (others.length + 1);
        if (weight > (best?.weight ?? 0)) best = { id, weight };
      }
    }
    return best?.id;
  }

  /** The terms that contain a word, also within other words where it is only a part. */
  #with(part: string, known: string): ReadonlySet<string> {
    const sharing = this.#sharing ?? new Map<string, Set<string>>();
    if (part === known && part.length < SHORTEST_SHARED) return sharing.get(known) ?? new Set();
    const ids = new Set<string>();
    for (const [word, terms] of sharing) {
      if (word.startsWith(part) || word.endsWith(part)) for (const id of terms) ids.add(id);
    }
    return ids;
  }

  /** The terms that a word's stem is in, by labels and synonyms. */
  #wordsOfTerms(): ReadonlyMap<string, ReadonlySet<string>> {
    const sharing = new Map<string, Set<string>>();
    for (const term of this.#terms.values()) {
      const { id } = this.#current(term);
      for (const name of [...labelsOf(term), ...synonymsOf(term)]) {
        const own = tellingWords(name);
        for (const word of own.filter((each) => isMost(each, own)).map(stemmed)) {
          const known = sharing.get(word);
          if (known) known.add(id);
          else sharing.set(word, new Set([id]));
        }
      }
    }
    return sharing;
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
    const ids = new Set(
      near === undefined ? [] : this.#named(near).map((term) => this.#current(term).id),
    );
    const [only, ...others] = ids;
    return others.length === 0 ? only : undefined;
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

/**
 * The part that two words share: one of them whole, which begins or ends the other and is most of
 * it.
 */
function sharedPart(word: string, known: string): string | undefined {
  if (word === known) return word;
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  const isPart = long.startsWith(short) || long.endsWith(short);
  const isMuch = short.length >= SHORTEST_SHARED && short.length > LEAST_PART * long.length;
  return isPart && isMuch ? short : undefined;
}

function tellingWords(text: string): string[] {
  return words(text).filter((word) => word.length >= SHORTEST_STEM && !SMALL.has(word));
}

function isMost(word: string, all: readonly string[]): boolean {
  return word.length >= LEAST_PART * all.join('').length;
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
