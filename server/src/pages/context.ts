import { parseRequest, type DirectoryHead } from '@vielfalt/feed';
import { isSameLanguage } from '@vielfalt/feed/wording';
import { interfaceLanguage, languageKey, textsFor, type PageTexts } from '../languages/words.js';
import type { WordedTerms } from '../answers/reference.js';
import type { Site } from '../answers/site.js';
import { lastingTexts } from './lasting.js';

/** The source of every page: the directory, its words, and how links are written. */
export interface PageContext {
  site: Site;
  directory: DirectoryHead;
  /** The vocabulary in the page's language. */
  view: WordedTerms;
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
  /** Files answer instead of a service: nothing on the page may need one. */
  isStatic: boolean;
  /** The prefix of every path: nothing, unless the service lives below one. */
  root: string;
  /** A page's address below the service's root; it names a language that is given or carried on. */
  href: (path: string, query?: string, language?: string) => string;
  /**
   * The one address in full, below the public base address, of a page in a language, the page's own
   * unless given; nothing where that base is not known.
   */
  absolute: (path: string, query?: string, language?: string) => string | undefined;
}

/** The prefix of every path: that of the public address. */
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

/** The language of some that somebody means by a tag: a region falls back to its language. */
export function nearestLanguage(wanted: string, languages: readonly string[]): string | undefined {
  return (
    languages.find((tag) => languageKey(tag) === languageKey(wanted)) ??
    languages.find((tag) => isSameLanguage(tag, wanted))
  );
}

/** The language that an address asks for, as the feed reads it; what the feed refuses asks for none. */
function askedLanguage(parameters: URLSearchParams): string | undefined {
  const asked = parameters.getAll('lang').map((text): [string, string] => ['lang', text]);
  return parseRequest(new URLSearchParams(asked)).request.query.lang;
}

/** Reads the language that is asked for; one that there are no pages in gives the directory's own. */
export function pageContext(site: Site, parameters: URLSearchParams): PageContext {
  const { reference, date, baseUrl } = site;
  const directory = reference.head(date);
  const own = directory.language;
  const languages = pageLanguages(directory);
  const wanted = askedLanguage(parameters);
  const named = wanted === undefined ? undefined : nearestLanguage(wanted, languages);
  const language = named ?? own;
  // Files stand wherever somebody puts them: their links are made relative.
  const root = site.pagePath ? '' : rootOf(baseUrl);

  function address(path: string, query: string, tag: string | undefined): string {
    if (site.pagePath) return site.pagePath(path, query, tag);
    const requested = new URLSearchParams(query);
    if (tag !== undefined) requested.set('lang', tag);
    const text = requested.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
    return path + (text && `?${text}`);
  }

  return {
    site,
    directory,
    view: reference.view(language),
    language,
    texts: site.pagePath ? lastingTexts(textsFor(language), date) : textsFor(language),
    languages,
    carried: named,
    isStatic: site.pagePath !== undefined,
    root,
    href: (path, query = '', tag = named) => root + address(path, query, tag),
    absolute: (path, query = '', tag = language) =>
      baseUrl ? baseUrl + address(path, query, tag === own ? undefined : tag) : undefined,
  };
}
