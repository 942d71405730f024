import type { Vocabulary } from '../model/vocabulary.js';
import type { QuestionChoice } from '../model/wire.js';
import { parseQuery } from '../query/codec.js';
import { LEVELS } from '../query/values.js';
import { spans, type WordSpan } from '../search/spans.js';
import { primary } from '../terms/heads.js';
import { DAYS, dayNumber, weekdayIndex } from '../time/days.js';
import type { ChoicePhrases, Pattern } from './choice-lines.js';
import { isThere, namesOf, OTHERS, wordsOfPlaces, type ChoiceMeaning } from './choice-names.js';
import { Lexicon, type LanguageData } from './lexicon.js';

/**
 * A part of a question that could be a filter, without the label, which is added where it is shown.
 */
export type FoundChoice = Omit<QuestionChoice, 'label'>;

/**
 * Says which words of a question could be filters, in their order.
 *
 * @param today the local date for `today` and `tomorrow`; without it they are not filters
 */
export type FindChoices = (q: string, today?: string) => FoundChoice[];

/** A language as choices are read in it; some are known by the vocabulary alone. */
export type ChoiceLanguage = Pick<LanguageData, 'tag' | 'endings' | 'beginnings' | 'stopWords'> & {
  choices: ChoicePhrases;
};

/** The number of words read of a question. */
const MOST_WORDS = 60;
const LONGEST_PHRASE = 6;
/** Shorter names are words of other kinds with an ending: "Loh" and "Lohn". */
const SHORTEST_INFLECTED = 5;
/** The number of stop words allowed between a pattern's word and the name. */
const MOST_BETWEEN = 2;

/** A name that begins somewhere in a question, and its number of words. */
interface Named extends ChoiceMeaning {
  tag: string;
  length: number;
  sureness: number;
}

/** A choice by the numbers of its words. */
interface Candidate extends ChoiceMeaning {
  from: number;
  to: number;
  sureness: number;
}

/**
 * Finds filters in questions of several languages at once: by the languages' `choices.txt`, and by
 * the names of places, audiences and languages in the vocabulary.
 *
 * @param own the directory's language: by itself it means the language taught, not the one spoken
 */
