import { FILES } from '@vielfalt/feed/static';

/** Queries that make a page of their own; other pages are the same whatever is asked. */
const OWN_PAGE = /^(page=[1-9]\d*|table=[a-z-]+)$/;
/** The answer about one record. */
const RECORD = /^\/v1\/(offers|providers|networks)\/([^/.]+)$/;

/**
 * Makes what says where a page lies in a static feed: `/ar/offers/deutschkurs/`, the own language's
 * without a tag; files of the feed lie where the service has them, whatever the language.
 */
export function createPagePath(own: string) {
  return (path: string, query: string, language = own): string => {
    const [, kind, slug = ''] = RECORD.exec(path) ?? [];
    if (kind) return `/${FILES.record(kind as 'offers', slug)}`;
    if (path === '/v1/offers') return `/${FILES.set('')}`;
    const asked = query && `?${query}`;
    if (/\.[a-z]+$/.test(path) || path.startsWith('/v1/')) return path + asked;
    const folder = (language === own ? '' : `/${language}`) + path.replace(/\/?$/, '/');
    return folder + (OWN_PAGE.test(query) ? `${query}/` : asked);
  };
}

/** The page that another one is a part of: `/topics/sport/` of `/topics/sport/page=2/`. */
export function wholePage(path: string): string {
  return path.replace(/[^/=]+=[^/]+\/$/, '');
}
