import type { FeedVisit, HistoryEntry, Store, Transaction } from '../../store/store.js';
import { applyImport } from '../import-file.js';
import type { ImportTarget } from '../import-file.js';
import type { ImportOptions, ImportOutcome } from '../apply-import.js';
import { directoryAddress } from './address.js';
import type { RemoteFeed } from './remote-feed.js';
import { RemoteFeedError } from './remote-feed-error.js';
import { feedBatch } from './feed-batch.js';
import type { FeedNotes } from './feed-batch.js';
import { fetchLogos } from './fetch-logos.js';
import { fetchRecords } from './fetch-records.js';
import type { FetchedRecords } from './fetch-records.js';

/** After this time everything is compared again, in milliseconds: a week. */
const COMPARED_AFTER = 7 * 24 * 60 * 60 * 1000;

export interface FeedImportOptions extends ImportOptions {
  remote: RemoteFeed;
  /** The other directory's address, with a slash at its end, as it was given. */
  address: string;
  /** The id of the source that it is here. */
  source: string;
  /** One's own public address, where the environment says it. */
  own?: string | undefined;
  /** Compares everything, whenever that was done last. */
  comparesAll?: boolean;
  /** Adds terms that are not known here. */
  addsTerms: boolean;
  /** The folder of one's own logos, which those of the other's providers come into; absent: none do. */
  logos?: string | undefined;
}

export type FeedOutcome =
  { outcome: 'unchanged' } | { outcome: 'imported'; imported: ImportOutcome; notes: FeedNotes };

/** The latest thing that happened to a source, as far as the next visit depends on it. */
interface LastVisit {
  /** The latest entry of the history about the source; 0: there is none. */
  entry: number;
  feed?: FeedVisit;
}

/**
 * Imports what another directory's feed has, or what has changed there since the last time.
 * Everything is read before anything is changed; then it is one import like that of a file.
 * @throws RemoteFeedError, StoreError
 */
export async function importFeed(
  target: ImportTarget,
  { remote, address, comparesAll = false, logos: folder, ...options }: FeedImportOptions,
): Promise<FeedOutcome> {
  const { source, now, addsTerms, dryRun } = options;
  const { last, own } = await look(target.store, source, address, options.own);
  const isDue = !last.feed || now - Date.parse(last.feed.compared) > COMPARED_AFTER;
  const known = comparesAll || isDue ? undefined : last.feed;
  const visit = await visitFeed(remote, address, known, now);
  if (!visit) return { outcome: 'unchanged' };
  const { fetched, directory, isPartial } = visit;
  try {
    if (own !== undefined && [directory, saidAddress(fetched)].includes(own))
      throw new RemoteFeedError(`${address} is this directory itself.`);
    if (isPartial && fetched.records.length === 0) return { outcome: 'unchanged' };
    const { latest, etag, hash } = fetched;
    const logos = folder
      ? await fetchLogos(remote, fetched, { address, source, folder, dryRun })
      : new Map<string, string>();
    // Whatever the next visit depends on stands in the history, and nowhere else.
    const isRemembered =
      known?.directory === directory &&
      known.since === latest &&
      known.revision <= fetched.directory.revision;
    let notes: FeedNotes | undefined;
    const imported = await applyImport(
      target,
      async (transaction) => {
        await refuseOvertaken(transaction, source, last);
        const made = await feedBatch(transaction, fetched, {
          ...{ source, directory, own, addsTerms, isPartial, logos },
        });
        notes = made.notes;
        return made.batch;
      },
      {
        ...options,
        file: { name: address, hash },
        onlyIfChanged: isRemembered,
        feed: {
          directory,
          revision: fetched.directory.revision,
          ...(latest !== undefined && { since: latest }),
          ...(etag !== undefined && { etag }),
          compared: isPartial ? (last.feed?.compared ?? '') : new Date(now).toISOString(),
        },
      },
    );
    return { outcome: 'imported', imported, notes: notes ?? NO_NOTES };
  } finally {
    fetched.spool.close();
  }
}

