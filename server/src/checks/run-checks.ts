import type { DirectoryState, RecordKind, Records } from '../store/store.js';
import { checkAskedLinks } from './asked-links.js';
import { findDuplicates } from './duplicates.js';
import { KINDS } from './finding.js';
import type { Finding, FindingKind } from './finding.js';
import { checkExposed } from './exposed.js';
import { checkFreshness } from './freshness.js';
import { isLive, keptRecords, type Inspected } from './inspected.js';
import { checkLengths } from './lengths.js';
import { findIdleWords } from './lexicon.js';
import { checkLinks } from './links.js';
import { checkLogos } from './logos.js';
import { countLinks, type LinkCounts } from './named-links.js';
import { checkNetworks } from './networks.js';
import { checkPlaces } from './places.js';
import { checkRemarks } from './remarks.js';
import { findTermGaps } from './terms.js';

export interface RecordCounts {
  live: number;
  retired: number;
}

/** The faults of a directory, and what is worth a look, on one day. */
export interface CheckReport {
  revision: number;
  /** The local date of the check. */
  date: string;
  sources: {
    source: string;
    offers: RecordCounts;
    providers: RecordCounts;
    /** Absent where the directory has none at all. */
    networks?: RecordCounts;
  }[];
  /** Of the web addresses that can be asked; absent: none has been asked yet. */
  links?: LinkCounts;
  /** Of every kind, including information. */
  counts: Record<FindingKind, number>;
  findings: Finding[];
  /** Findings that are not faults: unknown, unlovely or unusual. */
  information: Finding[];
}

const CHECKS: readonly ((inspected: Inspected) => Iterable<Finding>)[] = [
  checkExposed,
  checkRemarks,
  checkFreshness,
  checkLinks,
  checkAskedLinks,
  checkLogos,
  checkPlaces,
  findDuplicates,
  checkNetworks,
  findTermGaps,
  findIdleWords,
  checkLengths,
];

/**
 * @param today the date in the directory's zone
 * @param logos the files in the folder of logos
 * @param isFound tells whether a search finds an offer
 * @param links what web addresses answered when they were asked
 */
export function runChecks(
  state: DirectoryState,
  today: string,
  {
    logos = new Set(),
    isFound = () => true,
    links = new Map(),
  }: Partial<Pick<Inspected, 'logos' | 'isFound' | 'links'>> = {},
): CheckReport {
  const inspected = { ...keptRecords(state), today, logos, isFound, links };
  const all = CHECKS.flatMap((check) => [...check(inspected)]);
  const kinds = Object.keys(KINDS) as FindingKind[];
  const byKind = kinds.map((kind) => all.filter((finding) => finding.kind === kind));
  const inOrder = byKind.flat();
  return {
    revision: state.revision,
    date: today,
    sources: state.sources.map(({ id }) => ({
      source: id,
      offers: tally(state.offers, id),
      providers: tally(state.providers, id),
      ...(state.networks.length > 0 && { networks: tally(state.networks, id) }),
    })),
    ...(links.size > 0 && { links: countLinks(inspected, links) }),
    counts: Object.fromEntries(
      kinds.map((kind, index) => [kind, byKind[index]?.length ?? 0]),
    ) as Record<FindingKind, number>,
    findings: inOrder.filter(({ kind }) => !KINDS[kind].isInformation),
    information: inOrder.filter(({ kind }) => KINDS[kind].isInformation),
  };
}

function tally(records: readonly Records[RecordKind][], source: string): RecordCounts {
  const own = records.filter((record) => record.source === source);
  const live = own.filter(isLive).length;
  return { live, retired: own.length - live };
}
