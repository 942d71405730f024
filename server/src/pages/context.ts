import type { DirectoryHead } from '@vielfalt/feed';
import { isSameLanguage } from '@vielfalt/feed/wording';
import { interfaceLanguage, languageKey, textsFor, type PageTexts } from '../languages/words.js';
import type { View } from '../snapshot/view.js';
import type { Site } from '../answers/site.js';

/** What every page is drawn from. */
export interface PageContext {
  site: Site;
  directory: DirectoryHead;
  view: View;
  /** The page's language, a tag that the directory names. */
  language: string;
  /** The interface in that language. */
  texts: PageTexts;
  /** All languages that the directory has pages in, its own first. */
  languages: string[];
  /**
   * The language as links and forms carry it on: nothing where it is the directory's own and the
   * page's address does not name it.
   */
  carried: string | undefined;
  /** What stands before every path: nothing, unless the service lives below one. */
  root: string;
  /** A page's address below the service's root; it names a language that is given or carried on. */
  href: (path: string, query?: string, language?: string) => string;
  /**
   * The one address in full, below the public base address, of a page in a language, the page's own
   * unless given; nothing where that base is not known.
   */
  absolute: (path: string, query?: string, language?: string) => string | undefined;
}

/** What stands before every path: that of the public address. */
export function rootOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/$/, '') : '';
}

/** The languages that a directory has pages in, its own first. */
export function pageLanguages({
  language: own,
  languages,
}: Pick<DirectoryHead, 'language' | 'languages'>): string[] {
  const further = languages.filter(
    (tag) => languageKey(tag) !== languageKey(own) && interfaceLanguage(tag) !== undefined,
  );
  return [own, ...new Set(further)];
}

/** Reads the language that is asked for; one that there are no pages in gives the directory's own. */
export function pageContext(site: Site, parameters: URLSearchParams): PageContext {
  const { snapshot, date, baseUrl } = site;
  const directory = snapshot.head(date);
  const own = directory.language;
  const languages = pageLanguages(directory);
  const wanted = parameters.get('lang') ?? '';
  const named =
    languages.find((tag) => languageKey(tag) === languageKey(wanted)) ??
    languages.find((tag) => isSameLanguage(tag, wanted));
  const language = named ?? own;
  const root = rootOf(baseUrl);

  function address(path: string, query: string, tag: string | undefined): string {
    const asked = new URLSearchParams(query);
    if (tag !== undefined) asked.set('lang', tag);
    const text = asked.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
    return path + (text && `?${text}`);
  }

  return {
    site,
    directory,
    view: snapshot.view(language),
    language,
    texts: textsFor(language),
    languages,
    carried: named,
    root,
    href: (path, query = '', tag = named) => root + address(path, query, tag),
    absolute: (path, query = '', tag = language) =>
      baseUrl ? baseUrl + address(path, query, tag === own ? undefined : tag) : undefined,
  };
}