const NO_NOTES: FeedNotes = {
  own: 0,
  direct: {},
  twins: {},
  reidentified: [],
  terms: [],
  reworded: [],
};

/**
 * Reads what has changed since the last visit. Where there is none, or the directory is another, or
 * one of before that was restored from a backup, it reads everything.
 */
async function visitFeed(
  remote: RemoteFeed,
  address: string,
  last: FeedVisit | undefined,
  now: number,
): Promise<{ fetched: FetchedRecords; directory: string; isPartial: boolean } | undefined> {
  if (last?.since !== undefined) {
    const { since, etag } = last;
    const start = { since, ...(etag && { etag }), now };
    const fetched = await fetchRecords(remote, address, start);
    if (!fetched) return undefined;
    const directory = publicAddress(fetched, address);
    if (directory === last.directory && canFollow(fetched, last))
      return { fetched, directory, isPartial: true };
    fetched.spool.close();
  }
  const fetched = await fetchRecords(remote, address, { now });
  return fetched && { fetched, directory: publicAddress(fetched, address), isPartial: false };
}

/**
 * Whether what came can be what has changed since a visit. Nothing changes within a revision: where
 * its number is the same and something came, the directory was restored and has gone another way.
 */
function canFollow({ directory, records }: FetchedRecords, last: FeedVisit): boolean {
  if (directory.revision === last.revision) return records.length === 0;
  return directory.revision > last.revision;
}

/**
 * The address that a directory says it has, where it was asked there; else the one it was asked at:
 * nobody may say that it is another.
 */
function publicAddress(fetched: FetchedRecords, asked: string): string {
  const said = saidAddress(fetched);
  return said !== undefined && new URL(said).host === new URL(asked).host ? said : asked;
}

/** The address that a directory says it has; undefined where it says none. */
function saidAddress({ directory }: Pick<FetchedRecords, 'directory'>): string | undefined {
  const said = directory.baseUrl === undefined ? undefined : directoryAddress(directory.baseUrl);
  return said && 'address' in said ? said.address : undefined;
}

/** Looks up what the source was before. */
function look(
  store: Store,
  source: string,
  address: string,
  own: string | undefined,
): Promise<{ last: LastVisit; own: string | undefined }> {
  return store.change(async (transaction) => {
    const head = await transaction.head();
    const history = await transaction.history();
    const last = lastVisit(history, source);
    const known = head?.sources.find(({ id }) => id === source);
    const isFeed = history.some((entry) => entry.feed && isAbout(entry, source));
    if (known && !isFeed && known.url !== address) {
      throw new RemoteFeedError(
        `The source ${source} is not ${address} but ${known.name}: all its records would go. Name another source.`,
      );
    }
    const others = new Set(history.flatMap(({ sources }) => sources.map((each) => each.source)));
    const there = [...others].find(
      (id) => id !== source && lastVisit(history, id).feed?.directory === address,
    );
    if (there !== undefined) {
      throw new RemoteFeedError(
        `${address} is here as the source ${there}: all its records would go over. Pass --source ${there}.`,
      );
    }
    const said = own ?? head?.directory.baseUrl;
    const found = said === undefined ? undefined : directoryAddress(said);
    return {
      result: { last, own: found && 'address' in found ? found.address : undefined },
    };
  });
}

function lastVisit(history: readonly HistoryEntry[], source: string): LastVisit {
  const entry = history.find((each) => isAbout(each, source));
  return { entry: entry?.id ?? 0, ...(entry?.feed && { feed: entry.feed }) };
}

function isAbout({ sources }: HistoryEntry, source: string): boolean {
  return sources.some((each) => each.source === source);
}

async function refuseOvertaken(
  transaction: Transaction,
  source: string,
  { entry }: LastVisit,
): Promise<void> {
  if (lastVisit(await transaction.history(), source).entry === entry) return;
  throw new RemoteFeedError(
    `Another import of ${source} came first; this one changed nothing. Nothing has to be done.`,
  );
}
