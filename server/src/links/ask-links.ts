import { FileError } from '../files/file-error.js';
import type { Link } from '../store/papers.js';
import { askLink, type LinkAnswer } from './ask-link.js';
import { AskLaterError, PoliteWeb, type PoliteWebOptions } from './polite-web.js';

/** Websites that are asked beside one another. */
const BESIDE = 6;
/** The most addresses of one run, and the longest time it takes, in milliseconds. */
const MOST_LINKS = 5_000;
const LONGEST = 30 * 60_000;
/** An address that did not fail is left in peace for so many days. */
const RESTS = 6;
/** Where of so many websites that did not fail before none can be reached, it is this machine that cannot. */
const FEWEST_REACHED = 3;

/** This machine cannot reach the internet. */
export class OfflineError extends FileError {}

/** Addresses to ask, and what is known of them. */
export interface LinksToAsk {
  addresses: ReadonlySet<string>;
  known: ReadonlyMap<string, Link>;
  /** The local date. */
  today: string;
}

export interface AskOptions extends PoliteWebOptions {
  /** @param share 0 to 1 */
  onProgress?: (share: number) => void;
  /** The longest time that it takes, in milliseconds. */
  longest?: number;
}

/** What came of a run. */
export interface AskedLinks {
  /** What the addresses that were asked answered. */
  links: Map<string, Link>;
  /** The number of addresses whose turn did not come, or whose website asked to wait. */
  left: number;
}

/**
 * Asks the addresses that are due, a few websites beside one another, those first that were asked
 * longest ago. What there is when the signal or the time ends it is given back.
 * @throws OfflineError
 */
export async function askLinks(
  { addresses, known, today }: LinksToAsk,
  { onProgress, longest = LONGEST, ...options }: AskOptions,
): Promise<AskedLinks> {
  const lastAsked = (address: string) => known.get(address)?.asked ?? '';
  const due = [...addresses]
    .filter((address) => isDue(known.get(address), today))
    .sort((a, b) => (lastAsked(a) < lastAsked(b) ? -1 : 1));
  const hosts = byHost(due.slice(0, MOST_LINKS));
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(longest)]);
  const web = new PoliteWeb({ ...options, signal });
  const links = new Map<string, Link>();
  const total = Math.min(due.length, MOST_LINKS);
  let done = 0;
  const askHosts = async () => {
    for (let own = hosts.pop(); own; own = hosts.pop()) {
      for (const address of own) {
        const answer = await askLink(web, new URL(address)).catch((error: unknown) => {
          if (signal.aborted || error instanceof AskLaterError) return undefined;
          throw error;
        });
        if (signal.aborted) return;
        if (answer) links.set(address, linkOf(answer, known.get(address), today));
        onProgress?.(++done / total);
      }
    }
  };
  await Promise.all(Array.from({ length: BESIDE }, askHosts));
  refuseOffline(links, known);
  return { links, left: due.length - links.size };
}

function isDue(link: Link | undefined, today: string): boolean {
  if (!link) return true;
  // A clock that was set back would leave it unasked.
  if (link.asked > today) return true;
  const rests = link.state === 'failing' ? 1 : RESTS;
  return (Date.parse(today) - Date.parse(link.asked)) / 86_400_000 >= rests;
}

/** The addresses of each host; the host of the first comes last, to be taken first. */
function byHost(addresses: readonly string[]): string[][] {
  const hosts = new Map<string, string[]>();
  for (const address of addresses) {
    const { hostname } = new URL(address);
    const own = hosts.get(hostname);
    if (own) own.push(address);
    else hosts.set(hostname, [address]);
  }
  return [...hosts.values()].reverse();
}

function linkOf(answer: LinkAnswer, before: Link | undefined, today: string): Link {
  const isSame = before?.state === answer.state;
  return { ...answer, since: isSame ? before.since : today, asked: today };
}

function refuseOffline(links: ReadonlyMap<string, Link>, known: ReadonlyMap<string, Link>): void {
  const unreached = new Set<string>();
  for (const [address, { trouble }] of links) {
    if (trouble !== 'host' && trouble !== 'silent') return;
    if (known.get(address)?.state !== 'failing') unreached.add(new URL(address).hostname);
  }
  if (unreached.size < FEWEST_REACHED) return;
  throw new OfflineError(
    `None of ${unreached.size} websites can be reached. Is this machine on the internet, and may it ask websites? Nothing is noted; try again later.`,
  );
}