export function createChoices(
  languages: readonly ChoiceLanguage[],
  vocabulary: Vocabulary,
  own: string,
): FindChoices {
  const names = namesOf(vocabulary, new Set(languages.map(({ tag }) => tag)));
  const meanings: ChoiceMeaning[] = [];
  const none = { phrases: [], numbers: [], patterns: [], not: [], doubtful: new Set<string>() };
  const others = { tag: OTHERS, endings: [], beginnings: [], stopWords: new Set<string>() };
  const read = [...languages, { ...others, choices: none }];
  const lexicons = read.map(({ tag, endings, beginnings, choices }) => {
    const phrases = choices.phrases
      .filter(({ name, value }) => isThere(name, value, vocabulary))
      .map(({ words, ...rest }): [ChoiceMeaning, string[]] => [
        { ...rest, isPlain: true, isPhrase: true },
        [words.join(' ')],
      ]);
    const concepts = [...phrases, ...(names.get(tag) ?? [])].map(
      ([meaning, words]): [string, string[]] => [String(meanings.push(meaning) - 1), words],
    );
    const latin = new Map<string, string>();
    const scripts = new Set(concepts.flatMap(([, words]) => words.map(scriptOf)));
    const data = { tag, endings, beginnings, concepts, latin, stopWords: new Set<string>() };
    return { lexicon: new Lexicon(data), scripts };
  });
  const all = languages.map(({ choices }) => choices);
  const patterns = all.flatMap((each) => each.patterns);
  const attached = patterns.filter(({ prefix, suffix }) => prefix + suffix !== '');
  const exceptions = all.flatMap((each) => each.not);
  const numbers = all.flatMap((each) => each.numbers);
  const doubtful = new Set(all.flatMap((each) => [...each.doubtful]));
  const stopWords = new Set(languages.flatMap((each) => [...each.stopWords]));
  const bareOnes = new Map(
    languages.map(({ tag, choices }) => [tag, choices.not.filter(isBare).map(({ name }) => name)]),
  );
  const placeWords = wordsOfPlaces(vocabulary);
  const parents = new Map(vocabulary.place.map(({ id, parent }) => [id, parent]));

  /** Finds all names that some words begin with. */
  function namedBy(typed: readonly string[]): Named[] {
    const script = scriptOf(typed[0] ?? '');
    return lexicons.flatMap(({ lexicon, scripts }) => {
      const match = scripts.has(script) ? lexicon.match(typed) : undefined;
      return (match?.german ?? []).flatMap((key) => {
        const meaning = meanings[Number(key)];
        if (!meaning || !match) return [];
        const { length, sureness } = match;
        const { tag } = lexicon;
        const isOff = sureness < 1 && meaning.name === 'place' && !isInflected(typed, meaning, tag);
        return isOff ? [] : [{ ...meaning, tag, length, sureness }];
      });
    });
  }

  /** Says whether a place's name is whole and has an ending: `Witten'de`, `Wittens`. */
  function isInflected(typed: readonly string[], { value }: ChoiceMeaning, tag: string): boolean {
    const [first = ''] = typed;
    if (!/^[a-z]/.test(first)) return true;
    const known = [...(placeWords.get(value) ?? [])].find(
      (word) => word.length >= SHORTEST_INFLECTED && first.startsWith(word),
    );
    return known !== undefined && (tag === 'tr' || first === `${known}s`);
  }

  /** Finds where a pattern's words in front of a name begin, if they are there. */
  function beginningOf({ before }: Pattern, at: number, words: readonly WordSpan[]) {
    if (before.length === 0) return at;
    let end = at;
    const stands = () =>
      before.every((word, index) => words[end - before.length + index]?.word === word);
    for (let between = 0; between <= MOST_BETWEEN; between++) {
      if (stands()) return end - before.length;
      end -= 1;
      if (!stopWords.has(words[end]?.word ?? '')) return undefined;
    }
    return undefined;
  }

  /** Finds the words that a name takes together with a pattern around it. */
  function inside(pattern: Pattern, named: Named, at: number, words: readonly WordSpan[]) {
    const { name, prefix, suffix, behind } = pattern;
    const to = at + named.length;
    const isHere =
      name === named.name &&
      (words[at]?.word ?? '').startsWith(prefix) &&
      (words[to - 1]?.word ?? '').endsWith(suffix) &&
      behind.every((word, index) => words[to + index]?.word === word);
    const from = isHere ? beginningOf(pattern, at, words) : undefined;
    return from === undefined ? undefined : { from, to: to + behind.length };
  }

  function isExcepted(named: Named, at: number, words: readonly WordSpan[]): boolean {
    return exceptions.some(
      (pattern) => !isBare(pattern) && inside(pattern, named, at, words) !== undefined,
    );
  }

  /** Finds names that patterns are attached to, as in `arabischsprachig`. */
  function writtenOnto(
    at: number,
    typed: readonly string[],
    words: readonly WordSpan[],
  ): Candidate[] {
    const [first = '', ...rest] = typed;
    return attached.flatMap((pattern) => {
      const { prefix, suffix } = pattern;
      if (!first.startsWith(prefix) || !first.endsWith(suffix)) return [];
      const name = first.slice(prefix.length, first.length - suffix.length);
      return namedBy([name, ...rest]).flatMap((named) => {
        const both = named.isPhrase ? undefined : inside(pattern, named, at, words);
        return both ? [{ ...named, ...both }] : [];
      });
    });
  }

  function candidates(named: Named, at: number, words: readonly WordSpan[]): Candidate[] {
    const found: Candidate[] = [];
    const add = (from: number, to: number) => found.push({ ...named, from, to });
    const to = at + named.length;
    const text = words.slice(at, to).map(({ word }) => word);
    const isOwn = named.name === 'spoken' && primary(named.value) === primary(own);
    if (!named.isPhrase && !(isOwn && isExcepted(named, at, words))) {
      for (const pattern of patterns) {
        const both = inside(pattern, named, at, words);
        if (both) add(both.from, both.to);
      }
    }
    const isAll = named.length === words.length;
    const isDoubtful =
      doubtful.has(`${named.name} ${text.join(' ')}`) ||
      bareOnes.get(named.tag)?.includes(named.name);
    const isAlone = named.isPhrase || isAll || (named.isPlain && !isDoubtful);
    if (isAlone && !isOwn && !isExcepted(named, at, words)) add(at, to);
    return found;
  }

  function numbered(at: number, words: readonly WordSpan[]): Candidate[] {
    if (!words.slice(at, at + LONGEST_PHRASE).some(({ word }) => /^\d/.test(word))) return [];
    return numbers.flatMap(({ name, value, words: phrase }) => {
      let number = '';
      const isHere = phrase.every((word, index) => {
        const typed = words[at + index]?.word ?? '';
        if (word !== '#') return typed === word;
        number = /^\d{1,3}$/.test(typed) ? typed : '';
        return number !== '';
      });
      if (!isHere) return [];
      const filled = value.replace('#', value.includes(':') ? number.padStart(2, '0') : number);
      const meaning = { name, value: filled, isPlain: true, isPhrase: true };
      return [{ ...meaning, from: at, to: at + phrase.length, sureness: 1 }];
    });
  }

  function levels(at: number, words: readonly WordSpan[]): Candidate[] {
    const level = LEVELS.find((each) => each.toLowerCase() === words[at]?.word);
    if (!level) return [];
    const meaning = { name: 'level', value: level, isPlain: true, isPhrase: true };
    return [{ ...meaning, from: at, to: at + 1, sureness: 1 }];
  }

  return (q, today) => {
    const words = spans(q).slice(0, MOST_WORDS);
    const every = words
      .flatMap((_, at) => {
        const typed = words.slice(at, at + LONGEST_PHRASE).map(({ word }) => word);
        return [
          ...namedBy(typed).flatMap((named) => candidates(named, at, words)),
          ...writtenOnto(at, typed, words),
          ...numbered(at, words),
          ...levels(at, words),
        ];
      })
      .filter(isValid(today))
      .filter((candidate) => !isWithinCompound(candidate, q, words))
      // The candidate with the most words says most.
      .sort((a, b) => b.to - b.from - (a.to - a.from) || b.sureness - a.sureness);
    const chosen: Candidate[] = [];
    for (const each of every) {
      const isKnown = chosen.some(
        ({ from, to, name, value }) =>
          (each.from < to && from < each.to) || (name === each.name && value === each.value),
      );
      if (!isKnown) chosen.push(each);
    }
    chosen.sort((a, b) => a.from - b.from);
    return joined(chosen, parents, q, words).map(({ from, to, name, value }) => {
      const [start, end] = extent(q, words, from, to);
      return { asked: q.slice(start, end), start, end, name, value: dated(value, today) };
    });
  };
}

