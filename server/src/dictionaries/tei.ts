import { readXml, XmlError } from '../table/xlsx/xml-reader.js';

/** A word of a dictionary and its translations, as they are written. */
export interface DictionaryEntry {
  words: readonly string[];
  translations: readonly string[];
}

/** A dictionary's description of itself. */
export interface Heading {
  title: string;
  /** Everything it says about its terms of use, including addresses. */
  licence: string;
  /** The first address that it says it comes from; '' where there is none. */
  source: string;
  /** The languages of translations that were left out. */
  otherLanguages: ReadonlySet<string>;
}

const LONGEST_TEXT = 2_000;
/** Elements within each other: FreeDict's dictionaries have some 10. */
const DEEPEST = 100;
/** Words of an entry, and translations; nobody would look for the last of more. */
const MOST = 100;

/** Elements whose text is reported, by what it is reported as. */
const TOLD = new Map([
  ['orth', 'word'],
  ['quote', 'translation'],
  ['tr', 'translation'],
]);

/**
 * Reads a dictionary in the form that FreeDict keeps its own in: TEI, chapter 9 "Dictionaries", P5
 * and, with `tr`, P4. Of an entry only its words and their translations count, not what stands in
 * examples or other forms of translations.
 *
 * @param languageOf names the language of a translation's `xml:lang`
 * @param wanted the language that is read, by that name
 * @throws XmlError; TextRunError where a text is far too long
 */
export async function readTei(
  pieces: AsyncIterable<Buffer>,
  languageOf: (tag: string) => string,
  wanted: string,
  take: (entry: DictionaryEntry) => void,
): Promise<Heading> {
  const path: { name: string; isAside: boolean }[] = [];
  const otherLanguages = new Set<string>();
  const heading: Heading = { title: '', licence: '', source: '', otherLanguages };
  let words: string[] = [];
  let translations: string[] = [];
  let text = '';
  const isInside = (name: string) => path.some((each) => each.name === name);
  const addTerms = (part: string) => {
    heading.licence = (heading.licence + part).slice(0, LONGEST_TEXT);
  };
  const add = (list: string[]) => {
    if (list.length < MOST) list.push(text.slice(0, LONGEST_TEXT));
  };
  await readXml(pieces, {
    open(name, attributes) {
      if (path.length >= DEEPEST) {
        throw new XmlError(`elements stand within each other, more than ${DEEPEST} deep`);
      }
      const target = attributes['target'] ?? '';
      if (isInside('availability')) addTerms(` ${target} `);
      if (isInside('sourceDesc') && !heading.source) heading.source = target;
      if (name === 'entry') [words, translations] = [[], []];
      if (TOLD.has(name) || name === 'title') text = '';
      const tag = attributes['xml:lang'];
      const isExample = name === 'cit' && attributes['type'] === 'example';
      const language = (name === 'cit' || name === 'quote') && tag ? languageOf(tag) : wanted;
      const isAnother = language !== wanted;
      if (isAnother && otherLanguages.size < MOST) otherLanguages.add(language);
      const isWithinAside = path.at(-1)?.isAside === true;
      path.push({ name, isAside: isWithinAside || isExample || isAnother });
    },
    text(part) {
      if (text.length < LONGEST_TEXT) text += part;
      if (isInside('availability')) addTerms(part);
    },
    close(name) {
      const told = path.pop()?.isAside ? undefined : TOLD.get(name);
      if (told === 'word' && isInside('form')) add(words);
      if (told === 'translation') add(translations);
      if (name === 'title' && isInside('titleStmt') && !heading.title)
        heading.title = withSingleSpaces(text);
      if (name === 'entry' && words.length > 0 && translations.length > 0) {
        take({ words, translations });
      }
    },
  });
  return { ...heading, licence: withSingleSpaces(heading.licence) };
}

/** A text with single spaces instead of line breaks and other white space. */
export function withSingleSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
