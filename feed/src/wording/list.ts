import type { Terms } from '../model/wire.js';
import { fill } from './fill.js';
import type { CardWords } from './words.js';

/** Labels of terms; an id that the answer does not explain is left out. */
export function labels(ids: string[] = [], terms: Terms[keyof Terms]): string[] {
  return ids.flatMap((id) => terms[id]?.label ?? []);
}

/** The texts that are not empty. */
export function present(texts: (string | false | 0 | undefined)[]): string[] {
  return texts.filter((text) => text) as string[];
}

/** The texts that are not empty, in one line. */
export function dotted(...texts: (string | false | 0 | undefined)[]): string {
  return present(texts).join(' · ');
}

/** Names in one line; those beyond `most` are counted, where they are more than one. */
export function shorten(
  names: string[],
  most: number,
  { comma, more }: Pick<CardWords, 'comma' | 'more'>,
): string {
  const rest = names.length - most;
  const list = names.slice(0, rest > 1 ? most : undefined).join(comma);
  return rest > 1 ? fill(more, { list, count: rest }) : list;
}
