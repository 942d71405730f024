import { sendOfficeLink } from '../../desk/letters/links.js';
import type { VisitSources } from '../../desk/visit.js';

const HOUR = 3_600_000;

/** The most links that are sent to a keeper in an hour. */
const MOST = 5;

/**
 * Sends a keeper a link. Nobody waits for it: the time would tell whose address it is. What became of
 * it stands among the letters.
 */
export function sendEntry(keeper: string, language: string, sources: VisitSources): void {
  const { store, mailer, clock, limits, baseUrl } = sources;
  if (!mailer || baseUrl === undefined) return;
  if (!limits.take(`office link for ${keeper}`, MOST, HOUR, clock())) return;
  const means = { store, mailer, now: clock(), baseUrl };
  void sendOfficeLink(means, { keeper, language }).catch(() => undefined);
}
