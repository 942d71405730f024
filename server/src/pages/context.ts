import { primary, type DirectoryHead } from '@vielfalt/feed';
import { isSameLanguage } from '@vielfalt/feed/wording';
import type { View } from '../publication/view.js';
import type { Site } from '../resources/request.js';
import { ar } from './texts/ar.js';
import { de } from './texts/de.js';
import { en } from './texts/en.js';
import type { Texts } from './texts/texts.js';
import { tr } from './texts/tr.js';
import { uk } from './texts/uk.js';

/** By primary language tag. */
export const TEXTS: Record<string, Texts> = { de, en, ar, tr, uk };

/** What every page is drawn from. */
export interface PageContext {
  site: Site;
  directory: DirectoryHead;
  view: View;
  /** The page's language, a tag that the directory names. */
  language: string;
  /** The interface in that language. */
  texts: Texts;
  /** All languages that the directory has pages in, its own first. */
  languages: string[];
  /** What stands before every path: nothing, unless the service lives below one. */
  root: string;
  /** A page's address below the service's root, in a language: the page's own unless given. */
  href: (path: string, query?: string, language?: string) => string;
  /** The same in full, below the public base address; nothing where that is not known. */
  absolute: (path: string, query?: string, language?: string) => string | undefined;
}

/** What stands before every path: that of the public address. */
export function rootOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/$/, '') : '';
}

/** Reads the language that is asked for; one that there are no pages in gives the directory's own. */
export function pageContext(site: Site, parameters: URLSearchParams): PageContext {
  const { publication, date, baseUrl } = site;
  const directory = publication.head(date);
  const own = directory.language;
  const further = directory.languages.filter(
    (tag) => !isSameLanguage(tag, own) && primary(tag) in TEXTS,
  );
  const languages = [own, ...new Set(further)];
  const wanted = parameters.get('lang') ?? '';
  const language = languages.find((tag) => isSameLanguage(tag, wanted)) ?? own;
  const root = rootOf(baseUrl);

  function href(path: string, query = '', tag = language): string {
    const asked = new URLSearchParams(query);
    if (tag !== own) asked.set('lang', tag);
    const text = asked.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
    return root + path + (text && `?${text}`);
  }

  return {
    site,
    directory,
    view: publication.view(language),
    language,
    texts: TEXTS[primary(language)] ?? en,
    languages,
    root,
    href,
    absolute: (path, query, tag) =>
      baseUrl ? baseUrl + href(path, query, tag).slice(root.length) : undefined,
  };
}
