import { withoutPrivateDetails } from '@vielfalt/feed';
import type { DirectoryFile, DirectoryRecord } from '@vielfalt/feed';
import { DirectoryFile as FileShape } from '@vielfalt/feed/schemas';
import type { DirectoryState, RecordKind, Records } from '../store/store.js';
import { inOrder } from './member-order.js';

export interface FeedJsonOptions {
  /** Only this source's records. */
  source?: string;
  /** Leave out what is for the office alone. */
  publicOnly?: boolean;
}

/**
 * The directory as a file that an import reads: everything with its ids, slugs, moments of change and
 * tombstones, in the order of source and record key, so that two exports can be compared.
 */
export function toDirectoryFile(
  state: DirectoryState,
  { source: only, publicOnly = false }: FeedJsonOptions = {},
): DirectoryFile {
  const wanted = <Record extends Records[RecordKind]>(records: readonly Record[]) =>
    records
      .filter(({ source }) => only === undefined || source === only)
      .map((record) => (publicOnly ? withoutPrivateDetails(record) : record))
      .sort((a, b) => compare(a.source, b.source) || compare(a.record, b.record));
  return {
    vielfalt: 1,
    directory: publicOnly ? withoutKeepers(state.directory) : state.directory,
    vocabulary: state.vocabulary,
    ...(state.lexicon && { lexicon: state.lexicon }),
    sources: state.sources
      .filter(({ id }) => only === undefined || id === only)
      .sort((a, b) => compare(a.id, b.id)),
    providers: wanted(state.providers),
    offers: wanted(state.offers),
    // Where there are none at all, programs of before networks can read the file.
    ...(state.networks.length > 0 && { networks: wanted(state.networks) }),
  };
}

function withoutKeepers({ keepers: _, ...directory }: DirectoryRecord): DirectoryRecord {
  return directory;
}

/** Compares by code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Prints a file as people can read it and as version control can compare it. */
export function printFeedJson(file: DirectoryFile): string {
  return `${JSON.stringify(inOrder(file, FileShape), null, 2)}\n`;
}

/** The amount of private data in a file. */
export interface PrivateDetails {
  /** Addresses that are given on request. */
  addresses: number;
  /** Names of persons that are not marked as public. */
  names: number;
  /** Addresses of those who may enter the office. */
  keepers: number;
}

export function countPrivateDetails({
  directory,
  offers,
  providers,
  networks = [],
}: DirectoryFile): PrivateDetails {
  const places = [
    ...offers.flatMap(({ locations = [] }) => locations),
    ...providers.flatMap(({ address }) => address ?? []),
  ];
  const contacts = [...offers, ...providers, ...networks].flatMap(({ contact }) => contact ?? []);
  return {
    addresses: places.filter(({ visibility }) => visibility === 'on-request').length,
    names: contacts.filter(({ name, namePublic }) => name !== undefined && !namePublic).length,
    keepers: directory?.keepers?.length ?? 0,
  };
}
