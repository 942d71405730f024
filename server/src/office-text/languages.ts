import { fold, type Offer } from '@vielfalt/feed';
import { splitList } from './list.js';
import { noteLine } from './note.js';
import type { TermFinder } from './terms.js';

type Spoken = NonNullable<Offer['spoken']>;

/** Abbreviations that are not a beginning of the name. */
const SHORT = new Map([
  ['dt', 'de'],
  ['frz', 'fr'],
  ['griech', 'el'],
]);
const SHORTEST_BEGINNING = 3;

/**
 * Reads a list of languages, each with the remark in brackets after it: "Deutsch, Arabisch (nach
 * Absprache), ukr. und Farsi". Unknown languages are named in `unknown`.
 */
export function readLanguages(
  text: string,
  languages: TermFinder,
): { spoken: Spoken; unknown: string[] } {
  const spoken = new Map<string, Spoken[number]>();
  const unknown: string[] = [];
  for (const entry of entriesOf(text, languages)) {
    const { name, remark } = apart(entry);
    const language = findLanguage(name, languages);
    if (language === undefined) unknown.push(entry);
    else if (!spoken.has(language)) {
      spoken.set(language, { language, ...(remark && { note: noteLine(remark) }) });
    }
  }
  return { spoken: [...spoken.values()], unknown };
}

function entriesOf(text: string, languages: TermFinder): string[] {
  return splitList(text, [
    ';',
    '|',
    '\n',
    ',',
    '/',
    '•',
    ' und ',
    ' and ',
    ' sowie ',
    ' & ',
    ' + ',
  ]).flatMap((entry) => {
    // "Deutsch Englisch Türkisch", but not "Leichte Sprache"
    const parts = entry.includes('(') ? [] : entry.split(/\s+/);
    const isRow = parts.length > 1 && !languages.find(entry);
    return isRow && parts.every((part) => findLanguage(part, languages)) ? parts : [entry];
  });
}

function apart(entry: string): { name: string; remark: string } {
  const at = entry.search(/[([]/);
  if (at <= 0) return { name: entry, remark: '' };
  return { name: entry.slice(0, at).trim(), remark: entry.slice(at + 1).replace(/[)\]\s]+$/, '') };
}

function findLanguage(name: string, languages: TermFinder): string | undefined {
  const found = languages.find(name);
  if (found !== undefined) return found;
  const [, short = ''] = /^(\p{L}+)\.?$/u.exec(name.trim()) ?? [];
  const folded = fold(short);
  const known = SHORT.get(folded);
  if (known) return languages.find(known);
  return short.length >= SHORTEST_BEGINNING ? languages.findByBeginning(folded) : undefined;
}
