import type { Terms } from '../model/wire.js';
import { fill } from './fill.js';
import type { CardWords } from './words.js';

/** Labels of terms; an id that the answer does not explain is left out. */
export function labels(ids: string[] = [], terms: Terms[keyof Terms]): string[] {
  return ids.flatMap((id) => terms[id]?.label ?? []);
}

/** Those texts that there are. */
export function present(texts: (string | false | 0 | undefined)[]): string[] {
  return texts.filter((text) => text) as string[];
}

/** Those that there are, in one line. */
export function dotted(...texts: (string | false | 0 | undefined)[]): string {
  return present(texts).join(' · ');
}

/** Names in one line; those beyond `most` are counted. */
export function shorten(
  names: string[],
  most: number,
  { comma, more }: Pick<CardWords, 'comma' | 'more'>,
): string {
  const list = names.slice(0, most).join(comma);
  return names.length > most ? fill(more, { list, count: names.length - most }) : list;
}