/** The Unicode block that a word begins in, all of Latin as one: a word has one script. */
function scriptOf(word: string): number {
  const code = word.charCodeAt(0);
  return code < 0x370 ? 0 : code >> 8;
}

/** Says whether a pattern is only a name: names by themselves are not filters in its language. */
function isBare({ before, prefix, suffix, behind }: Pattern): boolean {
  return before.length + behind.length === 0 && prefix + suffix === '';
}

/** The weekday of a date's word. */
function dated(value: string, today: string | undefined): string {
  const later = ['today', 'tomorrow'].indexOf(value);
  if (later < 0 || today === undefined) return value;
  return DAYS[(weekdayIndex(dayNumber(today)) + later) % 7] ?? value;
}

function isValid(today: string | undefined) {
  return ({ name, value }: Candidate) =>
    parseQuery(new URLSearchParams([[name, dated(value, today)]])).problems.length === 0;
}

function gap(q: string, words: readonly WordSpan[], before: number): string {
  const [one, other] = [words[before - 1], words[before]];
  return one && other ? q.slice(one.end, other.start) : '';
}

/**
 * Says whether a choice is only part of a compound: part of `Frauen-Café` is not one; `Online-Kurs`
 * is a course online, `Witten-Annen` a place.
 */
function isWithinCompound(
  { name, from, to }: Candidate,
  q: string,
  words: readonly WordSpan[],
): boolean {
  if (name === 'place') return false;
  const isFirst = name !== 'audience' && name !== 'spoken';
  return /[-‐‑]$/.test(gap(q, words, from)) || (!isFirst && /^[-‐‑]/.test(gap(q, words, to)));
}

/** Joins a town and the district beside it into the district. */
function joined(
  chosen: readonly Candidate[],
  parents: ReadonlyMap<string, string | undefined>,
  q: string,
  words: readonly WordSpan[],
): Candidate[] {
  const found: Candidate[] = [];
  for (const each of chosen) {
    const last = found.at(-1);
    const isBeside =
      last?.name === 'place' &&
      each.name === 'place' &&
      last.to === each.from &&
      /^[\s,()/‐‑-]*$/.test(gap(q, words, each.from));
    const inner = isBeside ? innerOf(last, each, parents) : undefined;
    if (last && inner) found.splice(-1, 1, { ...inner, from: last.from, to: each.to });
    else found.push(each);
  }
  return found;
}

function innerOf(
  one: Candidate,
  other: Candidate,
  parents: ReadonlyMap<string, string | undefined>,
): Candidate | undefined {
  if (parents.get(other.value) === one.value) return other;
  return parents.get(one.value) === other.value ? one : undefined;
}

/**
 * Finds where words begin and end in a question, including an ending after an apostrophe or a
 * hyphen.
 */
function extent(q: string, words: readonly WordSpan[], from: number, to: number): [number, number] {
  const start = words[from]?.start ?? 0;
  let last = to - 1;
  if (/^['’ʼ]$/.test(gap(q, words, to))) last = to;
  const end = words[last]?.end ?? start;
  return [start, end + (/^[-‐‑]/.exec(q.slice(end))?.[0].length ?? 0)];
}
