import type { Lock } from '@vielfalt/feed';
import { pageLanguages } from '../pages/context.js';
import { SHORTLIST_PATH } from '../pages/shortlist/page.js';
import { sitemapEntries } from '../pages/sitemap.js';
import type { Site } from '../answers/site.js';
import { askIfThere, contentOf, type AskService } from './ask.js';
import { framesOf } from './frames.js';
import { wholePage } from './page-path.js';
import { withRelativeLinks, type LinkTargets } from './relative-links.js';
import type { StaticFile } from './static-file.js';

/** A page as the service is asked for it, and where it lies in the folder. */
interface WantedPage {
  /** With the language, and what makes it a page of its own: `/topics/sport?lang=ar&page=2`. */
  address: string;
  /** From the root, with a slash at its end. */
  path: string;
}

/**
 * All pages for people, in each language: those that the sitemap names, the further pages that they
 * lead to, the sheet of marked offers, and frames.
 *
 * @param pagePath where a page lies
 * @param files the paths of the other files, from the root
 * @param locks those that frames are made for
 */
export async function* pageFiles(
  site: Site,
  ask: AskService,
  pagePath: NonNullable<Site['pagePath']>,
  files: ReadonlySet<string>,
  locks: readonly Lock[],
): AsyncGenerator<StaticFile> {
  const languages = pageLanguages(site.reference.head(site.date));
  const entries = [...(await sitemapEntries(site)), { path: SHORTLIST_PATH }];
  const addresses = new Map<string, string>();
  for (const lang of languages) {
    for (const { path } of entries) addresses.set(pagePath(path, '', lang), `${path}?lang=${lang}`);
  }
  const asking = languages.flatMap((lang) =>
    ['/', SHORTLIST_PATH].map((path) => pagePath(path, '', lang)),
  );
  const frames = languages.flatMap((lang) =>
    framesOf(locks).map(({ path, query, place }) => ({
      path: pagePath(place, '', lang),
      address: `${path}?${query}${query && '&'}lang=${lang}`,
    })),
  );
  const further = new Map<string, WantedPage>();
  const targets: LinkTargets = {
    takesQuery: (path) => asking.includes(path),
    has(path) {
      if (files.has(path) || addresses.has(path)) return true;
      const whole = addresses.get(wholePage(path));
      if (whole === undefined) return false;
      const query = path.slice(wholePage(path).length, -1);
      if (!further.has(path)) further.set(path, { path, address: `${whole}&${query}` });
      return true;
    },
  };
  for (const [path, address] of addresses) yield* pageFile({ path, address }, ask, targets);
  // The way on from the second page to the third is added while this goes on.
  for (const page of further.values()) yield* pageFile(page, ask, targets);
  for (const frame of frames) yield* pageFile(frame, ask, targets);
}

async function* pageFile(
  { path, address }: WantedPage,
  ask: AskService,
  targets: LinkTargets,
): AsyncGenerator<StaticFile> {
  const reply = await askIfThere(ask, address);
  if (!reply) return;
  const body = withRelativeLinks(String(contentOf(reply)), path, targets);
  yield { path: `${path.slice(1)}index.html`, body };
}
