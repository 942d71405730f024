import { LOCKS, WITHIN, isAddressParameter } from '@vielfalt/feed';
import { LOCK_PARAMETERS, textContent } from '../resources/operation.js';
import {
  anyParameter,
  fromDirectory,
  noParameter,
  type Resource,
  type Route,
} from '../resources/route.js';
import { assetFile } from './assets.js';
import { configureRoute } from './configure/route.js';
import { directoryPage } from './directory.js';
import { OEMBED_PARAMETERS, oembed } from './frames/oembed.js';
import { renderFrame } from './frames/page.js';
import { EMBEDDABLE_PAGES } from './frames/pages.js';
import { framePath } from './frames/path.js';
import { insightCsv } from './insight/csv.js';
import { insightPage } from './insight/page.js';
import { VIEWS } from './insight/question.js';
import { openSearch, robots } from './machines.js';
import { missingPage } from './missing.js';
import { networksPage } from './networks/list-page.js';
import { networkPage } from './networks/network-page.js';
import { isNetworkParameter } from './networks/question.js';
import { newcomersPage } from './newcomers.js';
import { offerPage } from './offer-page.js';
import { practicePage } from './practice/page.js';
import { isPracticeParameter } from './practice/question.js';
import { plainListPage } from './plain-list.js';
import { professionalsPage } from './professionals/page.js';
import { providerPage } from './provider.js';
import { providersPage } from './providers.js';
import { shortlistPage } from './shortlist/page.js';
import { isShortlistParameter } from './shortlist/question.js';
import { sitemap, sitemapPart } from './sitemap.js';
import { termPage } from './term.js';
import { isTownParameter } from './town-form.js';

/** Foreign parameters (`utm_…`) mean nothing to pages, and so make no page of their own. */
type Takes = Route['takes'];
const language: Takes = (name) => name === 'lang';
const listed: Takes = (name) => name === 'lang' || name === 'page';
const locked: Takes = (name) => name === 'lang' || name.startsWith(WITHIN);
const networked: Takes = (name) => name === 'lang' || isNetworkParameter(name);
const counted: Takes = (name) => name === 'table' || isAddressParameter(name);

/** A page for people. */
function page(path: string, resource: Resource, takes: Takes): Route {
  return { path, takes, reply: fromDirectory(resource), isPage: true };
}

/** A file that tells programs about the pages. */
function file(path: string, resource: Resource, takes: Takes): Route {
  return { path, takes, reply: fromDirectory(resource) };
}

/** A route that looks at very much. */
function long(route: Route): Route {
  return { ...route, isLong: true };
}

/** What other websites show of the directory without our elements in their own pages. */
const EMBEDDED: readonly Route[] = [
  ...EMBEDDABLE_PAGES.map(({ path, summary, frame }) => ({
    ...file(framePath(path), async (...asked) => renderFrame(await frame(...asked)), anyParameter),
    summary: `${summary}, to stand in a frame`,
  })),
  {
    ...file('/list.html', plainListPage, anyParameter),
    summary: 'Offers as a piece of HTML, to be put into a page by its server',
  },
  {
    ...file('/oembed', oembed, (name) => OEMBED_PARAMETERS.includes(name)),
    summary: 'How a page is embedded (oEmbed 1.0)',
  },
];

/** The pages for people, and what stands beside them. */
export const PAGES: readonly Route[] = [
  page('/', directoryPage, isAddressParameter),
  page('/offers/:name', offerPage, language),
  page('/providers', providersPage, language),
  page('/providers/:name', providerPage, listed),
  page('/networks', networksPage, networked),
  page('/networks/:name', networkPage, locked),
  page('/topics/:name', termPage('topic'), listed),
  page('/places/:name', termPage('place'), listed),
  ...EMBEDDED,
  page('/newcomers', newcomersPage, isTownParameter),
  long(page('/professionals', professionalsPage, isTownParameter)),
  configureRoute,
  long(page('/practice', practicePage, isPracticeParameter)),
  page('/shortlist', shortlistPage, isShortlistParameter),
  long(page('/insight', insightPage, counted)),
  {
    ...long(file('/insight.csv', insightCsv, counted)),
    summary: 'What there is and what is missing, as a table (CSV)',
    operation: {
      id: 'insightTable',
      tag: 'insight',
      description: 'How many offers there are, topic by place or audience, or what records lack.',
      // Of the query's: what is counted is asked for by what says what an offer is like.
      parameters: ['table', 'lang', ...LOCKS, ...LOCK_PARAMETERS],
      ownParameters: {
        table: {
          description: 'Which table.',
          schema: { type: 'string', enum: VIEWS, default: VIEWS[0] },
        },
      },
      answer: textContent('text/csv'),
    },
  },
  long(file('/sitemap.xml', sitemap, noParameter)),
  long(file('/sitemap-:name.xml', sitemapPart, noParameter)),
  file('/robots.txt', robots, noParameter),
  file('/opensearch.xml', openSearch, language),
  { path: '/pages/:name', takes: noParameter, reply: ({ name }) => assetFile(name) },
];

/** The route for people where no page is. */
export const MISSING_PAGE = page('*', missingPage, language);

/**
 * Tells whether an address is meant for programs: they are told in their own way that nothing is
 * there.
 */
export function isForPrograms(path: string): boolean {
  return /^\/((v1|widget|pages|logos)\/|oembed\b)/.test(path);
}
