import type { Reply } from '../http/reply.js';
import type { Site } from '../resources/request.js';
import { directoryPage } from './directory.js';
import { insightCsv } from './insight/csv.js';
import { insightPage } from './insight/page.js';
import { openSearch, robots } from './machines.js';
import { offerPage } from './offer-page.js';
import { providerPage } from './provider.js';
import { providersPage } from './providers.js';
import { sitemap } from './sitemap.js';
import { termPage } from './term.js';

type Page = (site: Site, parameters: URLSearchParams, name: string) => Reply;

/** The pages for people, and what tells programs about them, by path. */
export const PAGES: readonly (readonly [path: string, page: Page])[] = [
  ['/', directoryPage],
  ['/offers/:name', offerPage],
  ['/providers', providersPage],
  ['/providers/:name', providerPage],
  ['/topics/:name', termPage('topic')],
  ['/places/:name', termPage('place')],
  ['/insight', insightPage],
  ['/insight.csv', insightCsv],
  ['/sitemap.xml', sitemap],
  ['/robots.txt', robots],
  ['/opensearch.xml', openSearch],
];

/** Whether an address is meant for programs: they are told in their own way that nothing is there. */
export function isForPrograms(path: string): boolean {
  return /^\/(v1|widget|pages|logos)\//.test(path);
}
