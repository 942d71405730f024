import type { Card, Sense } from '@vielfalt/feed';
import { direction, isSameLanguage } from '@vielfalt/feed/wording';
import { tokens } from '@vielfalt/feed/search';
import { html, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { wordsIn } from './words.js';

/** What texts are searched for in; what is asked in it needs no explanation. */
const GERMAN = 'de';
/** Languages that people also write in Latin letters, which then are to be read aloud as such. */
const OTHER_SCRIPT = /^(ar|bg|fa|ru|uk)\b/;
/** Shorter stems stand in words of any kind. */
const SHORTEST_PART = 4;

/** What some words of a question were taken for. */
export interface Meaning {
  /** As the visitor has typed them. */
  asked: string;
  /** BCP 47 */
  language: string;
  /** German words, the likeliest first. */
  means: readonly string[];
}

/** What a question in another language means: its own words, not the folded ones. */
export function meaningsOf(q: string, senses: readonly Sense[]): Meaning[] {
  const typed = wordsIn(q).flatMap((word) => word.folded.map((folded) => ({ ...word, folded })));
  return senses.flatMap(({ asked, language, means }) => {
    if (means.length === 0 || isSameLanguage(language, GERMAN)) return [];
    const words = asked.split(' ');
    const at = typed.findIndex((_, from) =>
      words.every((word, index) => typed[from + index]?.folded === word),
    );
    const [first, last] = [typed[at], typed[at + words.length - 1]];
    const text = first && last ? q.slice(first.start, last.start + last.text.length) : asked;
    return [{ asked: text, language, means }];
  });
}

/** What a card has been found by and may not show: the beginning of its text, translated as well. */
const behind = ({ excerpt, translation }: Card) =>
  [excerpt, translation?.texts.excerpt].filter((text) => text !== undefined).join('\n');

const isPart = (part: string, whole: string) =>
  part.length >= SHORTEST_PART && whole.includes(part);

/**
 * What of a question a card was found for: the words whose German stands in it. Where that cannot be
 * told, a question of one meaning was meant by it.
 *
 * @param found the stems of the directory that the question finds
 */
export function reasons(
  card: Card,
  meanings: readonly Meaning[],
  found: ReadonlySet<string>,
): Meaning[] {
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
  meanings: readonly Meaning[],
  { dir }: Locale,
): TemplateResult {
  const arrow = dir === 'rtl' ? '←' : '→';
  return html`${before}
  ${meanings.map(({ asked, language, means: [word] }, index) => {
    const isLatin = OTHER_SCRIPT.test(language) && /\p{Script=Latin}/u.test(asked);
    const lang = isLatin ? `${language}-Latn` : language;
    return html`${index > 0 ? ' · ' : ''}<span class="meaning"
        ><bdi lang=${lang} dir=${direction(lang)}>${asked}</bdi
        ><span class="visually-hidden">:</span> <span aria-hidden="true">${arrow}</span>
        <bdi lang=${GERMAN} dir="ltr">${word}</bdi></span
      >`;
  })}`;
}
