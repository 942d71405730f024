import type { Card } from '@vielfalt/feed';
import { GERMAN, askedTag, wordsIn, type QuestionMeaning } from '@vielfalt/feed/hints';
import { direction } from '@vielfalt/feed/wording';
import { tokens } from '@vielfalt/feed/search';
import { html, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';

/** Shorter stems occur in words of any kind. */
const SHORTEST_PART = 4;

/**
 * The text that a card may have been found by without showing it: its beginning, also translated.
 */
const behind = ({ excerpt, translation }: Card) =>
  [excerpt, translation?.texts.excerpt].filter((text) => text !== undefined).join('\n');

const isPart = (part: string, whole: string) =>
  part.length >= SHORTEST_PART && whole.includes(part);

/**
 * The parts of a question that a card was found for: the words whose German is in it. Where that
 * cannot be told, a question's only meaning is taken.
 *
 * @param found the stems of the directory that the question finds
 */
export function reasons(
  card: Card,
  meanings: readonly QuestionMeaning[],
  found: ReadonlySet<string>,
): QuestionMeaning[] {
  const stems = wordsIn(behind(card))
    .flatMap((word) => word.stems)
    .filter((stem) => found.has(stem));
  const isHere = (word: string) =>
    tokens(word).some(({ stem }) =>
      stems.some((each) => each === stem || isPart(stem, each) || isPart(each, stem)),
    );
  const known = meanings.flatMap((meaning) => {
    const word = meaning.means.find(isHere);
    return word ? [{ ...meaning, means: [word] }] : [];
  });
  return known.length === 0 && meanings.length === 1 ? [...meanings] : known;
}

/** "курси німецької → Deutschkurs", each side with its language and direction. */
export function sayMeanings(
  before: string,
  meanings: readonly QuestionMeaning[],
  { dir }: Locale,
): TemplateResult {
  const arrow = dir === 'rtl' ? '←' : '→';
  return html`${before}
  ${meanings.map((meaning, index) => {
    const {
      asked,
      means: [word],
    } = meaning;
    const lang = askedTag(meaning);
    return html`${index > 0 ? ' · ' : ''}<span class="meaning"
        ><bdi lang=${lang} dir=${direction(lang)}>${asked}</bdi
        ><span class="visually-hidden">:</span> <span aria-hidden="true">${arrow}</span>
        <bdi lang=${GERMAN} dir="ltr">${word}</bdi></span
      >`;
  })}`;
}
