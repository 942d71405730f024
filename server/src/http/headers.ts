import type { Clock } from '../clock.js';

/**
 * The time an answer may be kept: `data` ends with the local day, `script` changes with releases.
 */
export type Lifetime = 'data' | 'script' | 'immutable' | 'none';

/**
 * Headers of every answer: nothing is sniffed, embedded or sent as a referrer, and every page may
 * read the feed.
 */
export const COMMON_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Encoding',
};

/** The policy of answers that are not pages: they may not load or run anything. */
export const NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

const FIXED: Record<Exclude<Lifetime, 'data'>, string> = {
  script: 'public, max-age=600, s-maxage=600, stale-while-revalidate=86400, stale-if-error=604800',
  immutable: 'public, max-age=31536000, immutable',
  none: 'no-store',
};

/**
 * Writes `Cache-Control` (RFC 9111, RFC 5861). Answers about the directory are true for one local
 * day, those that tell what comes next until that is over: none of their lifetimes, the tolerated
 * staleness included, reaches past its end.
 */
export function cacheControl(
  clock: Clock,
  dayEnds: () => number,
): (lifetime: Lifetime, until?: number) => string {
  let second = 0;
  let data = '';
  return (lifetime, until = Infinity) => {
    if (lifetime !== 'data') return FIXED[lifetime];
    const now = Math.floor(clock() / 1000);
    if (now !== second) {
      second = now;
      data = whileTrue(secondsTo(dayEnds(), now));
    }
    return until < Infinity && until < dayEnds() ? whileTrue(secondsTo(until, now)) : data;
  };
}

function secondsTo(end: number, now: number): number {
  return Math.max(0, Math.floor(end / 1000) - now);
}

function whileTrue(left: number): string {
  const maxAge = Math.min(60, left);
  const shared = Math.min(300, left);
  // Staleness is counted from the end of freshness, and a shared cache stays fresh longer.
  const stale = left - shared;
  return (
    `public, max-age=${maxAge}, s-maxage=${shared}, ` +
    `stale-while-revalidate=${Math.min(600, stale)}, stale-if-error=${Math.min(86_400, stale)}`
  );
}
