import { posix } from 'node:path';

/** The pages and files that a page's links may lead to. */
export interface LinkTargets {
  /** Says whether a path from the root, `/ar/offers/` or `/logos/a.svg`, is in the folder. */
  has(path: string): boolean;
  /** Says whether the page there reads the query of its address. */
  takesQuery(path: string): boolean;
}

const TAG = /<(a|link|script|img|form)\b([^>]*)>/g;
const ADDRESS = /\b(href|src|action)="(\/[^"]*)"/;
/** A link without what it leads to; links hold no other links. */
const NOWHERE = /<a data-nowhere>([\s\S]*?)<\/a>/g;

/**
 * Makes a page's links relative, so that its folder can stand anywhere. What leads to nothing in the
 * folder becomes plain text.
 *
 * @param from the page's path from the root: `/offers/deutschkurs/`
 */
export function withRelativeLinks(html: string, from: string, targets: LinkTargets): string {
  return html
    .replace(TAG, (tag: string, name: string, attributes: string) => {
      const [, attribute = '', address] = ADDRESS.exec(attributes) ?? [];
      if (address === undefined) return tag;
      const found = relativeAddress(address, from, targets);
      if (found !== undefined) {
        return tag.replace(ADDRESS, () => `${attribute}="${found}"`);
      }
      return name === 'a' ? '<a data-nowhere>' : '';
    })
    .replace(NOWHERE, '$1');
}

function relativeAddress(address: string, from: string, targets: LinkTargets): string | undefined {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  if (!targets.has(path) || (query && !targets.takesQuery(path))) return undefined;
  const way = posix.relative(from, path);
  const isFolder = path.endsWith('/');
  const written = way ? way + (isFolder ? '/' : '') : './';
  return written + query + hash;
}
