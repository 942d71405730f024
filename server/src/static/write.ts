import type { OwnLexicon } from '@vielfalt/feed';
import type { Site } from '../answers/site.js';
import { FORMATS, PRACTICE_FORMATS } from '../formats/formats.js';
import { readWidgetFiles } from '../http/widget-files.js';
import { keepVersion } from '../http/widget-versions.js';
import { assetPath } from '../pages/assets.js';
import { askIfThere, contentOf, createAsk, type AskService } from './ask.js';
import { dataFiles } from './data.js';
import { StaticFolder, type Afterwards, type FolderReport } from './folder.js';
import { hostFiles } from './host-files.js';
import { locksFor } from './locks.js';
import { createPagePath } from './page-path.js';
import { pageFiles } from './pages.js';
import type { StaticFile } from './static-file.js';

/** What a static feed is written from. */
export interface StaticFeedOptions {
  site: Site;
  /** The office's own words. */
  lexicon: OwnLexicon;
  /** Locks that sets are made for, as addresses have them; none: each topic and place has one. */
  locks: readonly string[];
  /** The folder with providers' logos. */
  logos: string | undefined;
}

/** The files of our pages. */
const ASSETS = [
  ...['pages.css', 'icon.svg', 'static.js', 'sheet.js'],
  ...['frame.css', 'frame.js', 'static-frame.js'],
];
/** Parts of elements may still be asked for, or insisted on; caches name other files for a while. */
const afterwards = (path: string): Afterwards => {
  if (path.startsWith('widget/')) return 'kept';
  return /^(pages\/|v1\/search\/words-)/.test(path) ? 'removed later' : 'removed';
};
/** JSON files without an ending, at addresses that elements ask a service for. */
const UNNAMED = ['offers', 'points', 'areas', 'question', 'professionals'].map(
  (name) => `/v1/${name}`,
);

/**
 * Writes the directory as files for any web server.
 * @param name the folder, as it was given
 * @throws OutputError, OverwriteError, LockError
 */
export async function writeStaticFeed(
  name: string,
  options: StaticFeedOptions,
): Promise<FolderReport> {
  const locks = await locksFor(options.locks, options.site);
  const folder = await StaticFolder.open(name);
  try {
    const { directory } = options.site.reference;
    const site = { ...options.site, pagePath: createPagePath(directory.language) };
    const widgetFiles = await readWidgetFiles();
    await keepVersion(widgetFiles);
    const { logos, lexicon } = options;
    const sources = {
      logos,
      widgetFiles,
      parts: undefined,
      isStopping: () => false,
      lostSince: () => undefined,
      preparingFails: () => false,
      isInStore: () => false,
    };
    const ask = createAsk({ ...sources, site: () => site });
    const files = new Set<string>();
    const add = async (file: StaticFile) => {
      files.add(`/${file.path}`);
      await folder.add(file);
    };
    for (const file of hostFiles(site.baseUrl, UNNAMED, directory.language)) await add(file);
    for await (const file of serviceFiles(site, ask, [...widgetFiles.keys()])) await add(file);
    // Where files are put into their places one by one, the index must lead to nothing that is not there.
    const data = dataFiles({ site, ask, locks, lexicon });
    for await (const file of data) await add(file);
    for await (const file of pageFiles(site, ask, site.pagePath, files, locks)) await add(file);
    return await folder.keep(afterwards, Date.now());
  } finally {
    await folder.close();
  }
}

/** What lies in the folder as the service has it, and at the same addresses. */
async function* serviceFiles(
  site: Site,
  ask: AskService,
  widget: readonly string[],
): AsyncGenerator<StaticFile> {
  const { answers, reference } = site;
  const logos = [...reference.providers].flatMap(({ logo }) => logo ?? []);
  const records: string[] = [];
  for await (const { slug } of answers.listed('offer')) records.push(`/offers/${slug}.ics`);
  for (const { network } of await answers.networks()) records.push(`/networks/${network.slug}.ics`);
  const addresses = [
    ...widget,
    ...ASSETS.map(assetPath),
    ...new Set(logos),
    ...FORMATS.map(({ suffix }) => `/v1/offers${suffix}`),
    ...(reference.hasPractice ? PRACTICE_FORMATS.map(({ suffix }) => `/practice${suffix}`) : []),
    ...records,
    ...['/sitemap.xml', '/robots.txt', '/opensearch.xml'],
  ];
  for (const address of addresses) {
    const reply = await askIfThere(ask, address);
    if (reply) yield { path: address.slice(1), body: contentOf(reply) };
  }
  for (let part = 1; ; part++) {
    const reply = await askIfThere(ask, `/sitemap-${part}.xml`);
    if (!reply) return;
    yield { path: `sitemap-${part}.xml`, body: contentOf(reply) };
  }
}
