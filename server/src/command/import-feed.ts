import { systemClock } from '../clock.js';
import { readBaseUrl } from '../config.js';
import { logosFolder } from '../logos/logos.js';
import { directoryAddress } from '../importing/feed/address.js';
import { RemoteFeed } from '../importing/feed/remote-feed.js';
import { importFeed } from '../importing/feed/import-feed.js';
import type { Detail } from '../importing/merge.js';
import { printJson } from '../text/visible.js';
import { userAgent } from '../web/ask-web.js';
import { misfit } from '../validation/validate.js';
import { withTarget } from './import-target.js';
import { guardStandardOutput } from './output.js';
import { print } from './print.js';
import { reportOf, summaryOf } from './print-import.js';
import { sayImport } from './say-import.js';
import { sayAfterwards } from './unwritten.js';
import { databaseUrl, EXIT, UsageError } from './usage.js';

/** The options of an import from another directory's feed. */
export interface FeedRunOptions {
  source: string | undefined;
  full: boolean;
  allowPrivate: boolean;
  terms: string | undefined;
  dryRun: boolean;
  skipFaulty: boolean;
  allowRetiring: boolean;
  json: boolean;
}

/**
 * Imports from the feed at an address.
 * @returns the exit code
 */
export async function runFeedImport(
  given: string,
  { source, terms = 'add', dryRun, json, ...options }: FeedRunOptions,
): Promise<number> {
  const found = directoryAddress(given);
  if ('wrong' in found) throw new UsageError(found.wrong);
  if (source === undefined) {
    throw new UsageError(
      'Say by which name the other directory is known here: --source ID, the same each time.',
    );
  }
  if (misfit(['source'], source) !== undefined) {
    throw new UsageError(
      `${JSON.stringify(source)} is not a valid id of a source: an id has lowercase letters, digits and single hyphens, like county-north.`,
    );
  }
  if (terms !== 'add' && terms !== 'refuse') {
    throw new UsageError(`--terms is add or refuse, not ${JSON.stringify(terms)}.`);
  }
  await guardStandardOutput();
  const { address } = found;
  const own = readBaseUrl(process.env['BASE_URL']);
  const remote = new RemoteFeed({
    agent: userAgent(own),
    allowPrivate: options.allowPrivate,
  });
  const changes: Detail[] = [];
  return withTarget(async (target) => {
    const result = await importFeed(target, {
      ...{ remote, address, source, own, dryRun },
      now: systemClock(),
      comparesAll: options.full,
      addsTerms: terms === 'add',
      logos: logosFolder(databaseUrl()),
      skipFaulty: options.skipFaulty,
      allowRetiring: options.allowRetiring,
      ...(dryRun && { onDetail: (detail: Detail) => changes.push(detail) }),
    });
    if (result.outcome === 'unchanged') {
      const nothing = { file: address, outcome: 'unchanged', dryRun };
      await print(json ? printJson(nothing) : `${address}: nothing has changed there.\n`);
      return EXIT.done;
    }
    const { imported, notes } = result;
    const printed = reportOf(address, { notes }, imported, { dryRun, changes });
    const { report } = printed;
    const tell = () => sayImport(printed, { json, beside: false });
    if (report && !dryRun) await sayAfterwards(summaryOf(report), [tell]);
    else await tell();
    return { done: EXIT.done, faults: EXIT.findings, refused: EXIT.refused }[imported.outcome];
  });
}
