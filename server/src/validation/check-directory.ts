import type { DirectoryRecord, Vocabulary, VocabularyList } from '@vielfalt/feed';
import { checkTerms, LOCKS, nearest, parseRequest, termHeads } from '@vielfalt/feed';
import { checkLanguages, isLanguageTag } from './check-record.js';
import { didYouMean, pathOf } from './fault.js';
import { checkAreas } from './check-areas.js';
import type { Fault } from './fault.js';
import { halfCharacters } from './half-characters.js';

/** Checks what a schema cannot say about the directory record. */
export function* checkDirectory(directory: DirectoryRecord): Generator<Fault> {
  const { timeZone, language, languages, mapLink, calendar } = directory;
  yield* halfCharacters(directory, ['directory']);
  if (!isTimeZone(timeZone)) {
    yield {
      path: 'directory.timeZone',
      value: timeZone,
      reason: 'is not a time zone',
      remedy: 'Write its IANA name, like Europe/Berlin.',
    };
  }
  for (const [path, tag] of [
    ['directory.language', language] as const,
    ...languages.map((tag, index) => [pathOf('directory', 'languages', index), tag] as const),
  ]) {
    if (isLanguageTag(tag)) continue;
    yield { path, value: tag, reason: 'is not a language tag', remedy: 'Write it like de.' };
  }
  if (mapLink !== undefined && !(mapLink.includes('{lat}') && mapLink.includes('{lng}'))) {
    yield {
      path: 'directory.mapLink',
      value: mapLink,
      reason: 'does not say where the point goes',
      remedy: 'Put {lat} and {lng} into it.',
    };
  }
  for (const [index, { from, to }] of (calendar?.schoolHolidays ?? []).entries()) {
    if (from <= to) continue;
    yield {
      path: pathOf('directory', 'calendar', 'schoolHolidays', index),
      value: { from, to },
      reason: 'ends before it begins',
    };
  }
}

/** Checks that the steps through the first weeks ask for offers, by terms that there are. */
export function* checkFirstWeeks(
  { language, firstWeeks = [] }: DirectoryRecord,
  vocabulary: Vocabulary,
): Generator<Fault> {
  if (firstWeeks.length === 0) return;
  const terms = termHeads(vocabulary, language, language);
  const names: readonly string[] = LOCKS;
  for (const [index, { label, about = {}, query }] of firstWeeks.entries()) {
    const steps = ['directory', 'firstWeeks', index];
    yield* checkLanguages(label, [...steps, 'label']);
    yield* checkLanguages(about, [...steps, 'about']);
    if (Object.keys(label).length === 0) {
      yield {
        path: pathOf(...steps, 'label'),
        value: label,
        reason: 'has no text in any language',
      };
    }
    const path = pathOf(...steps, 'query');
    const parameters = new URLSearchParams(query);
    const { request, problems } = parseRequest(parameters);
    // Providers come and go with imports: one that has gone takes its step off the page.
    const known = new Set(request.query.provider);
    for (const { parameter, value, detail, nearest: near } of [
      ...problems,
      ...checkTerms(request, terms, known),
    ]) {
      yield {
        path,
        value: `${parameter}=${value}`,
        reason: `is wrong: ${detail}`,
        ...didYouMean(near),
      };
    }
    const others = Object.keys(request.query).filter((name) => !names.includes(name));
    if (others.length > 0 || Object.keys(request.lock).length > 0) {
      yield {
        path,
        value: query,
        reason: 'says more than which offers help',
        remedy: `Use only ${names.join(', ')}.`,
      };
    }
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Checks that a vocabulary is consistent: every id once, every reference to a term of the same list. */
export function* checkVocabulary(vocabulary: Vocabulary): Generator<Fault> {
  yield* halfCharacters(vocabulary, ['vocabulary']);
  for (const list of Object.keys(vocabulary) as VocabularyList[]) {
    const terms = vocabulary[list];
    const first = new Map<string, number>();
    for (const [index, { id }] of terms.entries()) {
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, index);
      else {
        yield {
          path: pathOf('vocabulary', list, index, 'id'),
          value: id,
          reason: `stands in ${pathOf('vocabulary', list, earlier)} already`,
        };
      }
    }
    for (const [index, { label, synonyms = {} }] of terms.entries()) {
      const steps = ['vocabulary', list, index];
      yield* checkLanguages(label, [...steps, 'label']);
      yield* checkLanguages(synonyms, [...steps, 'synonyms']);
      if (Object.keys(label).length === 0) {
        yield {
          path: pathOf(...steps, 'label'),
          value: label,
          reason: 'has no text in any language',
        };
      }
    }
    for (const member of ['parent', 'replacedBy'] as const) {
      yield* checkReferences(list, terms, first, member);
    }
  }
  yield* checkAreas(vocabulary.place);
}

function* checkReferences(
  list: VocabularyList,
  terms: Vocabulary[VocabularyList],
  first: ReadonlyMap<string, number>,
  member: 'parent' | 'replacedBy',
): Generator<Fault> {
  for (const [index, { id, [member]: other }] of terms.entries()) {
    if (other === undefined) continue;
    const path = pathOf('vocabulary', list, index, member);
    if (!first.has(other)) {
      const near = nearest(other, first.keys());
      yield { path, value: other, reason: `is no ${list} here`, ...didYouMean(near) };
      continue;
    }
    const seen = new Set([id]);
    for (let next: string | undefined = other; next !== undefined;) {
      if (seen.has(next)) {
        if (next === id) yield { path, value: other, reason: 'leads back to the term itself' };
        break;
      }
      seen.add(next);
      next = terms[first.get(next) ?? -1]?.[member];
    }
  }
}
