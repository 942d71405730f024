import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { isAskedFor } from './asked.js';
import { directoryPage } from './directory.js';
import { insightCsv } from './insight/csv.js';
import { insightPage } from './insight/page.js';
import { openSearch, robots } from './machines.js';
import { missingPage } from './missing.js';
import { offerPage } from './offer-page.js';
import { providerPage } from './provider.js';
import { providersPage } from './providers.js';
import { sitemap, sitemapPart } from './sitemap.js';
import { termPage } from './term.js';

type Page = (site: Site, parameters: URLSearchParams, name: string) => Reply | Promise<Reply>;

/** Foreign parameters (`utm_…`) mean nothing to pages, and so make no page of their own. */
type Takes = (parameter: string) => boolean;
const nothing: Takes = () => false;
const language: Takes = (name) => name === 'lang';
const listed: Takes = (name) => name === 'lang' || name === 'page';
const counted: Takes = (name) => name === 'table' || isAskedFor(name);

/** The pages for people, by path. */
export const PAGES: readonly (readonly [path: string, page: Page, takes: Takes])[] = [
  ['/', directoryPage, isAskedFor],
  ['/offers/:name', offerPage, language],
  ['/providers', providersPage, language],
  ['/providers/:name', providerPage, listed],
  ['/topics/:name', termPage('topic'), listed],
  ['/places/:name', termPage('place'), listed],
  ['/insight', insightPage, counted],
];

/** What tells programs about them. */
export const FILES: typeof PAGES = [
  ['/insight.csv', insightCsv, counted],
  ['/sitemap.xml', sitemap, nothing],
  ['/sitemap-:name.xml', sitemapPart, nothing],
  ['/robots.txt', robots, nothing],
  ['/opensearch.xml', openSearch, language],
];

/** What people get where no page is. */
export const MISSING = { page: missingPage, takes: language };

/** Whether an address is meant for programs: they are told in their own way that nothing is there. */
export function isForPrograms(path: string): boolean {
  return /^\/(v1|widget|pages|logos)\//.test(path);
}
